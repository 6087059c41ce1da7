import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { AppError } from "../../shared/errors.ts";

/** Where an export is written before all of it is verified; then it takes its place in one step. */
export interface Destination {
  /** The unfinished file or folder. */
  draft: string;
  finish(): void;
  discard(): void;
}

/**
 * A file is replaced, as when saving again. A folder has to be new or empty, so that no file of an
 * earlier export is taken for one of this. @throws AppError "bad-input" when it is not.
 */
export function openDestination(path: string, kind: "file" | "folder"): Destination {
  const target = resolve(path);
  const exists = existsSync(target);
  if (exists && kind === "folder" && !isEmptyFolder(target))
    throw new AppError("bad-input", `"${target}" is not an empty folder; choose a new one.`);
  if (exists && kind === "file" && statSync(target).isDirectory())
    throw new AppError("bad-input", `"${target}" is a folder; name a file in it.`);
  // A device would be replaced by the file, for everybody.
  if (exists && kind === "file" && !statSync(target).isFile())
    throw new AppError("bad-input", `"${target}" is no file; choose another place.`);
  mkdirSync(dirname(target), { recursive: true });
  const draft = `${target}.unfinished`;
  rmSync(draft, { recursive: true, force: true });
  if (kind === "folder") mkdirSync(draft);
  return {
    draft,
    finish() {
      if (kind === "folder" && existsSync(target)) rmdirSync(target);
      renameSync(draft, target);
    },
    discard: () => rmSync(draft, { recursive: true, force: true }),
  };
}

function isEmptyFolder(path: string): boolean {
  return statSync(path).isDirectory() && readdirSync(path).length === 0;
}

/** A name in a folder that is not taken: "brat", "brat 2" … */
export function freeName(folder: string, name: string, ending: string): string {
  let path = join(folder, name + ending);
  for (let n = 2; existsSync(path); n++) path = join(folder, `${name} ${n}${ending}`);
  return path;
}
