import type { Extracted } from "../../../shared/extract/extracted.ts";
import { readJats as readSource } from "../../../shared/extract/jats/read.ts";
import { sourceOf } from "../../file-source.ts";

/** Every article of a JATS or NLM file. @throws AppError "bad-file" in one sentence. */
export function readJats(bytes: Uint8Array, fileName: string): Extracted[] {
  return readSource(sourceOf(bytes, fileName));
}
