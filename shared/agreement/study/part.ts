import type { Coefficient } from "../coefficient.ts";
import { addRow, addUp, type Tally } from "./tally.ts";

/** A value that belongs to a report. */
interface OfReport {
  report: number;
  value: Coefficient;
}

/** One coefficient of a study: of a pair of annotators, or of all. A figure is the mean of its parts. */
export interface Part {
  /** Pooled over the reports, each as often as it is drawn; once each without weights. */
  value(weights: ArrayLike<number> | null): Coefficient;
  /** Of each report alone, of those that have anything. */
  byReport(): Iterable<OfReport>;
}

/** A coefficient that is computed from sums of so many numbers. */
export function countedPart(
  tally: Tally,
  size: number,
  measured: (sums: Float64Array) => Coefficient,
): Part {
  const sums = new Float64Array(size);
  return {
    value(weights) {
      sums.fill(0);
      addUp(tally, sums, weights);
      return measured(sums);
    },
    *byReport() {
      for (const [row, report] of tally.report.entries()) {
        sums.fill(0);
        addRow(tally, sums, row);
        yield { report, value: measured(sums) };
      }
    },
  };
}
