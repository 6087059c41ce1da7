import type { CountedWarnings } from "../counted-warnings.ts";
import type { Cas, CasAnnotation, CasValue } from "../uima/cas.ts";
import { featureOf } from "../uima/feature-text.ts";
import type { TsvBody, TsvRow } from "./body.ts";
import { type CasBuilder, casBuilder } from "./cas-builder.ts";
import {
  noAnnotation,
  noValue,
  type Suffixed,
  splitUnescaped,
  takeSuffix,
  unescapeValue,
} from "./escaping.ts";
import { chainLink, type TsvColumn, type TsvLayer } from "./header.ts";
import { addRelation, type RowIndex, rowIndex } from "./references.ts";
import { sentenceType, tokenType } from "./types.ts";

/*
 * The annotations in the cells of WebAnno TSV 3. One without a number in brackets is told by its row, its
 * layer and its place among the values that stand there; one with a number may go on in further rows.
 */

interface Reading {
  builder: CasBuilder;
  index: RowIndex;
  /** Links of chains by "TYPE CHAIN LINK". */
  links: Map<string, CasAnnotation>;
  /** By "TYPE CHAIN". */
  chains: Map<string, Chain>;
  /** What refers to annotations of later rows, done once they are all there. */
  later: (() => void)[];
}

interface Chain {
  type: string;
  links: { annotation: CasAnnotation; place: number }[];
}

/** The whole file as feature structures, its sentences and tokens among them. */
export function casOfBody(
  body: TsvBody,
  layers: readonly TsvLayer[],
  warnings: CountedWarnings,
): Cas {
  const builder = casBuilder();
  const index = rowIndex(warnings);
  const reading: Reading = { builder, index, links: new Map(), chains: new Map(), later: [] };
  for (const { range, rows } of body.sentences) {
    builder.add(sentenceType, range);
    for (const row of rows) readRow(row, layers, reading);
  }
  for (const act of reading.later) act();
  for (const chain of reading.chains.values()) joinChain(chain, builder);
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
  for (const one of known) if (one) index.add(row.id, longer(one, row.range));
  return true;
}

/** What one column says of one annotation. */
interface Value extends Suffixed {
  column: TsvColumn;
}

/** The values of a layer's cells, which begin at one of the row's, put together annotation by annotation. */
function stacksOf(cells: readonly string[], first: number, { columns }: TsvLayer): Value[][] {
  const stacks: Value[][] = [];
  let at = first;
  for (const column of columns) {
    const cell = cells[at] ?? noAnnotation;
    at += 1;
    if (cell === noAnnotation) continue;
    for (const [place, one] of splitUnescaped(cell, "|").entries()) {
      const value = valueIn(one, column);
      const stack = stacks[place];
      if (stack) stack.push(value);
      else stacks[place] = [value];
    }
  }
  return stacks;
}

/** The numbers behind targets belong to each of them. */
function valueIn(cell: string, column: TsvColumn): Value {
  if (column.kind === "targets") return { value: cell, numbers: [], column };
  const { value, numbers } = takeSuffix(cell);
  return { value, numbers, column };
}

function readAnnotation(
  values: readonly Value[],
  layer: TsvLayer,
  row: TsvRow,
  reading: Reading,
): void {
  if (layer.kind === "relation") {
    reading.later.push(() => readRelation(values, layer, row, reading));
    return;
  }
  const annotation =
    layer.kind === "chain"
      ? linkOf(values, layer, row, reading)
      : annotationOf(values, layer, row, reading);
  reading.index.add(row.id, annotation);
  // Where it goes on, its features are those of its first row.
  if (annotation.begin < row.range.start) return;
  for (const [feature, value] of featuresOf(values)) annotation.features.set(feature, value);
  for (const roles of values.filter(({ column }) => column.kind === "roles"))
    reading.later.push(() => readSlots(roles, values, annotation, reading));
}

function featuresOf(values: readonly Value[]): [feature: string, value: CasValue][] {
  return values.flatMap(({ column, value }) =>
    column.kind === "value" && value !== noValue
      ? [[column.feature, valueOfFeature(column.feature, unescapeValue(value))]]
      : [],
  );
}

/** Our own feature with several values is written as a list; whatever else looks like one is told by its reader. */
function valueOfFeature(feature: string, text: string): CasValue {
  return feature === "furtherIdentifiers" ? featureOf(text) : text;
}

/** The one that an earlier row began, now longer, or a new one. */
function annotationOf(
  values: readonly Value[],
  { type }: TsvLayer,
  { range }: TsvRow,
  { builder, index }: Reading,
): CasAnnotation {
  const number = values.find(({ numbers }) => numbers.length > 0)?.numbers[0];
  const known = number === undefined ? null : index.numbered(type, number);
  if (known) return longer(known, range);
  const annotation = builder.add(type, range);
  if (number !== undefined) index.number(number, annotation);
  return annotation;
}

function longer(annotation: CasAnnotation, { start, end }: TsvRow["range"]): CasAnnotation {
  annotation.begin = Math.min(annotation.begin, start);
  annotation.end = Math.max(annotation.end, end);
  return annotation;
}

/** A link of a chain is told by its place: "coref->1-2" is the second of the first chain. */
function linkOf(
  values: readonly Value[],
  { type }: TsvLayer,
  { range }: TsvRow,
  { builder, links, chains }: Reading,
): CasAnnotation {
  const [chain, place] =
    values.find(({ column }) => column.kind === "value" && column.feature === chainLink)?.numbers ??
    [];
  const key = `${type} ${chain} ${place}`;
  const known = place === undefined ? undefined : links.get(key);
  if (known) return longer(known, range);
  const annotation = builder.add(type, range);
  if (place === undefined) return annotation;
  links.set(key, annotation);
  const there = chains.get(`${type} ${chain}`) ?? { type, links: [] };
  there.links.push({ annotation, place });
  chains.set(`${type} ${chain}`, there);
  return annotation;
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

/** The links of a slot: the roles stand in one column, their targets in the same order in the next. */
function readSlots(
  { column, value }: Value,
  values: readonly Value[],
  host: CasAnnotation,
  reading: Reading,
): void {
  if (column.kind !== "roles" || value === noAnnotation) return;
  const targets = targetsOf(values, column.feature);
  const links = splitUnescaped(value, ";").flatMap((role, at) => {
    const { rowId = "", number, type = "" } = targets[at] ?? {};
    const target = reading.index.referred(type, rowId, number);
    if (target === null) return [];
    const link = reading.builder.addOther(column.linkType);
    if (role !== noValue) link.features.set("role", unescapeValue(role));
    link.features.set("target", { ref: target.id });
    return [{ ref: link.id }];
  });
  if (links.length > 0) host.features.set(column.feature, links);
}

function targetsOf(values: readonly Value[], feature: string) {
  return values.flatMap(({ column, value }) =>
    column.kind === "targets" && column.feature === feature
      ? splitUnescaped(value, ";").map((place) => {
          const { value: rowId, numbers } = takeSuffix(place);
          return { rowId, number: numbers[0], type: column.targetType };
        })
      : [],
  );
}

/** Each link knows the next one, and the head of the chain the first. */
function joinChain({ type, links }: Chain, builder: CasBuilder): void {
  const ordered = links.toSorted((a, b) => a.place - b.place).map(({ annotation }) => annotation);
  for (const [at, annotation] of ordered.entries()) {
    const next = ordered[at + 1];
    if (next) annotation.features.set("next", { ref: next.id });
  }
  const [first] = ordered;
  const head = builder.addOther(`${type.replace(/Link$/, "")}Chain`);
  if (first) head.features.set("first", { ref: first.id });
}
