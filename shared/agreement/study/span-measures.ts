import { undefinedFor } from "../coefficient.ts";
import { f1 } from "../spans/f1.ts";
import { precision } from "../spans/precision.ts";
import { recall } from "../spans/recall.ts";
import type { LedgerName } from "./gathered.ts";
import { countsMeasure } from "./pair-measures.ts";
import type { StudyMeasure } from "./study-measure.ts";

const spans = { stages: ["spans" as const] };

/** How things are matched one to one, before anything is computed of it. */
const kinds = [
  {
    id: "exact",
    ledger: "exact",
    says: "A span counts as agreed only when its label and all its characters are the same",
    behind: { ...spans, types: ["missing", "split", "joined", "label", "boundary"] },
  },
  {
    id: "overlap",
    ledger: "overlap",
    says: "A span counts as agreed when one of the same label overlaps it, each with one at most, and matched so that the most are",
    behind: { ...spans, types: ["missing", "split", "joined", "label"] },
  },
  {
    id: "label",
    ledger: "blind",
    says: "A span counts as agreed when all its characters are the same, whatever its label",
    behind: { ...spans, types: ["missing", "split", "joined", "boundary"] },
  },
  {
    id: "token",
    ledger: "marks",
    says: "Every word and symbol that a span touches counts, and as agreed when both mark it with the same label",
    behind: { ...spans, types: ["missing", "split", "joined", "label", "boundary"] },
  },
] satisfies { id: string; ledger: LedgerName; says: string; behind: StudyMeasure["behind"] }[];

const byChance = "nothing is taken off for chance, since what nobody marked cannot be counted.";

/** F1 of each kind of matching. */
export const f1Measures: readonly StudyMeasure[] = kinds.map(({ id, ledger, says, behind }) =>
  countsMeasure({ id: `f1-${id}`, assumes: `${says}; ${byChance}`, behind }, ledger, f1),
);

/** Precision and recall of each kind: of the second annotator, the first being the reference. */
export const sidedMeasures: readonly StudyMeasure[] = kinds.flatMap(
  ({ id, ledger, says, behind }) => {
    const assumes = `${says}; the first annotator of a pair is the reference, and ${byChance}`;
    return [
      ofTwo(countsMeasure({ id: `precision-${id}`, assumes, behind }, ledger, precision), assumes),
      ofTwo(countsMeasure({ id: `recall-${id}`, assumes, behind }, ledger, recall), assumes),
    ];
  },
);

/** The mean over pairs of what has a side would hang on the order of the annotators. */
function ofTwo(measure: StudyMeasure, assumes: string): StudyMeasure {
  const nothing = undefinedFor("two-annotators-only", 0);
  return {
    ...measure,
    assumes,
    parts(index, within) {
      const parts = measure.parts(index, within);
      const isMore = within.of !== "pair" && index.gathered.annotators.length > 2;
      return isMore && parts.length > 0 ? [{ value: () => nothing, byReport: () => [] }] : parts;
    },
  };
}
