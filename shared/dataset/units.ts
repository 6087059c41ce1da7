import type { Metadata } from "../model/report.ts";
import { unionOf } from "../union.ts";
import type { AlikePair } from "./near-duplicates.ts";
import { compareTexts } from "./order.ts";

/** What a split has to know of a report. */
export interface SplitReport {
  name: string;
  case: string;
  /** How often each label occurs in it. */
  labels: Readonly<Record<string, number>>;
  metadata: Metadata;
}

/** What parts should have their share of. */
export interface StratifyBy {
  /** Of the spans of each label. */
  labels: boolean;
  /** Of the reports with each value of these keys of the metadata: ["year"]. */
  metadata: readonly string[];
}

/** Cases that have to be in one part: those with reports that are almost the same. */
export interface SplitUnit {
  /** Sorted; at least one. */
  cases: string[];
  /** How much there is of what is to be shared out: of each label its spans, of each value its reports. */
  strata: Readonly<Record<string, number>>;
}

/** The cases of all reports as the units of a split, in order, whatever the order of the reports. */
export function splitUnits(
  reports: readonly SplitReport[],
  alike: readonly Pick<AlikePair, "a" | "b">[],
  by: StratifyBy,
): SplitUnit[] {
  const cases = [...new Set(reports.map((report) => report.case))].sort(compareTexts);
  const numbers = new Map(cases.map((name, number) => [name, number]));
  const ofReport = new Map(reports.map((report) => [report.name, numbers.get(report.case)]));
  const union = unionOf(cases.length);
  for (const { a, b } of alike) {
    const [one, other] = [ofReport.get(a), ofReport.get(b)];
    if (one !== undefined && other !== undefined) union.join(one, other);
  }
  const rootOf = (name: string) => union.rootOf(numbers.get(name) ?? 0);
  const reportsOf = Map.groupBy(reports, (report) => rootOf(report.case));
  const casesOf = Map.groupBy(cases, rootOf);
  return Array.from(casesOf, ([root, joined]) => ({
    cases: joined,
    strata: strataOf(reportsOf.get(root) ?? [], by),
  }));
}

function strataOf(reports: readonly SplitReport[], by: StratifyBy): Record<string, number> {
  const strata = new Map<string, number>();
  const add = (stratum: string, count: number) =>
    strata.set(stratum, (strata.get(stratum) ?? 0) + count);
  for (const { labels, metadata } of reports) {
    if (by.labels)
      for (const [label, count] of Object.entries(labels)) add(`label: ${label}`, count);
    // Reports that say nothing of it are a stratum of their own.
    for (const key of by.metadata)
      add(`${key}: ${Object.hasOwn(metadata, key) ? metadata[key] : ""}`, 1);
  }
  return Object.fromEntries([...strata].filter(([, count]) => count > 0));
}
