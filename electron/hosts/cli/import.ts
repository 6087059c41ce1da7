import { resolve } from "node:path";
import { importFormats } from "../../../shared/contract/imports.ts";
import { AppError } from "../../../shared/errors.ts";
import { ocrLanguages } from "../../../shared/extract/ocr-languages.ts";
import { units } from "../../../shared/formats/offset-units.ts";
import type { SchemeAdditions } from "../../../shared/model/scheme.ts";
import {
  annotatorsBy,
  type FileProblem,
  type Staged,
  type StagedFile,
} from "../../../shared/staged.ts";
import type { Session } from "../../api/session.ts";
import {
  ask,
  type Command,
  changing,
  counted,
  oneOf,
  required,
  stringOf,
  WrongUse,
} from "./command.ts";

export const importFiles: Command = {
  usage: `casemark import PROJECT PATH... [--format ${importFormats.join("|")}] [--annotator NAME] [--annotators-by folder|file] [--offsets ${units.join("|")}] [--encoding NAME] [--ocr ${ocrLanguages.join("|")}]`,
  about:
    "Imports files and folders. A file that was named and cannot be read stops all; files in folders that cannot be read are listed on stderr, and the others are imported. Annotations of a report that is in the project, by its text and name, join it as the layer of their annotator; a layer that is there already stays. --annotators-by folder takes the annotators' names from a folder for each (ann1/case.ann), file from files in a folder for each document (case/ann1.tsv). Labels that the scheme lacks are added to it and named on stderr. --encoding is that of the texts, Markdown and HTML files; without it their bytes tell. --ocr reads scanned pages of PDFs, in the language given.",
  options: {
    format: { type: "string" },
    annotator: { type: "string" },
    "annotators-by": { type: "string" },
    encoding: { type: "string" },
    ocr: { type: "string" },
    offsets: { type: "string" },
  },
  async run(positionals, values) {
    const project = required(positionals, 0, "PROJECT");
    const paths = positionals.slice(1);
    if (paths.length === 0) throw new WrongUse("PATH is missing.");
    const format = oneOf(values, "format", importFormats, "auto");
    const annotator = stringOf(values, "annotator");
    const ocr = values.has("ocr") ? oneOf(values, "ocr", ocrLanguages, null) : null;
    return changing(project, annotator, async (session) => {
      const ticket = session.tickets.issue(paths.map((path) => resolve(path)));
      const offsets = values.has("offsets") ? oneOf(values, "offsets", units, null) : null;
      const by = oneOf(values, "annotators-by", annotatorsBy, "import");
      const wishes = {
        format,
        annotator,
        annotatorsBy: by,
        encoding: stringOf(values, "encoding"),
        ocr,
        offsets,
      };
      const staged = await ask(session, "import.stage", { tickets: [ticket], ...wishes });
      const { reports, spans, additions, files } = await readable(session, staged, paths);
      tell(staged);
      tellTaken(files);
      const added = addedNames(additions);
      if (added.length > 0) console.error(`New in the scheme: ${added.join(", ")}.`);
      await ask(session, "import.finish", { stage: staged.stage });
      const failed = staged.failed.map(({ file, message }) => ({ file, message }));
      const { warnings, notes } = staged;
      return {
        json: { reports, spans, joined: joinedIn(files), failed, warnings, notes, added },
        text: inWords(reports, spans, files),
      };
    });
  },
};

/** What there is to take in. @throws AppError "bad-file" where there is nothing, or a named file cannot be read. */
async function readable(session: Session, staged: Staged, paths: readonly string[]) {
  const { failed, stage } = staged;
  const left = await withoutFailed(session, staged);
  if (failed.some((one) => stopsAll(one, paths)) || (failed.length > 0 && left.reports === 0))
    throw refused(failed, await hasScans(session, stage));
  const isNothing = left.reports === 0 && joinedIn(left.files).length === 0;
  if (isNothing && left.files.some(isTaken)) throw allTaken(left.files);
  if (isNothing && left.additions === null) throw nothingFound(paths);
  return left;
}

/** What became of layers of reports that are there already. */
function joinedIn(files: readonly StagedFile[]) {
  return files.flatMap(({ file, joins, isLeftOut }) =>
    joins && !isLeftOut && joins.annotators.length > 0
      ? { file, report: joins.report, title: joins.title, annotators: joins.annotators }
      : [],
  );
}

function inWords(reports: number, spans: number, files: readonly StagedFile[]): string {
  const joined = joinedIn(files);
  const names = new Set(joined.flatMap(({ annotators }) => annotators));
  const layers = joined.reduce((sum, { annotators }) => sum + annotators.length, 0);
  const came = `Imported ${counted(reports, "report")} with ${counted(spans, "span")}`;
  if (layers === 0) return `${came}.`;
  if (reports === 0)
    return `Imported ${counted(layers, "layer")} with ${counted(spans, "span")} to reports that were there: ${[...names].join(", ")}.`;
  return `${came}; ${counted(layers, "layer")} joined reports that were there: ${[...names].join(", ")}.`;
}

