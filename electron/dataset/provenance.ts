import type { Provenance } from "../../shared/dataset/side-files.ts";
import { sha256 } from "../sha256.ts";
import type { ReleaseSource } from "./source.ts";

/** Where a report comes from, who worked on it, and what became of its text. */
export function provenanceOf(
  { document, sourceFile, repairs }: ReleaseSource,
  part: string,
): Provenance {
  const { name, case: caseName, title, metadata, text, layers } = document;
  return {
    ...{ report: name, case: caseName, part, title, source: sourceFile },
    doi: metadata.doi ?? "",
    licence: metadata.licence ?? metadata.license ?? "",
    textSha256: sha256(text),
    annotators: layers.map(({ annotator }) => annotator),
    repairs,
  };
}
