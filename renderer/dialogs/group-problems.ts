import type { FileProblem } from "../../shared/staged.ts";

export interface ProblemGroup {
  message: string;
  files: string[];
}

/**
 * The same sentence about many files is shown once, with "…" for their names; the most frequent
 * first. A sentence about one file stays as it is.
 */
export function groupProblems(problems: readonly FileProblem[]): ProblemGroup[] {
  const bySentence = Map.groupBy(problems, ({ file, message }) => message.replaceAll(file, "…"));
  const groups = Array.from(bySentence, ([sentence, of]) => ({
    message: of.length === 1 ? (of[0]?.message ?? sentence) : sentence,
    files: of.map(({ file }) => file),
  }));
  return groups.sort((one, other) => other.files.length - one.files.length);
}
