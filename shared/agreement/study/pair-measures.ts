import type { Coefficient } from "../coefficient.ts";
import { countsAt, countsSize, type MatchCounts } from "../spans/counts.ts";
import type { LedgerName } from "./gathered.ts";
import { pairsWithin, type Within } from "./index-of.ts";
import { countedPart } from "./part.ts";
import { nothingLeftOut, type StudyMeasure } from "./study-measure.ts";

type Facts = Pick<StudyMeasure, "id" | "assumes" | "behind"> & Partial<StudyMeasure>;

/** A measure of two annotators whose sums are the columns of one ledger, or of one for each way to tell apart. */
export function pairMeasure(
  facts: Facts,
  ledgerOf: (within: Within) => LedgerName,
  size: number,
  measured: (sums: Float64Array) => Coefficient,
): StudyMeasure {
  return {
    axes: ["label", "section"],
    leftOut: nothingLeftOut,
    parts: (index, within) =>
      pairsWithin(index, within).map((pair) =>
        countedPart(index.tally(ledgerOf(within), pair, within), size, measured),
      ),
    ...facts,
    assumes: `${facts.assumes} ${overPairs}`,
  };
}

/** What every measure of two annotators takes for granted where there are more. */
export const overPairs =
  "Of more than two annotators it is the mean over pairs, each over the reports that both have finished.";

/** One whose sums are counts of what is matched. */
export function countsMeasure(
  facts: Facts,
  ledger: LedgerName,
  of: (counts: MatchCounts) => Coefficient,
): StudyMeasure {
  return pairMeasure(
    facts,
    () => ledger,
    countsSize,
    (sums) => of(countsAt(sums)),
  );
}
