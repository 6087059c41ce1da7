import type { AnnotatedDocument } from "../../model/document.ts";
import { countsIn } from "../../text/offsets.ts";
import type { Fitted, Format, WriteOptions } from "../format.ts";
import { titleOfFormat } from "../format-ids.ts";
import { addUpLosses } from "../losses.ts";
import { casOfDocument } from "./cas-of-document.ts";
import { typedTexts } from "./feature-text.ts";
import { casHolds, fitToCas } from "./fit-to-cas.ts";
import { writeTypeSystem } from "./type-system.ts";
import { fitXml } from "./xmi/fit-xml.ts";
import { readXmi } from "./xmi/read.ts";
import { writeXmi } from "./xmi/write.ts";

const typeSystem = "TypeSystem.xml";

/**
 * UIMA CAS in XMI, as INCEpTION, WebAnno and DKPro exchange it: one file for each document, and one TypeSystem.xml
 * with the layers. Offsets count UTF-16 code units. Source: OASIS UIMA 1.0, Apache UIMA's "XMI CAS
 * Serialization Reference".
 */
export const uimaXmi: Format = {
  id: "uima-xmi",
  title: titleOfFormat("uima-xmi"),
  unit: "utf16",
  reader: {
    endings: [".xmi", ".xml"],
    recognises: (head) => head.includes("http://www.omg.org/XMI") && head.includes(":XMI"),
    byLine: false,
    types: (fileName) => [`${fileName.replace(/\.[^.]*$/, "")}.${typeSystem}`, typeSystem],
    *read(source, options) {
      yield readXmi(source, options);
    },
  },
  writer: {
    holds: casHolds,
    files: "each",
    endings: [".xmi"],
    fit: fitToXmi,
    wholes: ({ scheme }) => [{ name: typeSystem, text: writeTypeSystem(scheme) }],
    write: (document, { scheme, offsets }) => {
      const unit = offsets === "native" ? "utf16" : offsets;
      const { fromUnit } = countsIn(document.text, unit);
      return [writeXmi(casOfDocument(document, scheme), fromUnit)];
    },
  },
};

function fitToXmi(document: AnnotatedDocument, { scheme }: WriteOptions): Fitted {
  const inCas = fitToCas(document, scheme, true, { form: typedTexts, isDeclared: true });
  const inXml = fitXml(inCas.document);
  return {
    document: inXml.document,
    losses: addUpLosses([...inCas.losses, ...inXml.losses]),
  };
}
