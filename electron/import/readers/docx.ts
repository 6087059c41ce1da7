import { readDocx as readSource } from "../../../shared/extract/docx/read.ts";
import type { Extracted } from "../../../shared/extract/extracted.ts";
import { sourceOf } from "../../file-source.ts";

/** The text of a Word file (.docx). @throws AppError "bad-file" in one sentence. */
export function readDocx(bytes: Uint8Array, fileName: string): Extracted {
  return readSource(sourceOf(bytes, fileName));
}
