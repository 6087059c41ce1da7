import { badFile } from "../../../extract/source.ts";
import type { TextRange } from "../../../model/annotation.ts";
import { countsIn, type Unit } from "../../../text/offsets.ts";
import type { CountedWarnings } from "../../reading/counted-warnings.ts";
import { composedText } from "./compose.ts";
import { type GivenRow, sentencesOf, type TsvHeader } from "./rows.ts";

/*
 * The body of WebAnno TSV 3: sentences with their text and, a row each, their tokens and parts of tokens.
 */

/** A row: a token, or a part of one. */
export interface TsvRow extends Pick<GivenRow, "id" | "cells" | "isToken"> {
  /** In UTF-16 units of the text. */
  range: TextRange;
}

export interface TsvBody {
  /** As the file has it, carriage returns and all. */
  text: string;
  sentences: { range: TextRange; rows: TsvRow[] }[];
}

interface Reading extends TsvHeader {
  /** The unit of the offsets where it is known. */
  unit: Unit | null;
  warnings: CountedWarnings;
}

/**
 * Reads the lines behind the header. `firstLine` is the number of the first of them, from 1.
 * @throws AppError "bad-file" for a row that is none, has too few columns, or lies outside the text.
 */
export function readBody(lines: readonly string[], firstLine: number, reading: Reading): TsvBody {
  const given = sentencesOf(lines, firstLine, reading);
  const composed = composedText(given, reading.unit, reading.source, reading.warnings);
  const { toUnit } = countsIn(composed.text, composed.unit);
  const inText = (offset: number) => (offset > composed.length ? null : toUnit(offset));
  const sentences = given.map(({ rows }, at) => {
    const { start, end } = composed.ranges[at] ?? { start: 0, end: 0 };
    return {
      range: { start: toUnit(start) ?? 0, end: toUnit(end) ?? 0 },
      rows: rows.map((row) => placed(row, inText, composed.text, reading)),
    };
  });
  return { text: composed.text, sentences };
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
