import type { Scheme } from "../../model/scheme.ts";
import type { Format } from "../format.ts";
import { casOfDocument } from "../uima/cas-of-document.ts";
import { writeTypeSystem } from "../uima/type-system.ts";
import { fitToTsv, tsvHolds } from "./fit/fit.ts";
import { isWebannoTsv } from "./read/cas-of-file.ts";
import { readWebannoTsv } from "./read/read.ts";
import { writeCas } from "./write/write-cas.ts";

/**
 * WebAnno TSV, as INCEpTION and WebAnno export it: a row for each word, a column for each feature. Versions
 * 1 to 3.3 are read, 3.3 is written. INCEpTION's user guide, "WebAnno TSV 3.3 File format".
 */
export const webannoTsv: Format = {
  id: "webanno-tsv",
  title: "WebAnno TSV",
  unit: "utf16",
  reader: {
    endings: [".tsv"],
    byLine: false,
    recognises: isWebannoTsv,
    read: (source, options) => [readWebannoTsv(source, options)],
  },
  writer: {
    holds: tsvHolds,
    files: "each",
    endings: [".tsv"],
    fit: fitToTsv,
    wholes: ({ scheme }) => [{ name: "TypeSystem.xml", text: typeSystem(scheme) }],
    write: (document, { offsets, scheme }) => [
      writeCas(casOfDocument(document, scheme), offsets === "native" ? "utf16" : offsets),
    ],
  },
};

/** The layers that a project needs before it can read the files; several values are one text in a cell. */
function typeSystem(scheme: Scheme): string {
  return writeTypeSystem(scheme).replaceAll("uima.cas.StringArray", "uima.cas.String");
}
