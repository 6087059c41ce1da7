import { getOrMake } from "../get-or-make.ts";
import type { TextRange } from "../model/annotation.ts";
import type { AnnotatedDocument, DocumentLayer } from "../model/document.ts";
import { countWhile } from "../text/count-while.ts";
import { tokenRanges } from "../text/tokens.ts";
import { compareTexts } from "./order.ts";

/** What is counted of one part of a split, or of the whole. */
interface PartCounts {
  /** The part's name; "" for the whole. */
  part: string;
  cases: number;
  reports: number;
  /** In Unicode code points. */
  characters: number;
  tokens: number;
  spans: number;
  entities: number;
  /** Entities with at least one code. */
  codedEntities: number;
  relations: number;
  events: number;
  groups: number;
  /** Spans of more than one range. */
  discontinuous: number;
  /** Spans that share words with another span of the same layer. */
  overlapping: number;
}

/** One label's spans, by part and by annotator. */
interface LabelCounts {
  label: string;
  spans: number;
  byPart: Readonly<Record<string, number>>;
  byAnnotator: Readonly<Record<string, number>>;
  /** The mean length of its spans in tokens that they touch, with one decimal. */
  meanTokens: number;
}

/** Of a list of numbers; all 0 for an empty one. */
export interface Spread {
  least: number;
  median: number;
  mean: number;
  most: number;
}

export interface Statistics {
  whole: PartCounts;
  /** In the order given to `startStatistics`. */
  parts: PartCounts[];
  /** The most frequent first. */
  labels: LabelCounts[];
  annotators: { annotator: string; reports: number; spans: number }[];
  /** Attributes of spans with how many spans have them, the most frequent first. */
  attributes: { name: string; spans: number }[];
  relations: { label: string; count: number }[];
  /** Spans of each report, all layers together, smallest first. */
  spansPerReport: number[];
  charactersPerReport: Spread;
}

/** Counts documents one by one, so that they need not be in memory together. */
export interface Counting {
  add(document: AnnotatedDocument, part: string): void;
  statistics(): Statistics;
}

interface LabelSums {
  byPart: Map<string, number>;
  byAnnotator: Map<string, number>;
  tokens: number;
}

/** @param partNames the parts of the split, in their order; a document of another part is an error. */
export function startStatistics(partNames: readonly string[]): Counting {
  const parts = new Map(partNames.map((part) => [part, noCounts(part)]));
  const cases = new Map<string, Set<string>>(partNames.map((part) => [part, new Set()]));
  const labels = new Map<string, LabelSums>();
  const annotators = new Map<string, { reports: number; spans: number }>();
  const attributes = new Map<string, number>();
  const relations = new Map<string, number>();
  const spansPerReport: number[] = [];
  const characters: number[] = [];
  const countLayer = (layer: DocumentLayer, part: string, starts: readonly TextRange[]) => {
    const { annotator, spans } = layer;
    const work = getOrMake(annotators, annotator, () => ({ reports: 0, spans: 0 }));
    work.reports += 1;
    work.spans += spans.length;
    for (const { label } of layer.relations) increase(relations, label);
    for (const span of spans) {
      const sums = getOrMake(labels, span.label, noSums);
      increase(sums.byPart, part);
      increase(sums.byAnnotator, annotator);
      sums.tokens += tokensIn(starts, span.ranges);
      for (const name of Object.keys(span.attributes)) increase(attributes, name);
    }
  };
  return {
    add(document, part) {
      const counts = parts.get(part);
      if (!counts) throw new RangeError(`no part ${part} among ${partNames.join(", ")}`);
      cases.get(part)?.add(document.case);
      const tokens = tokenRanges(document.text);
      const length = codePointsIn(document.text);
      characters.push(length);
      addCounts(counts, { ...countsOf(document), characters: length, tokens: tokens.length });
      spansPerReport.push(sum(document.layers.map(({ spans }) => spans.length)));
      for (const layer of document.layers) countLayer(layer, part, tokens);
    },
    statistics() {
      const each = [...parts.values()].map((counts) => ({
        ...counts,
        cases: cases.get(counts.part)?.size ?? 0,
      }));
      const whole = noCounts("");
      for (const counts of each) addCounts(whole, counts);
      return {
        whole,
        parts: each,
        labels: Array.from(labels, ([label, sums]) => labelCounts(label, sums, partNames)).sort(
          (a, b) => b.spans - a.spans || compareTexts(a.label, b.label),
        ),
        annotators: Array.from(annotators, ([annotator, work]) => ({ annotator, ...work })).sort(
          (a, b) => compareTexts(a.annotator, b.annotator),
        ),
        attributes: byCount(attributes).map(([name, spans]) => ({ name, spans })),
        relations: byCount(relations).map(([label, count]) => ({ label, count })),
        spansPerReport: spansPerReport.toSorted((a, b) => a - b),
        charactersPerReport: spreadOf(characters),
      };
    },
  };
}

