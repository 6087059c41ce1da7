import { countsIn } from "../../text/offsets.ts";
import type { Format } from "../format.ts";
import { titleOfFormat } from "../format-ids.ts";
import { casOfDocument } from "./cas-of-document.ts";
import { casHolds, fitToCas } from "./fit-to-cas.ts";
import { readCasJson } from "./json/read.ts";
import { writeCasJson } from "./json/write.ts";
import { featureKinds } from "./write/features.ts";
import { typeDescriptions } from "./write/types.ts";

/**
 * UIMA CAS in JSON, as INCEpTION and cassis exchange it: one file for each document, with its types in it.
 * Offsets count UTF-16 code units. Source: Apache UIMA CAS JSON 0.4.
 */
export const uimaCasJson: Format = {
  id: "uima-cas-json",
  title: titleOfFormat("uima-cas-json"),
  unit: "utf16",
  reader: {
    endings: [".json"],
    recognises: (head) => /"%(TYPES|FEATURE_STRUCTURES|VIEWS)"\s*:/.test(head),
    byLine: false,
    *read(source, options) {
      yield readCasJson(source, options);
    },
  },
  writer: {
    holds: casHolds,
    files: "each",
    endings: [".json"],
    fit: (document, { scheme }) => fitToCas(document, scheme, false),
    write: (document, { scheme, offsets }) => {
      const unit = offsets === "native" ? "utf16" : offsets;
      const { fromUnit } = countsIn(document.text, unit);
      const kinds = featureKinds(scheme, document.layers[0] ?? null, new Map());
      return [writeCasJson(casOfDocument(document, scheme), typeDescriptions(kinds), fromUnit)];
    },
  },
};
