import { resolve } from "node:path";
import { importFormats } from "../../../shared/contract/imports.ts";
import { AppError } from "../../../shared/errors.ts";
import { ocrLanguages } from "../../../shared/extract/ocr-languages.ts";
import { units } from "../../../shared/formats/offset-units.ts";
import type { SchemeAdditions } from "../../../shared/model/scheme.ts";
import type { FileProblem, Staged, StagedFile } from "../../../shared/staged.ts";
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
  usage: `casemark import PROJECT PATH... [--format ${importFormats.join("|")}] [--annotator NAME] [--offsets ${units.join("|")}] [--encoding NAME] [--ocr ${ocrLanguages.join("|")}]`,
  about:
    "Imports files and folders. A file that was named and cannot be read stops all; files in folders that cannot be read are listed on stderr, and the others are imported. Labels that the scheme lacks are added to it and named on stderr. --encoding is that of the texts, Markdown and HTML files; without it their bytes tell. --ocr reads scanned pages of PDFs, in the language given.",
  options: {
    format: { type: "string" },
    annotator: { type: "string" },
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
      const wishes = { format, annotator, encoding: stringOf(values, "encoding"), ocr, offsets };
      const staged = await ask(session, "import.stage", { tickets: [ticket], ...wishes });
      const { reports, spans, additions } = await readable(session, staged, paths);
      tell(staged);
      const added = addedNames(additions);
      if (added.length > 0) console.error(`New in the scheme: ${added.join(", ")}.`);
      await ask(session, "import.finish", { stage: staged.stage });
      const failed = staged.failed.map(({ file, message }) => ({ file, message }));
      const { warnings, notes } = staged;
      return {
        json: { reports, spans, failed, warnings, notes, added },
        text: `Imported ${counted(reports, "report")} with ${counted(spans, "span")}.`,
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
  if (left.reports === 0 && left.additions === null) throw nothingFound(paths);
  return left;
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
): Promise<Pick<Staged, "reports" | "spans" | "additions">> {
  const broken = new Set(failed.filter(({ isPart }) => !isPart).map(({ file }) => file));
  const begun = (await filesOf(session, stage, broken)).filter(({ file }) => broken.has(file));
  const ids = begun.flatMap(({ report }) => report ?? []);
  if (ids.length === 0) return { reports, spans, additions };
  const answer = await ask(session, "import.leaveOut", { stage, reports: ids });
  const gone = begun.reduce((sum, one) => sum + one.spans, 0);
  return {
    reports: reports - ids.length,
    spans: spans - gone,
    additions: answer.additions,
  };
}

/** The import's files, one page after the other. */
async function filesOf(
  session: Session,
  stage: string,
  broken: ReadonlySet<string>,
): Promise<StagedFile[]> {
  const all: StagedFile[] = [];
  if (broken.size === 0) return all;
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
