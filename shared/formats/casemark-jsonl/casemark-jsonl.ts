import { z } from "zod";
import { AppError } from "../../errors.ts";
import { onOneLine } from "../../extract/source.ts";
import type { TextRange } from "../../model/annotation.ts";
import type { AnnotatedDocument, DocumentLayer } from "../../model/document.ts";
import { united } from "../../reading/ranges.ts";
import type { Reading } from "../../reading/reading.ts";
import { normaliseNewlines } from "../../text/newlines.ts";
import { offsetConverter, quoteOf, shortenedQuote, type Unit } from "../../text/offsets.ts";
import { type Format, holdsEverything } from "../format.ts";
import { textOf, unfitEscape } from "../reading/json.ts";
import {
  PublicDocument,
  type PublicFacts,
  type PublicLayer,
  toPublicDocument,
} from "./public-document.ts";

/** Casemark's own: one line for every report, with all that is known of it. */
export const casemarkJsonl: Format = {
  id: "casemark-jsonl",
  title: "Casemark JSON lines",
  unit: "codepoint",
  reader: {
    endings: [".jsonl"],
    recognises: (head) =>
      /^\uFEFF?\s*\{/.test(head) &&
      /"offsets"\s*:\s*"(?:codepoint|utf16)"|"layers"\s*:\s*\[/.test(head),
    byLine: true,
    *read(source, { name, firstLine }) {
      const line = textOf(source);
      const document = readJsonlLine(line, {
        ...{ file: source.fileName, name, lineNumber: firstLine },
      });
      yield { document, warnings: [] };
    },
  },
  writer: {
    holds: holdsEverything,
    files: "one",
    endings: [".jsonl"],
    write: (document, { offsets }) => [
      `${writeJsonlLine(document, offsets === "utf16" ? "utf16" : "codepoint")}\n`,
    ],
  },
};

/** Where a line stands, for sentences about it. */
interface LinePlace {
  file: string;
  /** What a document without a name is called, with its line's number; by default like the file. */
  name?: string;
  lineNumber: number;
}

/** A document as one line of a casemark-jsonl file, without the line's end. */
export function writeJsonlLine(
  document: AnnotatedDocument,
  unit: Exclude<Unit, "grapheme">,
  facts?: PublicFacts,
): string {
  return JSON.stringify(toPublicDocument(document, unit, facts));
}

/**
 * Reads one line back; newlines of other kinds in its text become `\n`.
 * @throws AppError `bad-file` for what is no such document, an offset outside the text, a quote that
 * the text does not have there, or a reference to nothing.
 */
export function readJsonlLine(line: string, place: LinePlace): AnnotatedDocument {
  const given = parse(line, place);
  checkAnnotators(given, place);
  const { text, toText } = normaliseNewlines(given.text);
  const toUnit = unitsOf(given, toText, place);
  const fileName = place.name ?? place.file.replace(/\.[^./]*$/, "");
  const name = given.name ?? `${fileName}-${place.lineNumber}`;
  return {
    name,
    title: given.title,
    case: given.case,
    text,
    sections: given.sections.map((section) => ({
      ...section,
      ...rangeOf([section.start, section.end], toUnit, `section "${section.title}"`, place),
    })),
    metadata: given.metadata,
    layers: given.layers.map((layer) => layerOf(layer, text, toUnit, place)),
  };
}

function parse(line: string, place: LinePlace): PublicDocument {
  const value = jsonOf(line, place);
  const result = PublicDocument.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const where = z.core.toDotPath(issue?.path ?? []);
  const problem = issue?.message.replaceAll("\n", " ");
  throw badLine(
    place,
    `${where === "" ? "the line" : where} is not as a Casemark document has it (${problem})`,
    "export the file again, or read it with the version of Casemark that wrote it",
  );
}

function jsonOf(line: string, place: LinePlace): unknown {
  const value = parsed(line, place);
  if (unfitEscape(line) !== null)
    throw badLine(place, "a text in it has half a character or a zero", "export the file again");
  return value;
}

function parsed(line: string, place: LinePlace): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch (cause) {
    throw badLine(place, "this is not JSON", "export the file again", cause);
  }
}

/** A report has one layer of each annotator. */
function checkAnnotators({ layers }: PublicDocument, place: LinePlace): void {
  const known = new Set<string>();
  for (const { annotator } of layers) {
    if (known.has(annotator))
      throw badLine(
        place,
        `two layers are those of "${annotator}"`,
        "give one of them another name",
      );
    known.add(annotator);
  }
}

/** An offset of the line as one of our text; `what` is whose offset it is, for a sentence. */
type ToUnit = (offset: number, what: string) => number;

function unitsOf(
  { text, offsets }: PublicDocument,
  toText: (offset: number) => number,
  place: LinePlace,
): ToUnit {
  const { toUnit } = offsetConverter(text);
  const convert = (offset: number) => toText(offsets === "utf16" ? offset : toUnit(offset));
  return (offset, what) => {
    try {
      return convert(offset);
    } catch (cause) {
      const problem = `${what} reaches to ${offset}, beyond the end of the text`;
      throw badLine(place, problem, check, cause);
    }
  };
}

const check = "check that text and annotations belong together";

function rangeOf(
  [start, end]: [number, number],
  toUnit: ToUnit,
  what: string,
  place: LinePlace,
): TextRange {
  if (end < start)
    throw badLine(place, `${what} ends at ${end}, before it starts at ${start}`, check);
  return { start: toUnit(start, what), end: toUnit(end, what) };
}

function layerOf(
  layer: PublicLayer,
  text: string,
  toUnit: ToUnit,
  place: LinePlace,
): DocumentLayer {
  const spans = layer.spans.map((span) => {
    const what = `span ${span.id}`;
    const ranges = span.ranges.map((range) => rangeOf(range, toUnit, what, place));
    const there = quoteOf(text, ranges);
    if (there !== span.quote && there !== normaliseNewlines(span.quote).text)
      throw badLine(
        place,
        `${what} quotes "${shortenedQuote(span.quote)}", but the text has "${shortenedQuote(there)}" there`,
        check,
      );
    return { ...span, ranges, quote: there };
  });
  const { reading, ...others } = layer;
  const read = { ...others, spans, ...(reading && { reading: readingOf(reading, toUnit, place) }) };
  checkReferences(read, place);
  return read;
}

function readingOf(
  { read, skipped, seconds }: NonNullable<PublicLayer["reading"]>,
  toUnit: ToUnit,
  place: LinePlace,
): Reading {
  const ranges = (given: [number, number][]) =>
    united(given.map((range) => rangeOf(range, toUnit, "what was read", place)));
  return { read: ranges(read), skipped: ranges(skipped), seconds };
}

function checkReferences(layer: DocumentLayer, place: LinePlace): void {
  const { spans, entities, relations, events, groups } = layer;
  const ids = new Set<string>();
  for (const { id } of [...spans, ...entities, ...relations, ...events, ...groups]) {
    if (ids.has(id)) throw badLine(place, `the id ${id} is given twice in one layer`, check);
    ids.add(id);
  }
  const references = [
    ...spans.flatMap(({ entity }) => entity ?? []),
    ...relations.flatMap(({ from, to }) => [from, to]),
    ...events.flatMap((event) => [event.trigger, ...event.arguments.map(({ target }) => target)]),
    ...groups.flatMap(({ members }) => members),
  ];
  const missing = references.find((id) => !ids.has(id));
  if (missing !== undefined)
    throw badLine(place, `something refers to ${missing}, which the layer does not have`, check);
}

function badLine(place: LinePlace, problem: string, remedy: string, cause?: unknown): AppError {
  const { file, lineNumber } = place;
  const sentence = onOneLine(`line ${lineNumber}: ${problem}; ${remedy}.`);
  return new AppError("bad-file", `${file}, ${sentence}`, { cause });
}
