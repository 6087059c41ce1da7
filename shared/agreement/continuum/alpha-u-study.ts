import { type AlphaUShares, sharesOf } from "./alpha-u-sums.ts";
import type { Continuum } from "./unit.ts";

/** Stretches by their length, each as the report that it is in. */
export interface ReportsByLength {
  reports: Uint32Array;
  /** For each of `AlphaUCategory.lengths`, where its stretches begin among the reports; and the end. */
  starts: Uint32Array;
}

/** One category's sums, report by report. */
export interface AlphaUCategory {
  category: string;
  /** Squared differences of all pairs of annotators, by report. */
  observed: Float64Array;
  /** Every length that a unit or gap has, the longest first. */
  lengths: Float64Array;
  units: ReportsByLength;
  gaps: ReportsByLength;
}

/** All that alpha-U needs of any number of reports; a bootstrap round looks at no unit again. */
export interface AlphaUStudy {
  annotators: number;
  /** How long each report is. */
  lengths: Float64Array;
  /** In the order of their names' code units. */
  categories: AlphaUCategory[];
  /** Units of no length, left out, and units that became one with another of the same annotator and category. */
  empty: number;
  merged: number;
}

/**
 * Sorts the units once and adds them up by report, category and length. The reports are one continuum,
 * one after another; a gap ends where its report ends, since no unit lies in two reports.
 * @param continua the same annotators in each, in the same order.
 * @param shares what each adds to the sums, for whoever has it already.
 */
export function alphaUStudy(
  continua: readonly Continuum[],
  shares: readonly AlphaUShares[] = continua.map(sharesOf),
): AlphaUStudy {
  const names = [...new Set(shares.flatMap((share) => [...share.keys()]))].sort();
  const all = shares.flatMap((share) => [...share.values()]);
  return {
    annotators: continua[0]?.annotators ?? 0,
    lengths: Float64Array.from(continua, lengthOf),
    categories: names.map((name) => categoryOf(name, shares, continua)),
    empty: all.reduce((sum, { empty }) => sum + empty, 0),
    merged: all.reduce((sum, { merged }) => sum + merged, 0),
  };
}

const lengthOf = ({ begin, end }: Continuum) => end - begin;

function categoryOf(
  category: string,
  shares: readonly AlphaUShares[],
  continua: readonly Continuum[],
): AlphaUCategory {
  const units = shares.map((share) => share.get(category)?.units ?? []);
  const gaps = continua.map((one, place) => shares[place]?.get(category)?.gaps ?? wholeGaps(one));
  const distinct = new Set<number>();
  for (const list of units) for (const length of list) distinct.add(length);
  for (const list of gaps) for (const length of list) distinct.add(length);
  const lengths = Float64Array.from(distinct).sort().reverse();
  const places = new Map<number, number>();
  for (let place = 0; place < lengths.length; place += 1) places.set(lengths[place] ?? 0, place);
  return {
    category,
    observed: Float64Array.from(shares, (share) => share.get(category)?.observed ?? 0),
    lengths,
    units: byLength(units, places),
    gaps: byLength(gaps, places),
  };
}

/** Where nobody used a category, the whole report is a gap of every annotator. */
function wholeGaps(continuum: Continuum): number[] {
  const length = lengthOf(continuum);
  return length > 0 ? Array.from({ length: continuum.annotators }, () => length) : [];
}

function byLength(
  byReport: readonly (readonly number[])[],
  places: ReadonlyMap<number, number>,
): ReportsByLength {
  const starts = new Uint32Array(places.size + 1);
  for (const lengths of byReport)
    for (const length of lengths) {
      const next = (places.get(length) ?? 0) + 1;
      starts[next] = (starts[next] ?? 0) + 1;
    }
  for (let place = 1; place < starts.length; place += 1)
    starts[place] = (starts[place] ?? 0) + (starts[place - 1] ?? 0);
  const reports = new Uint32Array(starts.at(-1) ?? 0);
  const free = starts.slice();
  for (let report = 0; report < byReport.length; report += 1)
    for (const length of byReport[report] ?? []) {
      const place = places.get(length) ?? 0;
      const at = free[place] ?? 0;
      reports[at] = report;
      free[place] = at + 1;
    }
  return { reports, starts };
}
