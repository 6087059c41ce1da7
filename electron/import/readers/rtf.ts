import type { Extracted } from "../../../shared/extract/extracted.ts";
import { readRtf as readSource } from "../../../shared/extract/rtf/read.ts";
import { sourceOf } from "../../file-source.ts";

/** The text of an RTF file. @throws AppError "bad-file" in one sentence. */
export function readRtf(bytes: Uint8Array, fileName: string): Extracted {
  return readSource(sourceOf(bytes, fileName));
}
