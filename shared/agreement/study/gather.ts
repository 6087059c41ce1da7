import type { TextRange } from "../../model/annotation.ts";
import { tokenRanges } from "../../text/tokens.ts";
import type { ReportSpans } from "../continuum/reports.ts";
import { matchOverlapping, matchPlaces, matchSame } from "../spans/match.ts";
import { chosenLayers } from "./chosen-layers.ts";
import { clustersOf, countEntities } from "./entity-counts.ts";
import type { Gathered, LedgerName } from "./gathered.ts";
import { cellOf } from "./ledger.ts";
import { countAttributes, countCodes, countRelations } from "./matched-things.ts";
import { type Counting, countSpans, countTokens } from "./pair-counts.ts";
import { type PreparedLayer, preparedLayer } from "./prepared.ts";
import type { Axis, StudyReport } from "./report.ts";
import { sayLeftOut, sayUnmatched } from "./say-left-out.ts";
import { sectionKindAt, sectionStretches } from "./sections.ts";
import { countTokenItems } from "./token-items.ts";

/** What is compared, and how. */
export interface GatherOptions {
  /** Who is compared; the first of two is whom precision and recall take as the reference. */
  annotators: readonly string[];
  /** How much spans have to overlap at least for f1-overlap, from 0 to 1; 0: by a character. */
  overlap: number;
  /** What is told apart besides all together. */
  by: readonly Axis[];
  /** Whether tokens and the spans themselves are needed. */
  tokens: boolean;
  spans: boolean;
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
  const { overlap, by } = options;
  const isBySection = by.includes("section");
  const sectionOf = (at: number) =>
    isBySection ? gathered.sections.numberOf(sectionKindAt(report.sections, at)) : 0;
  const cellAt = (label: string, start: number) =>
    cellOf(0, gathered.labels.numberOf(label), sectionOf(start));
  const layers = chosen.map((layer) => layer && preparedLayer(layer, tokens, cellAt));
  gathered.reports.push({
    ...{ id: report.id, title: report.title, case: gathered.cases.numberOf(report.case) },
    isFinished: chosen.map((layer) => layer !== null),
    labels: chosen.map((layer) => layer?.labels ?? null),
    spans: options.spans ? reportSpans(report, layers) : null,
    stretches: options.spans && isBySection ? sectionStretches(report) : [],
  });
  for (const layer of layers) if (layer) sayLeftOut(gathered, report, layer);
  comparePairs(gathered, report, { layers, tokens, sectionOf, overlap, by });
  const { labels, tokenPatterns: patterns, ledgers } = gathered;
  countTokenItems({ ledger: ledgers.tokens, labels, patterns, sectionOf }, tokens, layers);
  for (const ledger of Object.values(ledgers)) ledger.endReport(number);
}

interface Comparing extends Pick<GatherOptions, "overlap" | "by"> {
  layers: readonly (PreparedLayer | null)[];
  tokens: readonly TextRange[];
  sectionOf(offset: number): number;
}

function comparePairs(
  gathered: Gathered,
  report: StudyReport,
  { layers, tokens, sectionOf, overlap, by }: Comparing,
): void {
  for (const [group, [first, second]] of gathered.pairs.entries()) {
    const [a, b] = [layers[first], layers[second]];
    if (!a || !b) continue;
    const to = (name: LedgerName): Counting => ({
      ledger: gathered.ledgers[name],
      ...{ group, sectionOf, labelOf: gathered.labels.numberOf },
    });
    const ordered = { a: a.ordered, b: b.ordered };
    const matching = matchOverlapping(a.spans, b.spans, overlap, ordered);
    const exact = matchSame(a.spans, b.placeOfSame);
    countSpans(to("exact"), exact, a, b);
    countSpans(to("blind"), matchPlaces(a.spans, b.spans, exact), a, b);
    countSpans(to("overlap"), matching, a, b);
    countTokens(to("marks"), a.marked, b.marked, (at) => tokens[at]?.start ?? 0);
    const pair = { a, b, matching };
    const clustered = clustersOf(pair);
    countAttributes(to("attributes"), pair, gathered.attributePatterns);
    countCodes(to("codes"), pair);
    countEntities(gathered, { group, by }, pair, clustered);
    const { numberOf: labelOf } = gathered.relationLabels;
    countRelations({ ...to("relations"), labelOf }, pair, clustered);
    sayUnmatched(gathered, report, pair);
  }
}

function reportSpans(
  { text }: StudyReport,
  layers: readonly (PreparedLayer | null)[],
): ReportSpans {
  // All of a project's spans are kept for these measures: no more of each than they look at.
  const annotators = layers.map((layer) =>
    (layer?.spans ?? []).map(({ label, ranges }) => ({ label, ranges })),
  );
  return { length: text.length, annotators };
}
