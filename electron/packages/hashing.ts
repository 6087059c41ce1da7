import { createHash } from "node:crypto";

/** The SHA-256 of bytes that come piece by piece, in hexadecimal digits. */
export function hashing(): { update(piece: Uint8Array): void; digest(): string } {
  const hash = createHash("sha256");
  return {
    update: (piece) => {
      hash.update(piece);
    },
    digest: () => hash.digest("hex"),
  };
}
