import type { FileProblem } from "../../shared/contract.ts";

export interface ProblemGroup {
  message: string;
  files: string[];
}

/** The same sentence about many files is shown once; the most frequent first. */
export function groupProblems(problems: readonly FileProblem[]): ProblemGroup[] {
  const byMessage = Map.groupBy(problems, ({ message }) => message);
  const groups = Array.from(byMessage, ([message, of]) => ({
    message,
    files: of.map(({ file }) => file),
  }));
  return groups.sort((one, other) => other.files.length - one.files.length);
}
