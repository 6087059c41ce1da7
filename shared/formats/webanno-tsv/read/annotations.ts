import type { TextRange } from "../../../model/annotation.ts";
import type { CountedWarnings } from "../../reading/counted-warnings.ts";
import type { Cas, CasAnnotation } from "../../uima/cas.ts";
import { noAnnotation, splitUnescaped, takeSuffix } from "../escaping.ts";
import type { TsvLayer } from "../header.ts";
import { sentenceType, tokenType } from "../types.ts";
import type { TsvBody, TsvRow } from "./body.ts";
import { type CasBuilder, casBuilder } from "./cas-builder.ts";
import { type Chains, chainsOf } from "./chains.ts";
import { addRelation, type RowIndex, rowIndex } from "./references.ts";
import { readSlots } from "./slots.ts";
import { featuresOf, stacksOf, type Value } from "./values.ts";

/*
 * The annotations in the cells of WebAnno TSV 3. One without a number in brackets is told by its row, its
 * layer and its place among the values that stand there; one with a number may go on in further rows.
 */

interface Reading {
  builder: CasBuilder;
  index: RowIndex;
  chains: Chains;
  /** What refers to annotations of later rows, done once they are all there. */
  later: (() => void)[];
}

/** The whole file as feature structures, its sentences and tokens among them. */
export function casOfBody(
  body: TsvBody,
  layers: readonly TsvLayer[],
  warnings: CountedWarnings,
): Cas {
  const builder = casBuilder();
  const index = rowIndex(warnings);
  const reading: Reading = { builder, index, chains: chainsOf(), later: [] };
  for (const { range, rows } of body.sentences) {
    builder.add(sentenceType, range);
    for (const row of rows) readRow(row, layers, reading);
  }
  for (const act of reading.later) act();
  reading.chains.join(builder);
  return builder.cas(body.text);
}

function readRow(row: TsvRow, layers: readonly TsvLayer[], reading: Reading): void {
  if (row.isToken) reading.index.add(row.id, reading.builder.add(tokenType, row.range));
  let at = 0;
  for (const layer of layers) {
    if (!goesOn(row.cells[at] ?? noAnnotation, layer, row, reading))
      for (const values of stacksOf(row.cells, at, layer))
        readAnnotation(values, layer, row, reading);
    at += layer.columns.length;
  }
}

/** Whether all that a layer has in the row was begun by earlier rows, as its first cell says; it is longer now. */
function goesOn(cell: string, { kind, type }: TsvLayer, row: TsvRow, { index }: Reading): boolean {
  if (kind !== "span" || !cell.endsWith("]")) return false;
  const known = splitUnescaped(cell, "|").map((value) =>
    index.numbered(type, takeSuffix(value).numbers[0] ?? 0),
  );
  if (known.includes(null)) return false;
  for (const one of known) if (one) lengthen(one, row, index);
  return true;
}

function readAnnotation(
  values: readonly Value[],
  layer: TsvLayer,
  row: TsvRow,
  reading: Reading,
): void {
  const { builder, index, later } = reading;
  if (layer.kind === "relation") {
    later.push(() => readRelation(values, layer, row, reading));
    return;
  }
  const known = begunAnnotation(values, layer, reading);
  if (known) {
    lengthen(known, row, index);
    return;
  }
  const annotation = addAnnotation(values, layer, row.range, reading);
  index.add(row.id, annotation);
  for (const [feature, value] of featuresOf(values)) annotation.features.set(feature, value);
  later.push(() => readSlots(values, annotation, index, builder));
}

const numberOf = (values: readonly Value[]): number | undefined =>
  values.find(({ numbers }) => numbers.length > 0)?.numbers[0];

/** The one that an earlier row began, if any. */
function begunAnnotation(
  values: readonly Value[],
  { kind, type }: TsvLayer,
  { index, chains }: Reading,
): CasAnnotation | null {
  if (kind === "chain") return chains.known(type, values);
  const number = numberOf(values);
  return number === undefined ? null : index.numbered(type, number);
}

function addAnnotation(
  values: readonly Value[],
  { kind, type }: TsvLayer,
  range: TextRange,
  { builder, index, chains }: Reading,
): CasAnnotation {
  const annotation = builder.add(type, range);
  const number = numberOf(values);
  if (kind === "chain") chains.add(annotation, values);
  else if (number !== undefined) index.number(number, annotation);
  return annotation;
}

/** An annotation that goes on in a further row. */
function lengthen(annotation: CasAnnotation, { id, range }: TsvRow, index: RowIndex): void {
  annotation.begin = Math.min(annotation.begin, range.start);
  annotation.end = Math.max(annotation.end, range.end);
  index.add(id, annotation);
}

function readRelation(
  values: readonly Value[],
  { type }: TsvLayer,
  row: TsvRow,
  { index, builder }: Reading,
): void {
  for (const { column, value, numbers } of values) {
    if (column.kind !== "source") continue;
    const [fromNumber, toNumber] = numbers;
    const from = { rowId: value, number: fromNumber };
    const to = { rowId: row.id, number: toNumber };
    const features = featuresOf(values);
    addRelation({ type, baseType: column.baseType, from, to, features }, index, builder);
  }
}