const noSums = (): LabelSums => ({ byPart: new Map(), byAnnotator: new Map(), tokens: 0 });

function noCounts(part: string): PartCounts {
  return {
    ...{ part, cases: 0, reports: 0, characters: 0, tokens: 0, spans: 0, entities: 0 },
    ...{ codedEntities: 0, relations: 0, events: 0, groups: 0, discontinuous: 0, overlapping: 0 },
  };
}

type Numbers = Omit<PartCounts, "part">;

function countsOf({ layers }: AnnotatedDocument): Omit<Numbers, "characters" | "tokens"> {
  const all = <One>(listOf: (layer: DocumentLayer) => readonly One[]) => layers.flatMap(listOf);
  const entities = all((layer) => layer.entities);
  const spans = all((layer) => layer.spans);
  return {
    cases: 0,
    reports: 1,
    spans: spans.length,
    entities: entities.length,
    codedEntities: entities.filter(({ codes }) => codes.length > 0).length,
    relations: all((layer) => layer.relations).length,
    events: all((layer) => layer.events).length,
    groups: all((layer) => layer.groups).length,
    discontinuous: spans.filter(({ ranges }) => ranges.length > 1).length,
    overlapping: sum(layers.map(overlappingIn)),
  };
}

function addCounts(counts: PartCounts, more: Numbers): void {
  for (const key of Object.keys(counts))
    if (key !== "part") counts[key as keyof Numbers] += more[key as keyof Numbers];
}

/** Spans that share at least one character with another one. */
function overlappingIn({ spans }: DocumentLayer): number {
  const ranges = spans
    .flatMap((span) => span.ranges.map(({ start, end }) => ({ start, end, span })))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const overlapping = new Set<unknown>();
  let last: (typeof ranges)[number] | undefined;
  for (const range of ranges) {
    if (last && last.span !== range.span && range.start < Math.min(last.end, range.end)) {
      overlapping.add(last.span);
      overlapping.add(range.span);
    }
    if (!last || range.end > last.end) last = range;
  }
  return overlapping.size;
}

/** Tokens that the ranges touch. `tokens` are in order and disjoint. */
function tokensIn(tokens: readonly TextRange[], ranges: readonly TextRange[]): number {
  return sum(
    ranges.map(({ start, end }) => {
      const before = countWhile(tokens.length, (at) => (tokens[at]?.end ?? end) <= start);
      const within = countWhile(tokens.length, (at) => (tokens[at]?.start ?? end) < end);
      return Math.max(0, within - before);
    }),
  );
}

function codePointsIn(text: string): number {
  let count = text.length;
  for (const _ of text.matchAll(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)) count -= 1;
  return count;
}

function labelCounts(label: string, sums: LabelSums, partNames: readonly string[]): LabelCounts {
  const spans = sum([...sums.byPart.values()]);
  return {
    label,
    spans,
    byPart: Object.fromEntries(partNames.map((part) => [part, sums.byPart.get(part) ?? 0])),
    byAnnotator: Object.fromEntries([...sums.byAnnotator].sort(([a], [b]) => compareTexts(a, b))),
    meanTokens: rounded(sums.tokens / spans, 1),
  };
}

/** The least, the middle, the mean and the greatest of the numbers; the mean with one decimal. */
export function spreadOf(numbers: readonly number[]): Spread {
  if (numbers.length === 0) return { least: 0, median: 0, mean: 0, most: 0 };
  const sorted = numbers.toSorted((a, b) => a - b);
  const at = (place: number) => sorted[place] ?? 0;
  const middle = sorted.length / 2;
  return {
    least: at(0),
    median: (at(Math.ceil(middle) - 1) + at(Math.floor(middle))) / 2,
    mean: rounded(sum(sorted) / sorted.length, 1),
    most: at(sorted.length - 1),
  };
}

function increase(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function byCount(counts: ReadonlyMap<string, number>): [string, number][] {
  return [...counts].sort(([a, m], [b, n]) => n - m || compareTexts(a, b));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function rounded(number: number, decimals: number): number {
  return Number(number.toFixed(decimals));
}
