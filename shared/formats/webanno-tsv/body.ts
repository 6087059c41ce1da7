import { badFile, type Source } from "../../extract/source.ts";
import type { TextRange } from "../../model/annotation.ts";
import { countsIn, type Unit } from "../../text/offsets.ts";
import type { CountedWarnings } from "../counted-warnings.ts";
import { unescapeText } from "./escaping.ts";

/*
 * The body of WebAnno TSV 3: sentences with their text and, a row each, their tokens and parts of tokens.
 */

/** A row: a token, or a part of one, which is called as its token with a point and a number: "1-2.1". */
export interface TsvRow {
  id: string;
  /** In our units of the text. */
  range: TextRange;
  /** One for each column of the layers. */
  cells: string[];
  isToken: boolean;
}

export interface TsvSentence {
  range: TextRange;
  rows: TsvRow[];
}

export interface TsvBody {
  /** As the file has it, carriage returns and all. */
  text: string;
  sentences: TsvSentence[];
}

/** What the file says, its offsets still in its own unit. */
interface GivenRow extends TsvRow {
  word: string;
  lineNumber: number;
}
interface GivenSentence {
  lines: string[];
  rows: GivenRow[];
}

interface Reading {
  source: Source;
  /** The unit of the offsets where it is known. */
  unit: Unit | null;
  version: number;
  /** How many columns the layers have. */
  columns: number;
  warnings: CountedWarnings;
}

/**
 * Reads the lines behind the header. `firstLine` is the number of the first of them, from 1.
 * @throws AppError "bad-file" for a row that is none, has too few columns, or lies outside the text.
 */
export function readBody(lines: readonly string[], firstLine: number, reading: Reading): TsvBody {
  const given = sentencesOf(lines, firstLine, reading);
  const composed = composedAsNamed(given, reading);
  if (!composed.text.isWellFormed() || composed.text.includes("\0"))
    throw badFile(reading.source, "has half a character or a zero in its text; export it again.");
  const { toUnit } = countsIn(composed.text, composed.unit);
  const inText = (offset: number) => (offset > composed.length ? null : toUnit(offset));
  const sentences = given.map(({ rows }, at): TsvSentence => {
    const { start, end } = composed.ranges[at] ?? { start: 0, end: 0 };
    return {
      range: { start: toUnit(start) ?? 0, end: toUnit(end) ?? 0 },
      rows: rows.map((row) => placed(row, inText, composed.text, reading)),
    };
  });
  return { text: composed.text, sentences };
}

function sentencesOf(lines: readonly string[], firstLine: number, reading: Reading) {
  const sentences: GivenSentence[] = [];
  let current: GivenSentence | null = null;
  for (const [at, line] of lines.entries()) {
    const isHeading = line.startsWith("#");
    if (line === "" || (isHeading && current && current.rows.length > 0)) current = null;
    if (line === "") continue;
    if (current === null) {
      current = { lines: [], rows: [] };
      sentences.push(current);
    }
    if (!isHeading) current.rows.push(rowOf(line, firstLine + at, reading));
    else if (line.startsWith(textPrefix))
      current.lines.push(unescapeText(line.slice(textPrefix.length), reading.version));
  }
  return sentences;
}

const textPrefix = "#Text=";
const rowStart = /^(\d+-\d+(\.\d+)?)\t(\d+)-(\d+)\t/;

function rowOf(line: string, lineNumber: number, { source, columns }: Reading): GivenRow {
  const found = rowStart.exec(line);
  if (found === null)
    throw badFile(
      source,
      `has in line ${lineNumber} no token with its number and offsets; export it again as WebAnno TSV 3.`,
    );
  const fields = line.split("\t");
  const word = fields[2] ?? "";
  const cells = fields.slice(3, 3 + columns);
  if (cells.length < columns)
    throw badFile(
      source,
      `has in line ${lineNumber} ${cells.length} columns behind the token where its header names ${columns}; export it again.`,
    );
  const [, id = "", part, start, end] = found;
  const range = { start: Number(start), end: Number(end) };
  return { id, range, word, cells, isToken: !part, lineNumber };
}

