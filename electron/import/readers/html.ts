import type { Extracted } from "../../../shared/extract/extracted.ts";
import { readHtml as readSource } from "../../../shared/extract/html/read.ts";
import { sourceOf } from "./source.ts";

/** The visible text of a web page. @throws AppError "bad-file" in one sentence. */
export function readHtml(bytes: Uint8Array, fileName: string): Extracted {
  return readSource(sourceOf(bytes, fileName));
}
