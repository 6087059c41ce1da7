import type { Extracted } from "../../../shared/extract/extracted.ts";
import { readOdt as readSource } from "../../../shared/extract/odt/read.ts";
import { sourceOf } from "../../file-source.ts";

/** The text of an OpenDocument text. @throws AppError "bad-file" in one sentence. */
export function readOdt(bytes: Uint8Array, fileName: string): Extracted {
  return readSource(sourceOf(bytes, fileName));
}
