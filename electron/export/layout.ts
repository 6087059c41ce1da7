/** Gives every document a file name of its own, below the export's folder, "/" between folders. */
export interface Layout {
  /** A name that no other document has, made of the one it asks for; without an ending. */
  nameFor(wanted: string): string;
}

export function createLayout(): Layout {
  const taken = new Set<string>();
  return {
    nameFor(wanted) {
      const safe = wanted.split("/").map(safeFileName).join("/");
      let name = safe;
      // Some disks do not tell "A" from "a".
      for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${safe}-${n}`;
      taken.add(name.toLowerCase());
      return name;
    },
  };
}

/** A name for a file or folder that every system takes, and that never leads out of its folder. */
export function safeFileName(name: string): string {
  const safe = name
    .replace(/[<>:"/\\|?*\p{Cc}]/gu, "-")
    .replace(/[. ]+$/, "")
    .replace(/^\.+/, "");
  return safe || "unnamed";
}