interface Composed {
  unit: Unit;
  text: string;
  /** In the unit. */
  length: number;
  ranges: TextRange[];
  /** The first token that begins before the sentence above it has ended, or far behind it. */
  clash: GivenRow | null;
  matches: number;
}

/** The text, its tokens counted in UTF-16 units, as the format has it, or in code points where only so they are the words named. */
function composedAsNamed(given: GivenSentence[], { source, unit, warnings }: Reading): Composed {
  const native = compose(given, unit ?? "utf16");
  const rows = given.reduce((sum, sentence) => sum + sentence.rows.length, 0);
  const isDoubtful = unit === null && native.matches < rows && /[\uD800-\uDBFF]/.test(native.text);
  const other = isDoubtful ? compose(given, "codepoint") : null;
  const composed = other && other.matches > native.matches ? other : native;
  if (composed === other) warnings.say(`${inCodePoints}; they were read so.`);
  if (composed.clash !== null)
    throw badFile(
      source,
      `has offsets that do not fit its text: the sentence at line ${composed.clash.lineNumber} cannot begin at ${composed.clash.range.start}; check that text and annotations belong together.`,
    );
  return composed;
}

/**
 * Each sentence where its first token begins, a line end behind the one before where there is room for it, and
 * spaces for what is missing: what stood there is not in the file.
 */
function compose(given: readonly GivenSentence[], unit: Unit): Composed {
  const lengthOf = (text: string) => (unit === "utf16" ? text.length : [...text].length);
  const pieces: string[] = [];
  const ranges: TextRange[] = [];
  let length = 0;
  let clash: GivenRow | null = null;
  for (const { lines, rows } of given) {
    const words = lines.join("\n");
    const [first] = rows;
    const start = first
      ? first.range.start - lengthOf(spaceBefore(words, first.word))
      : length + Math.min(pieces.length, 1);
    if (start < length || start > length + widestGap) clash ??= first ?? null;
    else if (start > length)
      pieces.push(pieces.length > 0 ? "\n" : " ", " ".repeat(start - length - 1));
    pieces.push(words);
    length = Math.max(start, length) + lengthOf(words);
    ranges.push({ start: length - lengthOf(words), end: length });
  }
  const text = pieces.join("");
  return { unit, text, length, ranges, clash, matches: matchesOf(given, text, unit, length) };
}

const inCodePoints = "offsets count Unicode code points";

/** In characters. A wider one is a mistake in the offsets, not a text. */
const widestGap = 1_000_000;

/** White space in which a sentence begins though its first token does not; the format does not have it so. */
function spaceBefore(words: string, word: string): string {
  const trimmed = words.trimStart();
  return word !== "" && !words.startsWith(word) && trimmed.startsWith(word)
    ? words.slice(0, words.length - trimmed.length)
    : "";
}

function matchesOf(given: readonly GivenSentence[], text: string, unit: Unit, length: number) {
  const { toUnit } = countsIn(text, unit);
  const all = given.flatMap(({ rows }) => rows);
  return all.filter(({ range: { start, end }, word }) => {
    if (end > length || start > end) return false;
    return text.slice(toUnit(start) ?? 0, toUnit(end) ?? 0) === word;
  }).length;
}

function placed(
  row: GivenRow,
  inText: (offset: number) => number | null,
  text: string,
  { source, warnings }: Reading,
): TsvRow {
  const { id, cells, isToken, lineNumber, word } = row;
  const where = `line ${lineNumber}`;
  if (row.range.end < row.range.start)
    throw badFile(
      source,
      `has offsets the wrong way round: ${where} ends at ${row.range.end}, before it starts at ${row.range.start}; correct them and import it again.`,
    );
  const [start, end] = [inText(row.range.start), inText(row.range.end)];
  if (start === null || end === null)
    throw badFile(
      source,
      `has offsets outside its text: ${where} ends at ${row.range.end}; check that text and annotations belong together.`,
    );
  const there = text.slice(start, end);
  if (!there.isWellFormed())
    throw badFile(
      source,
      `has offsets within a character: ${where}; check that text and annotations belong together.`,
    );
  if (there !== word)
    warnings.count(
      where,
      "names another word than the text has there; its offsets were believed",
      "name other words than the text has there; their offsets were believed",
    );
  return { id, range: { start, end }, cells, isToken };
}
