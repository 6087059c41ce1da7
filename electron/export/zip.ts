import { closeSync, openSync, readdirSync, readFileSync, writeSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { Zip, ZipDeflate } from "fflate";

/** Packs a folder into a zip file, one member after the other, so that memory stays flat. */
export function zipFolder(folder: string, file: string): void {
  const handle = openSync(file, "w");
  try {
    const zip = new Zip((error, piece) => {
      if (error) throw error;
      writeSync(handle, piece);
    });
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    for (const entry of files.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(entry.parentPath, entry.name);
      // The same content gives the same zip, whenever it is made.
      const member = new ZipDeflate(relative(folder, path).split(sep).join("/"));
      member.mtime = "1980-01-01T12:00:00";
      zip.add(member);
      member.push(readFileSync(path), true);
    }
    zip.end();
  } finally {
    closeSync(handle);
  }
}
