import type { AnnotatedDocument } from "../model/document.ts";
import {
  type Counts,
  compareLayers,
  type EntityDetails,
  noCounts,
  type Relabelled,
} from "./compare-layers.ts";
import type { Tallies, Tally } from "./compare-things.ts";
import { compareTexts } from "./order.ts";

/** What became of the spans, relations, events or groups of one label from one release to the next. */
interface LabelChanges extends Tally {
  label: string;
}

/** What became of the entities of one kind. */
export interface KindChanges extends Tally, EntityDetails {
  kind: string;
}

/** What differs between two releases. Lists are in order. */
export interface ReleaseChanges {
  reports: {
    added: string[];
    removed: string[];
    /** Of those in both: with another text, and with the same text but other annotations. */
    textChanged: string[];
    annotationsChanged: string[];
    same: number;
  };
  /** Labels of spans that occur in one of the two only. */
  labels: { added: string[]; removed: string[] };
  /** For every label of either. Relabelled spans are neither added nor removed. */
  spans: LabelChanges[];
  relabelled: Relabelled[];
  /** For every kind of either. */
  entities: KindChanges[];
  /** For every label of either. */
  relations: LabelChanges[];
  events: LabelChanges[];
  groups: LabelChanges[];
}

/** Compares documents by name, whatever their order; the earlier release's are kept in memory. */
export interface Comparison {
  after(document: AnnotatedDocument): void;
  changes(): ReleaseChanges;
}

/**
 * Spans are the same when annotator, label and ranges are; in a report whose text has changed, when
 * annotator, label and quote are. Entities are the same when annotator, kind and name are; relations and
 * groups, when annotator, label and what they link are; events, when annotator, label and trigger are.
 */
export function startComparison(before: Iterable<AnnotatedDocument>): Comparison {
  const earlier = new Map(Array.from(before, (document) => [document.name, document]));
  const left = new Set(earlier.keys());
  const counts = noCounts();
  const reports: ReleaseChanges["reports"] = {
    ...{ added: [], removed: [], textChanged: [], annotationsChanged: [], same: 0 },
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
      else reports.annotationsChanged.push(document.name);
    },
    changes() {
      for (const name of left) {
        compareLayers(counts, earlier.get(name)?.layers ?? [], [], false);
        reports.removed.push(name);
      }
      left.clear();
      const lists = [
        reports.added,
        reports.removed,
        reports.textChanged,
        reports.annotationsChanged,
      ];
      for (const list of lists) list.sort(compareTexts);
      return { reports, ...summary(counts) };
    },
  };
}

function summary(counts: Counts): Omit<ReleaseChanges, "reports"> {
  const spans = byLabel(counts.spans);
  const pairs = [...counts.relabelled.values()].sort(
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
    entities: inOrder(counts.entities).map(([kind, tally]) => ({
      ...{ kind, ...tally, codes: 0, fields: 0 },
      ...counts.entityDetails.get(kind),
    })),
    relations: byLabel(counts.relations),
    events: byLabel(counts.events),
    groups: byLabel(counts.groups),
  };
}

const byLabel = (tallies: Tallies): LabelChanges[] =>
  inOrder(tallies).map(([label, tally]) => ({ label, ...tally }));

const inOrder = (tallies: Tallies) => [...tallies].sort(([a], [b]) => compareTexts(a, b));
