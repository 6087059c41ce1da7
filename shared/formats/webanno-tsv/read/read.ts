import type { Source } from "../../../extract/source.ts";
import type { ReadDocument, ReadOptions } from "../../format.ts";
import { countedWarnings } from "../../reading/counted-warnings.ts";
import { documentOfCas } from "../../uima/document-of-cas.ts";
import { casOfFile } from "./cas-of-file.ts";

/**
 * The one document of a file of WebAnno TSV 1, 2 or 3, as the same annotations in XMI would give it.
 * @throws AppError "bad-file" for a file that is none or is damaged, with the line.
 */
export function readWebannoTsv(source: Source, options: ReadOptions): ReadDocument {
  const warnings = countedWarnings(source.fileName);
  const { name, annotator } = options;
  const cas = casOfFile(source, options.offsets, warnings);
  // Offsets are UTF-16 in the CAS, whatever they were in the file.
  return documentOfCas(cas, { source, name, annotator, offsets: null, texts: true, warnings });
}
