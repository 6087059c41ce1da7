import { createHash } from "node:crypto";
import { createReadStream, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import type { ReleaseFile } from "../../shared/dataset/facts.ts";
import type { OddEntry } from "../../shared/dataset/verify.ts";

/** Writes a file below a folder, whose folders are made where they are missing. */
export function writeBelow(folder: string, name: string, text: string): void {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Every file below a folder with its size and SHA-256, in the order of names. */
export async function filesBelow(folder: string): Promise<ReleaseFile[]> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const files: ReleaseFile[] = [];
  for (const path of paths) {
    const name = relative(folder, path).split(sep).join("/");
    files.push({ name, bytes: statSync(path).size, sha256: await hashOf(path) });
  }
  return files.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What stands below a folder and is no file: links, whatever they lead to, and folders without anything in them. */
export function oddBelow(folder: string): OddEntry[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .flatMap((entry): OddEntry[] => {
      const path = join(entry.parentPath, entry.name);
      const name = relative(folder, path).split(sep).join("/");
      if (entry.isDirectory()) return readdirSync(path).length > 0 ? [] : [{ name, is: "empty" }];
      return entry.isFile() ? [] : [{ name, is: "no file" }];
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}
