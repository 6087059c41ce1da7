import { isOfCandidates } from "../../deidentify/layer.ts";
import type { TextRange } from "../../model/annotation.ts";
import { gold } from "../../review/gold.ts";
import { tokenRanges } from "../../text/tokens.ts";
import { unmatched } from "../assignment.ts";
import type { ReportSpans } from "../continuum/reports.ts";
import { matchExactly, matchOverlapping } from "../spans/match.ts";
import { createLedger, type Ledger } from "./ledger.ts";
import { type LeftOutBook, leftOutBook } from "./left-out.ts";
import {
  clustersOf,
  countAttributes,
  countCodes,
  countEntities,
  countRelations,
} from "./matched-things.ts";
import { createNames, type Names } from "./names.ts";
import { type Counting, countSpans, countTokens } from "./pair-counts.ts";
import { type PreparedLayer, preparedLayer, sectionKinds } from "./prepared.ts";
import type { StudyLayer, StudyReport } from "./report.ts";
import { countTokenItems } from "./token-items.ts";

/** What is compared, and how. */
export interface GatherOptions {
  /** Who is compared; the first of two is whom precision and recall take as the reference. */
  annotators: readonly string[];
  /** How much spans have to overlap at least for f1-overlap, from 0 to 1; 0: by a character. */
  overlap: number;
  /** Whether sections are told apart. */
  bySection: boolean;
  /** Whether tokens and the spans themselves are needed. */
  tokens: boolean;
  spans: boolean;
}

const ledgers = [
  "exact",
  "blind",
  "overlap",
  "marks",
  "tokens",
  "attributes",
  "codes",
  "entities",
  "relations",
] as const;
export type LedgerName = (typeof ledgers)[number];

/** A report that at least two of the annotators have finished. */
export interface ComparedReport {
  id: string;
  title: string;
  /** Its case's number. */
  case: number;
  /** By annotator, whether they have finished it. */
  isFinished: boolean[];
  /** What each said of the report as a whole; null who has not finished it. */
  labels: (StudyLayer["labels"] | null)[];
  /** For measures on a continuum; null where none is asked for. */
  spans: ReportSpans | null;
}

/** All that a study keeps of its reports. */
export interface Gathered {
  annotators: readonly string[];
  pairs: readonly (readonly [a: number, b: number])[];
  reports: ComparedReport[];
  cases: Names;
  labels: Names;
  relationLabels: Names;
  sections: Names;
  attributePatterns: Names;
  tokenPatterns: Names;
  ledgers: Record<LedgerName, Ledger>;
  /** What is not compared at all, and of single families what is not. */
  leftOut: LeftOutBook;
  leftOutOf: { attributes: LeftOutBook; entities: LeftOutBook; relations: LeftOutBook };
}

export function startGathering(annotators: readonly string[]): Gathered {
  const all = annotators.map((_, at) => at);
  return {
    annotators,
    pairs: all.flatMap((a) => all.slice(a + 1).map((b) => [a, b] as const)),
    reports: [],
    ...{ cases: createNames(), sections: createNames() },
    ...{ labels: createNames(), relationLabels: createNames() },
    ...{ attributePatterns: createNames(), tokenPatterns: createNames() },
    // The keys are those of the list.
    ledgers: Object.fromEntries(ledgers.map((name) => [name, createLedger()])) as Record<
      LedgerName,
      Ledger
    >,
    leftOut: leftOutBook(),
    leftOutOf: { attributes: leftOutBook(), entities: leftOutBook(), relations: leftOutBook() },
  };
}

/** Compares one report, of those who have finished it, and forgets it. */
export function gatherReport(
  gathered: Gathered,
  report: StudyReport,
  options: GatherOptions,
): void {
  const chosen = chosenLayers(gathered, report);
  const number = gathered.reports.length;
  const finished = chosen.filter((layer) => layer !== null);
  if (finished.length < 2) {
    const who = finished.length === 0 ? "none of them" : "only one of them";
    const named = finished.map(({ annotator }) => `, ${annotator}`).join("");
    const what = `Reports that ${who} has finished: not compared.`;
    gathered.leftOut.count(what, () => `${report.title}${named}`);
    return;
  }
  const tokens = options.tokens ? tokenRanges(report.text) : [];
  const layers = chosen.map((layer) => layer && preparedLayer(layer, tokens));
  gathered.reports.push({
    ...{ id: report.id, title: report.title, case: gathered.cases.numberOf(report.case) },
    isFinished: chosen.map((layer) => layer !== null),
    labels: chosen.map((layer) => layer?.labels ?? null),
    spans: options.spans ? reportSpans(report, layers) : null,
  });
  const kindAt = sectionKinds(report);
  const sectionOf = (at: number) =>
    options.bySection ? gathered.sections.numberOf(kindAt(at)) : 0;
  for (const layer of layers) if (layer) sayLeftOut(gathered, report, layer);
  comparePairs(gathered, report, { layers, tokens, sectionOf, overlap: options.overlap });
  const { labels, tokenPatterns: patterns, ledgers } = gathered;
  countTokenItems({ ledger: ledgers.tokens, labels, patterns, sectionOf }, tokens, layers);
  for (const ledger of Object.values(ledgers)) ledger.endReport(number);
}

