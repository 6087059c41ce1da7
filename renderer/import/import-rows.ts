import { isDocumentKind } from "../../shared/extract/extracted.ts";
import type { FileProblem, Staged, StagedFile } from "../../shared/staged.ts";
import { sentence, t } from "../messages.ts";

/** One line of the import's table. */
export interface ImportRow extends StagedFile {
  state: "read" | "joins" | "same" | "left-out" | "scan" | "failed" | "no-report";
}

export const fileFilters = ["all", "problems", "duplicates", "repaired"] as const;
export type FileFilter = (typeof fileFilters)[number];

/** A line for each report, each file that failed, and each that was passed over with a word. */
export function rowsOf(
  files: readonly StagedFile[],
  { warnings, notes }: Pick<Staged, "warnings" | "notes">,
): ImportRow[] {
  const known = new Set(files.map(({ file }) => file));
  const others = (all: readonly FileProblem[]) =>
    Map.groupBy(
      all.filter(({ file }) => !known.has(file)),
      ({ file }) => file,
    );
  const [warned, noted] = [others(warnings), others(notes)];
  const names = [...new Set([...warned.keys(), ...noted.keys()])];
  const sentences = (said: readonly FileProblem[] = []) => said.map(({ message }) => message);
  return [
    ...files.map(rowOf),
    ...names.map((file) => noReport(file, sentences(warned.get(file)), sentences(noted.get(file)))),
  ];
}

function rowOf(file: StagedFile): ImportRow {
  const { report, sameAs, joins, isLeftOut } = file;
  if (report === null) return { ...file, state: file.ocr ? "scan" : "failed" };
  if (isLeftOut) return { ...file, state: "left-out" };
  if (joins && joins.annotators.length > 0) return { ...file, state: "joins" };
  return { ...file, state: sameAs === null ? "read" : "same" };
}

function noReport(file: string, warnings: string[], notes: string[]): ImportRow {
  return {
    ...{ id: `no report ${file}`, file, state: "no-report", report: null, kind: null },
    ...{ title: "", case: "", characters: 0, spans: 0, repairs: 0, offered: 0, leftOut: 0 },
    ...{
      warnings,
      notes,
      encoding: null,
      ocr: null,
      sameAs: null,
      joins: null,
      isLeftOut: false,
      problem: null,
    },
  };
}

export function fits(row: ImportRow, filter: FileFilter): boolean {
  const { state, warnings, sameAs, joins, repairs, offered, leftOut } = row;
  switch (filter) {
    case "all":
      return true;
    case "problems":
      return state === "failed" || state === "scan" || warnings.length > 0;
    case "duplicates":
      return sameAs !== null && joins === null;
    case "repaired":
      return repairs + offered + leftOut > 0;
    default:
      return filter satisfies never;
  }
}

/** Whether a file has anything to say to the person before it is taken in. */
export function isPlain({ report, spans, sameAs, ...file }: StagedFile): boolean {
  const changed = file.repairs + file.offered + file.leftOut;
  const said = file.warnings.length + file.notes.length;
  const isQuiet = changed + said === 0 && sameAs === null;
  return report !== null && spans === 0 && isQuiet;
}

/** What is to be known of a file, each a sentence. */
export function sentencesOf(row: ImportRow): Sentence[] {
  const { problem, joins, warnings, notes } = row;
  const sameAs = joins === null ? row.sameAs : null;
  const same = t("It has the same bytes or the same text as “{name}”.", { name: sameAs ?? "" });
  const all = (tone: Sentence["tone"], texts: readonly string[]) =>
    texts.map((text) => ({ tone, text: sentence(text) }));
  return [
    // Nothing is wrong with a scan; there only is something to do.
    ...all(row.state === "scan" ? "warning" : "problem", problem === null ? [] : [problem]),
    ...all("warning", [...(sameAs === null ? [] : [same]), ...takenIn(joins), ...warnings]),
    ...all("note", joinsIn(joins)),
    ...all("note", notes),
  ];
}

function takenIn(joins: StagedFile["joins"]): string[] {
  if (!joins || joins.taken.length === 0) return [];
  const names = joins.taken.join(", ");
  return [
    t(
      "“{title}” has a layer by {names} already, which stays as it is; choose another name for these annotations.",
      { title: joins.title, names },
    ),
  ];
}

function joinsIn(joins: StagedFile["joins"]): string[] {
  if (!joins || joins.annotators.length === 0) return [];
  const names = joins.annotators.join(", ");
  return [t("It joins “{title}” as the layer of {names}.", { title: joins.title, names })];
}

/** Whether a file could not be read, has to be looked at, or has something that is good to know. */
interface Sentence {
  tone: "problem" | "warning" | "note";
  text: string;
}

/** Whether a reader made its text, so that there is something to look at and to choose. */
export function canPreview({ report, kind }: Pick<StagedFile, "report" | "kind">): boolean {
  return report !== null && kind !== null && isDocumentKind(kind);
}
