import type { StagedFile } from "../../shared/staged.ts";

/** What tells that a report is the same as another. */
export interface Likeness {
  fileSha256: string;
  textSha256: string;
  /** The title of a report in the project with the same bytes or text. */
  inProject: string | null;
}

/**
 * Says of each report which one it is the same as: the first of the import that is taken in, or one in
 * the project. Answers the lines that this made others.
 */
export function markSame(
  files: readonly StagedFile[],
  likeness: ReadonlyMap<string, Likeness>,
): StagedFile[] {
  const first = firstTaken(files, likeness);
  return files.filter((file) => {
    const own = likeness.get(file.report ?? "");
    if (!own) return false;
    const others = [first.get(own.fileSha256), first.get(own.textSha256)];
    const sameAs = others.find((other) => other && other !== file)?.file ?? own.inProject;
    if (sameAs === file.sameAs) return false;
    file.sameAs = sameAs;
    return true;
  });
}

/** By hash: the first line that has it and is taken in. */
function firstTaken(files: readonly StagedFile[], likeness: ReadonlyMap<string, Likeness>) {
  const first = new Map<string, StagedFile>();
  for (const file of files) {
    const own = likeness.get(file.report ?? "");
    if (!own || file.isLeftOut) continue;
    for (const hash of [own.fileSha256, own.textSha256])
      if (!first.has(hash)) first.set(hash, file);
  }
  return first;
}
