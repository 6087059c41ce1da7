import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";

const data = fileURLToPath(new URL("../../shared/data/", import.meta.url));

export interface RealFile {
  name: string;
  bytes: Uint8Array;
}

/** Real files beside the repository, by their names; none where that folder is not there. */
export function realFiles(pattern: string, mostBytes = Number.POSITIVE_INFINITY): RealFile[] {
  const paths = existsSync(data) ? globSync(pattern, { cwd: data }).sort() : [];
  return paths
    .filter((path) => statSync(data + path).size <= mostBytes)
    .map((path) => ({ name: basename(path), bytes: new Uint8Array(readFileSync(data + path)) }));
}
