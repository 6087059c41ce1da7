import { readFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import { AppError, type ErrorCode } from "../../shared/errors.ts";
import { type Choices, firstChoices } from "../../shared/extract/choices.ts";
import { composeText } from "../../shared/extract/compose.ts";
import type { Extracted } from "../../shared/extract/extracted.ts";
import type { PlacedRange } from "../../shared/extract/places.ts";
import { readAnnotationConf } from "../../shared/formats/brat/read-conf.ts";
import type { Format } from "../../shared/formats/format.ts";
import type { FormatId } from "../../shared/formats/format-ids.ts";
import { formatOf, recognise } from "../../shared/formats/registry.ts";
import type { AnnotatedDocument } from "../../shared/model/document.ts";
import type { SchemeAdditions } from "../../shared/model/scheme.ts";
import type { FileProblem } from "../../shared/staged.ts";
import { findSections, titleOf } from "../../shared/text/sections.ts";
import { sha256 } from "../sha256.ts";
import type { Unit } from "./collect.ts";
import { decodeUtf8 } from "./decode.ts";
import { type Original, originalAgain, originalOf } from "./original.ts";
import { readDocument } from "./read-document.ts";
import { formatOfFile, headOf, readFormat } from "./read-format.ts";

/** A report read from a file, with what is kept of the file itself. */
interface ReadReport {
  document: AnnotatedDocument;
  warnings: string[];
  textSha256: string;
  source: Original & { name: string };
  extraction: { extracted: Extracted; choices: Choices; places: PlacedRange[] } | null;
  /** The format of annotated documents that it came in. */
  format?: FormatId;
}

export type Read =
  /** `file` is how people know it. */
  | { kind: "report"; report: ReadReport; file: string }
  | { kind: "scheme"; additions: SchemeAdditions; warnings: FileProblem[] }
  | { kind: "failed"; problem: FileProblem; code?: ErrorCode | null }
  /** A page of a PDF that was read, from 1; these are told unasked. */
  | { kind: "page"; page: number; pages: number }
  /** All of a unit has been read. */
  | { kind: "unit" };

/** Reads one unit after the other; a file that cannot be read is said, and stops nothing. */
export async function* readUnits(
  units: Iterable<Unit>,
  annotator: string,
  onPage: OnPage = () => {},
): AsyncGenerator<Read, void> {
  const seldom = atMostEvery(betweenPages, onPage);
  for (const unit of units) {
    try {
      // OCR takes a moment for each page; without it there may be thousands of them in a second.
      const byOcr = unit.kind === "document" && unit.ocr !== undefined;
      yield* readUnit(unit, annotator, byOcr ? onPage : seldom);
    } catch (error) {
      yield {
        kind: "failed",
        problem: { file: unit.shown, message: sentence(error, unit.shown) },
        code: error instanceof AppError ? error.code : null,
      };
    }
    yield { kind: "unit" };
  }
}

type OnPage = (page: number, pages: number) => void;

// In milliseconds.
const betweenPages = 250;

/** Lets through the first page that is told, and then no more than one in each while. */
function atMostEvery(milliseconds: number, onPage: OnPage): OnPage {
  let next = 0;
  return (page, pages) => {
    const now = performance.now();
    if (now < next) return;
    next = now + milliseconds;
    onPage(page, pages);
  };
}

async function* readUnit(
  unit: Unit,
  annotator: string,
  onPage: OnPage,
): AsyncGenerator<Read, void> {
  switch (unit.kind) {
    case "document":
      yield* readReports(unit, unit.annotator ?? annotator, onPage);
      return;
    case "brat-scheme":
      yield await readScheme(unit);
      return;
    case "annotated":
      yield* readAnnotated(unit, unit.annotator ?? annotator);
      return;
    default:
      unit satisfies never;
  }
}

async function* readReports(
  unit: Extract<Unit, { kind: "document" }>,
  annotator: string,
  onPage: OnPage,
): AsyncGenerator<Read, void> {
  const { file, name, shown, wished, encoding, ocr } = unit;
  const bytes = unit.bytes ?? (await readFile(file));
  if (bytes.length === 0) refuseEmpty("", shown);
  const format = wished === null ? recognise(headOf(bytes), basename(shown)) : null;
  if (format !== null) {
    yield* readIn(format, unit, annotator);
    return;
  }
  const before = { sha256: sha256(bytes), size: bytes.length };
  const mayTake = unit.bytes === undefined;
  const found = await readDocument(bytes, shown, wished, { encoding, ocr, onPage, mayTake });
  for (const [index, extracted] of found.entries()) {
    // Several articles of one file are told apart by their number.
    const own = found.length === 1 ? name : `${name}-${index + 1}`;
    const isTaken = bytes.length === 0;
    const original = isTaken ? await originalAgain(file, shown, before) : originalOf(bytes);
    const report = composed(extracted, original, own, extname(file));
    refuseEmpty(report.document.text, shown);
    yield { kind: "report", report, file: shown };
  }
}

/** The text with all sure repairs taken, for as long as nobody chooses otherwise. */
function composed(
  extracted: Extracted,
  original: Original,
  name: string,
  ending: string,
): ReadReport {
  const choices = firstChoices(extracted);
  const { text, title, sections, places } = composeText(extracted, choices);
  const document: AnnotatedDocument = {
    name,
    title: title ?? basename(name),
    case: name,
    text,
    sections,
    metadata: extracted.metadata,
    layers: [],
  };
  const extraction = { extracted, choices, places };
  return { ...keep(document, original, name + ending, extracted.warnings), extraction };
}

async function readScheme({ file, shown }: Unit): Promise<Read> {
  const conf = decodeUtf8(await readFile(file), shown);
  const { additions, warnings } = readAnnotationConf(conf, shown);
  return {
    kind: "scheme",
    additions,
    warnings: warnings.map((message) => ({ file: shown, message })),
  };
}

async function* readAnnotated(
  unit: Extract<Unit, { kind: "annotated" }>,
  annotator: string,
): AsyncGenerator<Read, void> {
  const format = unit.format ? formatOf(unit.format) : await formatOfFile(unit);
  yield* readIn(format, unit, annotator);
}

/** Every document of a file in this format. */
async function* readIn(format: Format, unit: Unit, annotator: string): AsyncGenerator<Read, void> {
  const { offsets = null, isBare = false } = unit.kind === "annotated" ? unit : {};
  let reports = 0;
  for await (const { document, warnings, original, ending } of readFormat(
    format,
    unit,
    annotator,
    offsets,
  )) {
    reports += 1;
    const kept = isBare ? document : described(document, format, ending);
    const source = keep(kept, originalOf(original), document.name + ending, warnings);
    const report = { ...source, format: format.id };
    if (document.text.trim() === "") yield emptyDocument(document, unit);
    else yield { kind: "report", report, file: unit.shown };
  }
  if (reports === 0) refuseEmpty("", unit.shown);
}

/** One of many that has no text stops none of the others. */
function emptyDocument({ name }: AnnotatedDocument, { shown }: Unit): Read {
  const message = `"${shown}": the document "${name}" is empty; there is nothing in it to annotate.`;
  return { kind: "failed", problem: { file: shown, message, isPart: true }, code: "bad-file" };
}

/** With a title and sections found in the text, where the format has no place for them. */
function described(
  document: AnnotatedDocument,
  { writer }: Format,
  ending: string,
): AnnotatedDocument {
  const { text, name, title, sections } = document;
  return {
    ...document,
    title: writer?.holds.title ? title : titleOf(text, basename(name) + ending),
    sections: writer?.holds.sections ? sections : findSections(text),
  };
}

function keep(
  document: AnnotatedDocument,
  original: Original,
  name: string,
  warnings: string[],
): ReadReport {
  const source = { name, ...original };
  return { document, warnings, textSha256: sha256(document.text), source, extraction: null };
}

function refuseEmpty(text: string, file: string): void {
  if (text.trim() === "")
    throw new AppError("bad-file", `"${file}" is empty; there is nothing in it to annotate.`);
}

function sentence(error: unknown, file: string): string {
  if (error instanceof AppError) return error.message;
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "EACCES" || code === "EPERM")
    return `"${file}" may not be read by you; allow it, or copy the file to a folder of yours.`;
  return `"${file}" could not be read: ${error instanceof Error ? error.message : String(error)}.`;
}