const isTaken = ({ joins }: StagedFile) => (joins?.taken.length ?? 0) > 0;

/** A layer that is there is never written over; that is said of each file. */
function tellTaken(files: readonly StagedFile[]): void {
  for (const line of takenIn(files)) console.error(`Left out: ${line}`);
}

function takenIn(files: readonly StagedFile[]): string[] {
  return listed(
    files.flatMap(({ file, joins }) => {
      if (!joins || joins.taken.length === 0) return [];
      const whose = joins.taken.map((name) => `“${name}”`).join(", ");
      const message = `“${joins.title}” has a layer by ${whose} already, which stays as it is`;
      return { file, message: `${message}; name another annotator by --annotator.` };
    }),
  );
}

function allTaken(files: readonly StagedFile[]): AppError {
  return new AppError("bad-input", [...takenIn(files), "Nothing was imported."].join("\n"));
}

function tell({ warnings, notes, failed }: Staged): void {
  for (const warning of warnings) console.error(`Warning: ${named(warning)}`);
  for (const note of notes) console.error(`Note: ${named(note)}`);
  for (const line of listed(failed)) console.error(`Left out: ${line}`);
}

/** Whether a file cannot be read that a person named: it, or the other half of a brat pair. */
function stopsAll({ file, isPart }: FileProblem, paths: readonly string[]): boolean {
  const meant = new Set(paths.map((path) => withoutHalf(resolve(path))));
  return isPart !== true && meant.has(withoutHalf(resolve(file)));
}

const withoutHalf = (path: string) => path.replace(/\.(?:txt|ann)$/i, "");

/** Leaves out what was read of files before they could be read no further. */
async function withoutFailed(
  session: Session,
  { stage, reports, spans, additions, failed }: Staged,
): Promise<Pick<Staged, "reports" | "spans" | "additions"> & { files: StagedFile[] }> {
  const broken = new Set(failed.filter(({ isPart }) => !isPart).map(({ file }) => file));
  const files = await filesOf(session, stage);
  const begun = files.filter(({ file, isLeftOut }) => broken.has(file) && !isLeftOut);
  const ids = begun.flatMap(({ report }) => report ?? []);
  if (ids.length === 0) return { reports, spans, additions, files };
  const answer = await ask(session, "import.leaveOut", { stage, reports: ids });
  return { ...countsOf(await filesOf(session, stage)), additions: answer.additions };
}

function countsOf(files: StagedFile[]) {
  const wanted = files.filter(({ report, isLeftOut }) => report !== null && !isLeftOut);
  return {
    files,
    reports: wanted.filter(({ joins }) => joins === null).length,
    spans: wanted.reduce((sum, one) => sum + one.spans, 0),
  };
}

/** The import's files, one page after the other. */
async function filesOf(session: Session, stage: string): Promise<StagedFile[]> {
  const all: StagedFile[] = [];
  for (let total = 1; all.length < total; ) {
    const page = await ask(session, "import.files", { stage, after: all.length, limit: 1000 });
    total = page.total;
    all.push(...page.files);
  }
  return all;
}

const shownProblems = 20;

async function hasScans(session: Session, stage: string): Promise<boolean> {
  // Files that failed are the first of them.
  const { files } = await ask(session, "import.files", { stage, limit: 1000 });
  return files.some(({ report, ocr }) => report === null && ocr !== null);
}

function refused(failed: readonly FileProblem[], areScans: boolean): AppError {
  const lines = listed(failed);
  if (areScans) lines.push("--ocr LANGUAGE reads scanned pages.");
  return new AppError("bad-file", [...lines, "Nothing was imported."].join("\n"));
}

function listed(failed: readonly FileProblem[]): string[] {
  const lines = failed.slice(0, shownProblems).map(named);
  const more = failed.length - lines.length;
  return more > 0 ? [...lines, `… and ${more} more files.`] : lines;
}

/** Readers of documents know no file names. */
function named({ file, message }: FileProblem): string {
  return message.includes(file) ? message : `"${file}": ${message}`;
}

function nothingFound(paths: readonly string[]): AppError {
  return new AppError(
    "bad-file",
    `There is nothing to import in ${paths.map((path) => `"${path}"`).join(", ")}: no .txt, no .txt with .ann, no .jsonl.`,
  );
}

function addedNames(additions: SchemeAdditions | null): string[] {
  // A label whose spans trigger events is defined in both lists.
  return [
    ...new Set(
      Object.values(additions ?? {})
        .flat()
        .map(({ name }) => name),
    ),
  ];
}
