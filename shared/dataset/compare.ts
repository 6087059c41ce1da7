import type { Span } from "../model/annotation.ts";
import type { AnnotatedDocument, DocumentLayer } from "../model/document.ts";
import { compareTexts } from "./order.ts";
import { placeOf } from "./span-place.ts";

/** What became of the spans of one label from one release to the next. */
interface LabelChanges {
  label: string;
  added: number;
  removed: number;
  same: number;
  /** Of the same ones, those with other attributes or another note. */
  changed: number;
}

/** Spans that are on the same words and have another label now. */
interface Relabelled {
  from: string;
  to: string;
  spans: number;
}

/** What differs between two releases. Lists are in order. */
export interface ReleaseChanges {
  reports: {
    added: string[];
    removed: string[];
    /** Of those in both: with another text, and with the same text but other spans. */
    textChanged: string[];
    spansChanged: string[];
    same: number;
  };
  /** Labels that occur in one of the two only. */
  labels: { added: string[]; removed: string[] };
  /** For every label of either. Relabelled spans are neither added nor removed. */
  spans: LabelChanges[];
  relabelled: Relabelled[];
}

/** Compares documents by name, whatever their order; the earlier release's are kept in memory. */
export interface Comparison {
  after(document: AnnotatedDocument): void;
  changes(): ReleaseChanges;
}

interface Counts {
  labels: Map<string, Omit<LabelChanges, "label">>;
  relabelled: Map<string, Relabelled>;
}

/**
 * Spans are the same when annotator, label and ranges are; in a report whose text has changed, when
 * annotator, label and quote are.
 */
export function startComparison(before: Iterable<AnnotatedDocument>): Comparison {
  const earlier = new Map(Array.from(before, (document) => [document.name, document]));
  const left = new Set(earlier.keys());
  const counts: Counts = { labels: new Map(), relabelled: new Map() };
  const reports: ReleaseChanges["reports"] = {
    ...{ added: [], removed: [], textChanged: [], spansChanged: [], same: 0 },
  };
  return {
    after(document) {
      const then = earlier.get(document.name);
      left.delete(document.name);
      const isText = then !== undefined && then.text !== document.text;
      const isSame = compareLayers(counts, then?.layers ?? [], document.layers, isText);
      if (then === undefined) reports.added.push(document.name);
      else if (isText) reports.textChanged.push(document.name);
      else if (isSame) reports.same += 1;
      else reports.spansChanged.push(document.name);
    },
    changes() {
      for (const name of left) {
        compareLayers(counts, earlier.get(name)?.layers ?? [], [], false);
        reports.removed.push(name);
      }
      left.clear();
      const lists = [reports.added, reports.removed, reports.textChanged, reports.spansChanged];
      for (const list of lists) list.sort(compareTexts);
      return { reports, ...summary(counts) };
    },
  };
}

function summary({ labels, relabelled }: Counts): Omit<ReleaseChanges, "reports"> {
  const spans = Array.from(labels, ([label, counts]) => ({ label, ...counts })).sort((a, b) =>
    compareTexts(a.label, b.label),
  );
  const pairs = [...relabelled.values()].sort(
    (a, b) => b.spans - a.spans || compareTexts(a.from, b.from) || compareTexts(a.to, b.to),
  );
  const from = new Set(pairs.map((pair) => pair.from));
  const to = new Set(pairs.map((pair) => pair.to));
  const isThen = ({ label, removed, same }: LabelChanges) => removed + same > 0 || from.has(label);
  const isNow = ({ label, added, same }: LabelChanges) => added + same > 0 || to.has(label);
  return {
    labels: {
      added: spans.filter((one) => isNow(one) && !isThen(one)).map(({ label }) => label),
      removed: spans.filter((one) => isThen(one) && !isNow(one)).map(({ label }) => label),
    },
    spans,
    relabelled: pairs,
  };
}

/** Counts the changes of one report; whether there are none. */
function compareLayers(
  counts: Counts,
  then: readonly DocumentLayer[],
  now: readonly DocumentLayer[],
  byQuote: boolean,
): boolean {
  const annotators = new Set([...then, ...now].map(({ annotator }) => annotator));
  let isSame = true;
  for (const annotator of annotators) {
    const spansOf = (layers: readonly DocumentLayer[]) =>
      layers.filter((layer) => layer.annotator === annotator).flatMap(({ spans }) => spans);
    isSame = compareSpans(counts, spansOf(then), spansOf(now), byQuote) && isSame;
  }
  return isSame;
}

function compareSpans(
  { labels, relabelled }: Counts,
  then: readonly Span[],
  now: readonly Span[],
  byQuote: boolean,
): boolean {
  const count = (label: string) => {
    const there = labels.get(label) ?? { added: 0, removed: 0, same: 0, changed: 0 };
    labels.set(label, there);
    return there;
  };
  const keyOf = (span: Span) => JSON.stringify([span.label, byQuote ? span.quote : placeOf(span)]);
  const wordsOf = (span: Span) => (byQuote ? span.quote : placeOf({ ...span, label: "" }));
  const exact = matched(then, now, keyOf);
  let changed = 0;
  for (const [one, other] of exact.pairs) {
    count(one.label).same += 1;
    if (detailsOf(one) === detailsOf(other)) continue;
    count(one.label).changed += 1;
    changed += 1;
  }
  const moved = matched(exact.gone, exact.come, wordsOf);
  for (const [{ label: from }, { label: to }] of moved.pairs) {
    const key = JSON.stringify([from, to]);
    const pair = relabelled.get(key) ?? { from, to, spans: 0 };
    relabelled.set(key, { ...pair, spans: pair.spans + 1 });
    count(from);
    count(to);
  }
  for (const { label } of moved.gone) count(label).removed += 1;
  for (const { label } of moved.come) count(label).added += 1;
  return changed + moved.pairs.length + moved.gone.length + moved.come.length === 0;
}

/** What may differ of spans with the same label and place. */
function detailsOf({ attributes, note }: Span): string {
  const sorted = Object.entries(attributes).sort(([a], [b]) => compareTexts(a, b));
  return JSON.stringify([sorted, note]);
}

/** Spans of both with the same key, each used once, and what is left of either. */
function matched(then: readonly Span[], now: readonly Span[], keyOf: (span: Span) => string) {
  const waiting = Map.groupBy([...then].reverse(), keyOf);
  const pairs: [Span, Span][] = [];
  const left: Span[] = [];
  for (const span of now) {
    const other = waiting.get(keyOf(span))?.pop();
    if (other) pairs.push([other, span]);
    else left.push(span);
  }
  return { pairs, gone: [...waiting.values()].flat(), come: left };
}