/** The layers to compare, in the order of the annotators; null of one who has not finished. Others are counted. */
function chosenLayers(
  { annotators, leftOut }: Gathered,
  { layers, title }: StudyReport,
): (StudyLayer | null)[] {
  for (const layer of layers) {
    const { annotator, status } = layer;
    const isAsked = annotators.includes(annotator);
    if (isAsked && status !== "open") continue;
    leftOut.count(whyNot(layer, isAsked), () => `${title}, ${annotator}`);
  }
  return annotators.map(
    (name) => layers.find((one) => one.annotator === name && one.status !== "open") ?? null,
  );
}

function whyNot(layer: StudyLayer, isAsked: boolean): string {
  if (isOfCandidates(layer))
    return "Layers of candidates for identifiers: not compared, since they are nobody's.";
  if (isAsked) return "Layers that are not finished: not compared.";
  if (layer.annotator === gold)
    return "Layers of decisions: not compared with what was decided on.";
  return "Layers of other annotators: not compared, since nobody asked for them.";
}

interface Comparing {
  layers: readonly (PreparedLayer | null)[];
  tokens: readonly TextRange[];
  sectionOf(offset: number): number;
  overlap: number;
}

function comparePairs(
  gathered: Gathered,
  report: StudyReport,
  { layers, tokens, sectionOf, overlap }: Comparing,
): void {
  for (const [group, [first, second]] of gathered.pairs.entries()) {
    const [a, b] = [layers[first], layers[second]];
    if (!a || !b) continue;
    const to = (name: LedgerName): Counting => ({
      ledger: gathered.ledgers[name],
      ...{ group, sectionOf, labelOf: gathered.labels.numberOf },
    });
    const matching = matchOverlapping(a.spans, b.spans, overlap);
    const exact = matchExactly(a.spans, b.spans, "label-and-place");
    countSpans(to("exact"), exact, a.spans, b.spans);
    countSpans(to("blind"), matchExactly(a.spans, b.spans, "place"), a.spans, b.spans);
    countSpans(to("overlap"), matching, a.spans, b.spans);
    countTokens(to("marks"), a.marked, b.marked, (at) => tokens[at]?.start ?? 0);
    const pair = { a, b, matching };
    const clustered = clustersOf(pair);
    countAttributes(to("attributes"), pair, gathered.attributePatterns);
    countCodes(to("codes"), pair);
    countEntities(to("entities"), clustered);
    const { numberOf: labelOf } = gathered.relationLabels;
    countRelations({ ...to("relations"), labelOf }, pair, clustered);
    sayUnmatched(gathered, report, pair);
  }
}

function reportSpans(
  { text }: StudyReport,
  layers: readonly (PreparedLayer | null)[],
): ReportSpans {
  return { length: text.length, annotators: layers.map((layer) => layer?.spans ?? []) };
}

/** What of a layer no measure looks at. */
function sayLeftOut(
  { leftOut, leftOutOf }: Gathered,
  { title }: StudyReport,
  { annotator, layer, spans, entityOf }: PreparedLayer,
): void {
  const who = () => `${title}, ${annotator}`;
  const again = layer.spans.length - spans.length;
  leftOut.count(
    "Spans marked again with the same label at the same place: counted once.",
    who,
    again,
  );
  leftOut.count("Events: not compared.", who, layer.events.length);
  leftOut.count("Groups: not compared.", who, layer.groups.length);
  const spoken = new Set(entityOf);
  const silent = layer.entities.filter(({ id }) => !spoken.has(id)).length;
  leftOutOf.entities.count("Entities without a span: not compared.", who, silent);
  const events = new Set(layer.events.map(({ id }) => id));
  const joining = layer.relations.filter(
    ({ from, to }) => events.has(from) || events.has(to),
  ).length;
  const what = "Relations between events: never agreed on, since events are not compared.";
  leftOutOf.relations.count(what, who, joining);
}

/** Spans of which nothing more than that they have no partner can be said. */
function sayUnmatched(
  { leftOutOf }: Gathered,
  { title }: StudyReport,
  { a, b, matching }: { a: PreparedLayer; b: PreparedLayer; matching: Int32Array },
): void {
  const matched = matching.reduce((sum, partner) => sum + Number(partner !== unmatched), 0);
  const count = (one: PreparedLayer, other: PreparedLayer) =>
    leftOutOf.attributes.count(
      "Spans without a partner: what is said of them cannot be compared.",
      () => `${title}, ${one.annotator} with ${other.annotator}`,
      one.spans.length - matched,
    );
  count(a, b);
  count(b, a);
}
