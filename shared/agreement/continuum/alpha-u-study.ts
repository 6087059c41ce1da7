import { type AlphaUShare, sharesOf } from "./alpha-u-sums.ts";
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
 */
export function alphaUStudy(continua: readonly Continuum[]): AlphaUStudy {
  const shares = continua.map(sharesOf);
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
  shares: readonly Map<string, AlphaUShare>[],
  continua: readonly Continuum[],
): AlphaUCategory {
  const units = shares.map((share) => share.get(category)?.units ?? []);
  const gaps = continua.map((one, place) => shares[place]?.get(category)?.gaps ?? wholeGaps(one));
  const distinct = new Set([...units, ...gaps].flat());
  const lengths = Float64Array.from(distinct).sort().reverse();
  const places = new Map([...lengths].map((length, place) => [length, place]));
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
  const lists = Array.from({ length: places.size }, (): number[] => []);
  for (const [report, lengths] of byReport.entries())
    for (const length of lengths) lists[places.get(length) ?? 0]?.push(report);
  let end = 0;
  const ends = lists.map((list) => {
    end += list.length;
    return end;
  });
  return { reports: Uint32Array.from(lists.flat()), starts: Uint32Array.from([0, ...ends]) };
}
