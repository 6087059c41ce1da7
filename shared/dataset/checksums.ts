import type { ReleaseFile } from "./facts.ts";

/** Hashes of files as `sha256sum` writes them, so that `sha256sum -c` checks them. */
export function checksumsFile(files: readonly ReleaseFile[]): string {
  return files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join("");
}

/** The hash of each file by its name; lines of another form are passed over. */
export function readChecksums(text: string): Map<string, string> {
  const lines = text.split("\n").flatMap((line) => {
    const [, hash, name] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
    return hash === undefined || name === undefined ? [] : [[name, hash] as const];
  });
  return new Map(lines);
}
