import { badFile, type Source } from "../../../../extract/source.ts";
import type { CountedWarnings } from "../../../reading/counted-warnings.ts";
import type { Layer } from "./layers.ts";

export interface Row {
  id: string;
  word: string;
  /** Of each layer its features, and of relations where they come from. */
  cells: string[];
}

export interface Sentence {
  /** As it stands above the rows, if it does. */
  text: string | null;
  rows: Row[];
}

const rowStart = /^(\d+)(-\d+)?\t/;

/** @throws AppError "bad-file" for a row with too few columns. */
export function sentencesOf(lines: readonly string[], layers: readonly Layer[], source: Source) {
  const sentences: Sentence[] = [];
  let current: Sentence | null = null;
  for (const [at, line] of lines.entries()) {
    if (line.trim() === "") current = null;
    else if (line.startsWith("#text=")) {
      current = { text: line.slice("#text=".length), rows: [] };
      sentences.push(current);
    } else if (rowStart.test(line)) {
      if (current === null) {
        current = { text: null, rows: [] };
        sentences.push(current);
      }
      current.rows.push(rowOf(line, sentences.length, layers, source, at + 1));
    } else if (isTextGoingOn(line, current)) current.text += `\n${line}`;
  }
  return sentences.filter(({ rows }) => rows.length > 0);
}

/** A text may have line ends, though the format has no sign for them. */
function isTextGoingOn(line: string, current: Sentence | null): current is Sentence {
  return current !== null && current.rows.length === 0 && !line.trimStart().startsWith("#");
}

function rowOf(
  line: string,
  sentence: number,
  layers: readonly Layer[],
  source: Source,
  lineNumber: number,
): Row {
  const [id = "", word = "", ...cells] = line.split("\t");
  const isFirst = layers.length === 0;
  const wanted = isFirst
    ? 6
    : layers.reduce((sum, { features, base }) => sum + features.length + (base ? 1 : 0), 0);
  if (cells.length < wanted)
    throw badFile(
      source,
      `has in line ${lineNumber} ${cells.length} columns behind the token where its header names ${wanted}; export it again.`,
    );
  return isFirst ? rowOfVersion1(sentence, id, word, cells) : { id, word, cells };
}

/** A row of TSV 1 as one of TSV 2; a dependency on 0 is one on itself. */
function rowOfVersion1(sentence: number, id: string, word: string, cells: string[]): Row {
  const [lemma = "_", partOfSpeech = "_", entity = "_", , head = "_", dependency = "_"] = cells;
  const isDependent = /^\d+$/.test(head);
  return {
    id: `${sentence}-${id}`,
    word,
    cells: [
      ...[lemma, partOfSpeech, entity === "-" ? "_" : entity],
      ...[isDependent ? dependency : "_", `${sentence}-${head === "0" ? id : head}`],
    ],
  };
}

/** A sentence's text's text, and where each of its rows begins in it; words joined by spaces where it has another text. */
export function wordsOf({ text, rows }: Sentence, warnings: CountedWarnings) {
  const starts: number[] = [];
  let at = 0;
  for (const { word } of rows) {
    const start = text?.indexOf(word, at) ?? -1;
    starts.push(start);
    at = start + word.length;
  }
  if (text !== null && !starts.includes(-1)) return { words: text, starts };
  if (text !== null)
    warnings.count(
      `token ${rows[0]?.id}`,
      "begins a sentence whose words are not those of its text; the text was made of the words",
      "begin sentences whose words are not those of their texts; the texts were made of the words",
    );
  const words = rows.map(({ word }) => word);
  let start = 0;
  return {
    words: words.join(" "),
    starts: words.map((word) => {
      start += word.length + 1;
      return start - word.length - 1;
    }),
  };
}
