import { getOrMake } from "../../../shared/get-or-make.ts";
import type { MergeCounts, MergedLayer, MergeReport } from "../../../shared/merge/report.ts";
import type { LayerStatus } from "../../../shared/model/annotation.ts";
import type { Row } from "../rows.ts";

const nothing: MergeCounts = {
  added: 0,
  changed: 0,
  removed: 0,
  unchanged: 0,
  newerHere: 0,
  conflicts: 0,
  cameBack: 0,
  moved: 0,
  flagged: 0,
};

const countNames = Object.keys(nothing) as (keyof MergeCounts)[];

export const emptyReport = (): MergeReport => ({
  ...nothing,
  isNews: false,
  newReports: [],
  removedHere: [],
  namedOtherwise: [],
  layers: [],
  unfinished: [],
  texts: [],
  scheme: { isSame: true, taken: null, followed: [], added: [], differences: [] },
  readings: 0,
});

/** Counts what became of the layers of one report. */
export interface Tally {
  count(annotator: string, what: keyof MergeCounts): void;
  layers(statusOf: (annotator: string) => LayerStatus | null): MergedLayer[];
}

export function tallyOf(report: string, title: string): Tally {
  const byAnnotator = new Map<string, MergeCounts>();
  return {
    count: (annotator, what) => {
      getOrMake(byAnnotator, annotator, () => ({ ...nothing }))[what] += 1;
    },
    layers: (statusOf) =>
      [...byAnnotator]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([annotator, counts]) => ({
          ...{ report, title, annotator, status: statusOf(annotator) },
          ...counts,
        })),
  };
}

/** Adds layers to the report, and what they count to its sums. */
export function addLayers(report: MergeReport, layers: readonly MergedLayer[]): void {
  for (const layer of layers) {
    report.layers.push(layer);
    for (const name of countNames) report[name] += layer[name];
  }
}

/** What became of one thing that the package speaks of. */
export function fateOf(fate: {
  before: Row | null;
  after: Row | null;
  /** Whether the package says anything of it that was not known. */
  isNews: boolean;
  /** Whether what is shown of it was known. */
  isShownKnown: boolean;
  /** Whether more is known of it here than the package says. */
  isMoreKnown: boolean;
}): "added" | "changed" | "removed" | "unchanged" | "newerHere" | null {
  const { before, after, isNews, isShownKnown, isMoreKnown } = fate;
  if (!isNews && isMoreKnown) return "newerHere";
  if (!before && !after) return null;
  if (!before) return "added";
  if (!after) return "removed";
  if (!isNews) return "unchanged";
  return isShownKnown ? "newerHere" : "changed";
}
