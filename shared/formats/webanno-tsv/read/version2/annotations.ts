import type { Source } from "../../../../extract/source.ts";
import type { TextRange } from "../../../../model/annotation.ts";
import type { CountedWarnings } from "../../../reading/counted-warnings.ts";
import type { Cas, CasAnnotation } from "../../../uima/cas.ts";
import { splitUnescaped } from "../../escaping.ts";
import { sentenceType, tokenType } from "../../types.ts";
import { type CasBuilder, casBuilder } from "../cas-builder.ts";
import { addRelation, type RowIndex, rowIndex } from "../references.ts";
import { declaredLayers, firstLayers, type Layer } from "./layers.ts";
import { type Row, type Sentence, sentencesOf, wordsOf } from "./sentences.ts";

interface Reading {
  builder: CasBuilder;
  index: RowIndex;
  later: (() => void)[];
  /** By layer, the annotations that the row before has, by their place among its values. */
  open: Map<Layer, (CasAnnotation | undefined)[]>;
}

/** @throws AppError "bad-file" for a layer without a name or a row with too few columns. */
export function casOfVersion2(
  lines: readonly string[],
  source: Source,
  warnings: CountedWarnings,
): Cas {
  const layers = declaredLayers(lines, source);
  const sentences = sentencesOf(lines, layers, source);
  return casOf(sentences, layers.length > 0 ? layers : firstLayers, warnings);
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
