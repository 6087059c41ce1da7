import { badFile, type Source } from "../../extract/source.ts";
import type { TextRange } from "../../model/annotation.ts";
import type { CountedWarnings } from "../counted-warnings.ts";
import type { Cas, CasAnnotation } from "../uima/cas.ts";
import { type CasBuilder, casBuilder } from "./cas-builder.ts";
import { splitUnescaped } from "./escaping.ts";
import { addRelation, type RowIndex, rowIndex } from "./references.ts";
import {
  dependencyType,
  lemmaType,
  namedEntityType,
  partOfSpeechType,
  sentenceType,
  tokenType,
} from "./types.ts";

/*
 * WebAnno TSV 1 and 2, from before there were offsets: words in rows, the text of each sentence above
 * them, spans as B- and I- tags. TSV 1 has no header and always the same columns.
 */

interface Layer {
  type: string;
  features: string[];
  /** Of relations, the type of their ends. */
  base: string | null;
  /** Whether "B-" and "I-" are tags and not a part of the value, as in "B-cell". */
  isTagged: boolean;
}

interface Row {
  id: string;
  word: string;
  cells: string[];
}
interface Sentence {
  text: string | null;
  rows: Row[];
}

/** The layers of TSV 1: its columns are lemma, part of speech, named entity, nothing, head and dependency. */
const firstLayers: readonly Layer[] = [
  { type: lemmaType, features: ["value"], base: null, isTagged: false },
  { type: partOfSpeechType, features: ["PosValue"], base: null, isTagged: false },
  { type: namedEntityType, features: ["value"], base: null, isTagged: true },
  { type: dependencyType, features: ["DependencyType"], base: tokenType, isTagged: false },
];

const secondHeader = /^\s*#\s*[\p{L}\w.]+\.[\p{L}\w]+\s*\|/u;
const rowStart = /^(\d+)(-\d+)?\t/;

/** Whether a text begins as TSV 2 or TSV 1 does. */
export function isVersion2(head: string): boolean {
  return secondHeader.test(head) || /^#id=\d+\r?\n#text=.*\r?\n1\t([^\t\n]*\t){8}/.test(head);
}

/** @throws AppError "bad-file" for a row with too few columns. */
export function casOfVersion2(lines: readonly string[], source: Source, warnings: CountedWarnings) {
  const layers = lines.flatMap((line) => (secondHeader.test(line) ? layersOf(line) : []));
  if (layers.some(({ type }) => type === "" || type.endsWith(".")))
    throw badFile(source, "declares a layer without a name; export it again.");
  const sentences = sentencesOf(lines, layers, source);
  return casOf(sentences, layers.length > 0 ? layers : firstLayers, warnings);
}

/** "# TYPE | FEATURE | FEATURE # TYPE | FEATURE | AttachTo=TYPE". */
function layersOf(line: string): Layer[] {
  const parts = line.split("#").filter((part) => part.trim() !== "");
  return parts.map((part) => {
    const [type = "", ...names] = part.split("|").map((name) => name.trim());
    const base = names.find((name) => name.startsWith(attachTo));
    const features = names.filter((name) => name !== "" && !name.startsWith(attachTo));
    return { type, features, base: base?.slice(attachTo.length) ?? null, isTagged: true };
  });
}

const attachTo = "AttachTo=";

function sentencesOf(lines: readonly string[], layers: readonly Layer[], source: Source) {
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
    } else if (current?.text && !line.trimStart().startsWith("#")) current.text += `\n${line}`;
  }
  return sentences.filter(({ rows }) => rows.length > 0);
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

interface Reading {
  builder: CasBuilder;
  index: RowIndex;
  later: (() => void)[];
  /** By layer, the annotations that the row before has, by their place among its values. */
  open: Map<Layer, (CasAnnotation | undefined)[]>;
}

function casOf(
  sentences: readonly Sentence[],
  layers: readonly Layer[],
  warnings: CountedWarnings,
): Cas {
  const builder = casBuilder();
  const reading: Reading = { builder, index: rowIndex(warnings), later: [], open: new Map() };
  let text = "";
  for (const sentence of sentences) {
    if (text !== "") text += "\n";
    const start = text.length;
    const { words, starts } = wordsOf(sentence, warnings);
    text += words;
    builder.add(sentenceType, { start, end: text.length });
    for (const [at, row] of sentence.rows.entries()) {
      const begin = start + (starts[at] ?? 0);
      readRow(row, { start: begin, end: begin + row.word.length }, layers, reading);
    }
  }
  for (const act of reading.later) act();
  return builder.cas(text);
}

/** A sentence's text, and where each of its rows begins in it; words joined by spaces where it has another text. */
function wordsOf({ text, rows }: Sentence, warnings: CountedWarnings) {
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

function readRow(row: Row, range: TextRange, layers: readonly Layer[], reading: Reading): void {
  const { builder, index } = reading;
  index.add(row.id, builder.add(tokenType, range));
  let at = 0;
  for (const layer of layers) {
    const values = row.cells.slice(at, at + layer.features.length).map(stackOf);
    at += layer.features.length;
    const sources = layer.base === null ? [] : stackOf(row.cells[at] ?? "");
    if (layer.base !== null) at += 1;
    readLayer(row, range, layer, values, sources, reading);
  }
}

const stackOf = (cell: string) => splitUnescaped(cell.trim(), "|");

function readLayer(
  row: Row,
  range: TextRange,
  layer: Layer,
  values: readonly string[][],
  sources: readonly string[],
  reading: Reading,
): void {
  const before = reading.open.get(layer) ?? [];
  const depth = Math.max(...values.map((stack) => stack.length), 0);
  const now = Array.from({ length: depth }, (_, place) => {
    const tags = values.map((stack) => stack[place] ?? "_");
    if (tags.every((tag) => nothing.has(tag))) return undefined;
    if (layer.base !== null) {
      readRelation(row, layer.type, layer.base, featuresOf(layer, tags), sources[place], reading);
      return undefined;
    }
    const known = layer.isTagged && tags.some((tag) => tag.startsWith("I-")) && before[place];
    const annotation = known || reading.builder.add(layer.type, range);
    annotation.end = range.end;
    if (!known)
      for (const [name, value] of featuresOf(layer, tags)) annotation.features.set(name, value);
    reading.index.add(row.id, annotation);
    return annotation;
  });
  reading.open.set(layer, now);
}

/** No annotation, and the marks that only keep a place among the values of a row. */
const nothing: ReadonlySet<string> = new Set(["", "_", "O", "O-_", "B-_", "I-_"]);

function featuresOf(layer: Layer, tags: readonly string[]): [feature: string, value: string][] {
  return layer.features.flatMap((feature, at): [string, string][] => {
    const tag = tags[at] ?? "_";
    const value = layer.isTagged ? tag.replace(/^[BI]-/, "") : tag;
    // A value that is missing is written as the layer's name.
    return nothing.has(tag) || value.startsWith(layer.type) ? [] : [[feature, value]];
  });
}

function readRelation(
  { id }: Row,
  type: string,
  baseType: string,
  features: [feature: string, value: string][],
  source: string | undefined,
  { index, builder, later }: Reading,
): void {
  const from = { rowId: source ?? "", number: undefined };
  const to = { rowId: id, number: undefined };
  later.push(() => addRelation({ type, baseType, from, to, features }, index, builder));
}
