import type { FileProblem, Staged, StagedFile } from "../../shared/contract.ts";

/** One line of the import's table. */
export interface ImportRow extends StagedFile {
  /** The report's identifier, or a name of its own for a file that gave no report. */
  id: string;
  state: "read" | "same" | "failed" | "no-report";
}

export const fileFilters = ["all", "problems", "duplicates", "repaired"] as const;
export type FileFilter = (typeof fileFilters)[number];

/** A line for each report, each file that failed, and each that was passed over with a word. */
export function rowsOf(files: readonly StagedFile[], { warnings }: Pick<Staged, "warnings">) {
  const known = new Set(files.map(({ file }) => file));
  const rows = files.map(rowOf);
  const others = Map.groupBy(
    warnings.filter(({ file }) => !known.has(file)),
    ({ file }) => file,
  );
  return [...rows, ...Array.from(others.values(), noReport)];
}

function rowOf(file: StagedFile, at: number): ImportRow {
  const { report, sameAs } = file;
  if (report === null) return { ...file, id: `failed ${at}`, state: "failed" };
  return { ...file, id: report, state: sameAs === null ? "read" : "same" };
}

function noReport(problems: FileProblem[], at: number): ImportRow {
  const nothing = { report: null, kind: null, title: "", case: "", characters: 0, spans: 0 };
  return {
    ...nothing,
    id: `no report ${at}`,
    state: "no-report",
    file: problems[0]?.file ?? "",
    repairs: 0,
    leftOut: 0,
    warnings: problems.map(({ message }) => message),
    sameAs: null,
    problem: null,
  };
}

export function fits({ state, warnings, repairs, leftOut }: ImportRow, filter: FileFilter) {
  switch (filter) {
    case "all":
      return true;
    case "problems":
      return state === "failed" || warnings.length > 0;
    case "duplicates":
      return state === "same";
    case "repaired":
      return repairs + leftOut > 0;
    default:
      return filter satisfies never;
  }
}

/** Whether a file has anything to say to the person before it is taken in. */
export function isPlain({ report, spans, repairs, leftOut, warnings, sameAs }: StagedFile) {
  const isQuiet = repairs + leftOut + warnings.length === 0 && sameAs === null;
  return report !== null && spans === 0 && isQuiet;
}

/** What is to be known of a file, each a sentence. */
export function sentencesOf({ problem, sameAs, warnings }: ImportRow): string[] {
  const same = sameAs === null ? [] : [`It has the same bytes or the same text as “${sameAs}”.`];
  return [...(problem === null ? [] : [problem]), ...same, ...warnings];
}

/** Whether a reader made its text, so that there is something to look at and to choose. */
export function canPreview({ report, kind }: Pick<StagedFile, "report" | "kind">): boolean {
  return report !== null && kind !== "brat" && kind !== "casemark-jsonl";
}
