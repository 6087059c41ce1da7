import type { Extracted } from "../../../shared/extract/extracted.ts";
import { isGuessedHtml } from "../../../shared/extract/html/decode.ts";
import { readHtml as readSource } from "../../../shared/extract/html/read.ts";
import { sourceOf } from "../../file-source.ts";
import { readInUtf8 } from "./in-utf8.ts";

/**
 * The visible text of a web page, in the encoding `wished`, the one that it names, or a guessed one.
 * @throws AppError "bad-file" or "bad-encoding" in one sentence.
 */
export function readHtml(bytes: Uint8Array, fileName: string, wished?: string): Extracted {
  const source = sourceOf(bytes, fileName);
  if (wished === undefined && !isGuessedHtml(source)) return readSource(source);
  return readInUtf8(bytes, { file: fileName, wished }, (utf8) =>
    readSource(sourceOf(utf8, fileName)),
  );
}
