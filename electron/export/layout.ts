/** Gives every document a file name of its own, below the export's folder, "/" between folders. */
export interface Layout {
  /** A name that no other document has, made of the one it asks for; without an ending. */
  nameFor(wanted: string): string;
}

export function createLayout(): Layout {
  const taken = new Set<string>();
  // The last number of each name, since many reports may be called the same.
  const numbers = new Map<string, number>();
  return {
    nameFor(wanted) {
      const safe = wanted.split("/").map(safeFileName).join("/");
      // Some disks do not tell "A" from "a".
      const key = safe.toLowerCase();
      let number = numbers.get(key) ?? 1;
      let name = number === 1 ? safe : `${safe}-${number}`;
      for (; taken.has(name.toLowerCase()); name = `${safe}-${number}`) number += 1;
      numbers.set(key, number);
      taken.add(name.toLowerCase());
      return name;
    },
  };
}

/** A name for a file or folder that every system takes, and that never leads out of its folder. */
export function safeFileName(name: string): string {
  const safe = name
    .replace(/[<>:"/\\|?*\p{Cc}]/gu, "-")
    .replace(/^\.+/, "")
    .replace(devices, "$1-");
  return withoutEnd(shortened(safe)) || "unnamed";
}

/** What Windows takes for a device, whatever ending it has. */
const devices = /^(con|prn|aux|nul|(?:com|lpt)[0-9¹²³])(?=\s*(?:\.|$))/i;

/** Dots and spaces that Windows takes off without a word. */
const withoutEnd = (name: string) => name.replace(/[. ]+$/, "");

/** Disks take 255 bytes; some are for a number and an ending. */
const mostBytes = 200;

function shortened(name: string): string {
  if (Buffer.byteLength(name) <= mostBytes) return name;
  let bytes = 0;
  const kept = Array.from(name).filter((character) => {
    bytes += Buffer.byteLength(character);
    return bytes <= mostBytes;
  });
  return kept.join("");
}
