import { resolve } from "node:path";
import { importFormats } from "../../../shared/contract/imports.ts";
import { AppError } from "../../../shared/errors.ts";
import { ocrLanguages } from "../../../shared/extract/ocr-languages.ts";
import type { SchemeAdditions } from "../../../shared/model/scheme.ts";
import type { FileProblem } from "../../../shared/staged.ts";
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
  usage: `casemark import PROJECT PATH... [--format ${importFormats.join("|")}] [--annotator NAME] [--offsets codepoint|utf16] [--encoding NAME] [--ocr ${ocrLanguages.join("|")}]`,
  about:
    "Imports files and folders, all of them or none. Labels that the scheme lacks are added to it and named on stderr. --encoding is that of the texts, Markdown and HTML files; without it their bytes tell. --ocr reads scanned pages of PDFs, in the language given.",
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
      const offsets = values.has("offsets")
        ? oneOf(values, "offsets", ["codepoint", "utf16"] as const, null)
        : null;
      const wishes = { format, annotator, encoding: stringOf(values, "encoding"), ocr, offsets };
      const staged = await ask(session, "import.stage", { tickets: [ticket], ...wishes });
      if (staged.failed.length > 0)
        throw refused(staged.failed, await hasScans(session, staged.stage));
      if (staged.reports === 0 && staged.additions === null) throw nothingFound(paths);
      for (const warning of staged.warnings) console.error(`Warning: ${named(warning)}`);
      for (const note of staged.notes) console.error(`Note: ${named(note)}`);
      const added = addedNames(staged.additions);
      if (added.length > 0) console.error(`New in the scheme: ${added.join(", ")}.`);
      await ask(session, "import.finish", { stage: staged.stage });
      const { reports, spans, warnings, notes } = staged;
      return {
        json: { reports, spans, warnings, notes, added },
        text: `Imported ${counted(reports, "report")} with ${counted(spans, "span")}.`,
      };
    });
  },
};

const shownProblems = 20;

async function hasScans(session: Session, stage: string): Promise<boolean> {
  // Files that failed are the first of them.
  const { files } = await ask(session, "import.files", { stage, limit: 1000 });
  return files.some(({ report, ocr }) => report === null && ocr !== null);
}

function refused(failed: readonly FileProblem[], areScans: boolean): AppError {
  const lines = failed.slice(0, shownProblems).map(named);
  const more = failed.length - lines.length;
  if (more > 0) lines.push(`… and ${more} more files.`);
  if (areScans) lines.push("--ocr LANGUAGE reads scanned pages.");
  return new AppError("bad-file", [...lines, "Nothing was imported."].join("\n"));
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
