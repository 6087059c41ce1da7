import { createHash } from "node:crypto";

/** In hexadecimal digits, as files and texts are known by. */
export function sha256(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}
