import type { Extracted } from "../../../shared/extract/extracted.ts";
import { readMarkdown as readSource } from "../../../shared/extract/markdown/read.ts";
import { sourceOf } from "./source.ts";

/** The rendered text of a Markdown file. @throws AppError "bad-file" in one sentence. */
export function readMarkdown(bytes: Uint8Array, fileName: string): Extracted {
  return readSource(sourceOf(bytes, fileName));
}
