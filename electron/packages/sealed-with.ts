import { closeSync, openSync, readSync } from "node:fs";

const mark = "age-encryption.org/v1\n";
const longestHead = 2 ** 16;

/** What a file is sealed with; null for one that is not. */
export function sealOf(file: string): "passphrase" | "key" | null {
  const handle = openSync(file, "r");
  try {
    const head = Buffer.alloc(longestHead);
    const text = head.toString("latin1", 0, readSync(handle, head, 0, longestHead, 0));
    if (!text.startsWith(mark)) return null;
    return text.startsWith("-> scrypt ", mark.length) ? "passphrase" : "key";
  } finally {
    closeSync(handle);
  }
}
