import type { Extracted } from "../../../shared/extract/extracted.ts";
import { readMarkdown as readSource } from "../../../shared/extract/markdown/read.ts";
import { sourceOf } from "../../file-source.ts";
import { readInUtf8 } from "./in-utf8.ts";

/**
 * The rendered text of a Markdown file, in the encoding `wished` or a guessed one.
 * @throws AppError "bad-file" or "bad-encoding" in one sentence.
 */
export function readMarkdown(bytes: Uint8Array, fileName: string, wished?: string): Extracted {
  return readInUtf8(bytes, { file: fileName, wished }, (utf8) =>
    readSource(sourceOf(utf8, fileName)),
  );
}
