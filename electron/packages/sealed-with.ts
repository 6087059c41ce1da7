import { closeSync, openSync, readSync } from "node:fs";

const mark = "age-encryption.org/v1\n";
const armorMark = "-----BEGIN AGE ENCRYPTED FILE-----";
const longestHead = 2 ** 16;

/** What a file is sealed with; null for one that is not. */
export function sealOf(file: string): "passphrase" | "key" | null {
  const head = headOf(file);
  const text = isArmorHead(head) ? unarmored(head) : head;
  if (!text.startsWith(mark)) return isArmorHead(head) ? "key" : null;
  return text.startsWith("-> scrypt ", mark.length) ? "passphrase" : "key";
}

/** Whether a sealed file is in letters, as "age -a" writes it, such as for a mail. */
export const isArmored = (file: string): boolean => isArmorHead(headOf(file));

// age takes blank space before it, as a mail may put there.
const isArmorHead = (head: string) => head.trimStart().startsWith(armorMark);

function headOf(file: string): string {
  const handle = openSync(file, "r");
  try {
    const head = Buffer.alloc(longestHead);
    return head.toString("latin1", 0, readSync(handle, head, 0, longestHead, 0));
  } finally {
    closeSync(handle);
  }
}

/** The bytes that the lines of a beginning stand for; the last line may not be whole. */
function unarmored(head: string): string {
  const letters = head.trimStart().slice(armorMark.length).split("-----", 1)[0] ?? "";
  return Buffer.from(letters, "base64").toString("latin1");
}
