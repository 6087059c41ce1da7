import { badFile, type Source } from "../../../extract/source.ts";
import type { TextRange } from "../../../model/annotation.ts";
import { unescapeText } from "../escaping.ts";

/** A row as the file has it. */
export interface GivenRow {
  /** Sentence and token, "1-2", and for a part of a token its number: "1-2.1". */
  id: string;
  /** In the file's unit. */
  range: TextRange;
  word: string;
  /** One for each column of the layers. */
  cells: string[];
  isToken: boolean;
  lineNumber: number;
}

export interface GivenSentence {
  /** Its text, line by line. */
  lines: string[];
  rows: GivenRow[];
}

/** What is known of a file from its header. */
export interface TsvHeader {
  source: Source;
  version: number;
  /** How many columns the layers have. */
  columns: number;
}

/**
 * The lines behind the header, `firstLine` the number of the first of them.
 * @throws AppError "bad-file" for a row that is none or has too few columns.
 */
export function sentencesOf(
  lines: readonly string[],
  firstLine: number,
  header: TsvHeader,
): GivenSentence[] {
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
    if (!isHeading) current.rows.push(rowOf(line, firstLine + at, header));
    else if (line.startsWith(textPrefix))
      current.lines.push(unescapeText(line.slice(textPrefix.length), header.version));
  }
  return sentences;
}

const textPrefix = "#Text=";
const rowStart = /^(\d+-\d+(\.\d+)?)\t(\d+)-(\d+)\t/;

function rowOf(line: string, lineNumber: number, { source, columns }: TsvHeader): GivenRow {
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
