import type { Decision } from "./decision.ts";
import type { Comparison, Difference } from "./difference.ts";
import { gold } from "./gold.ts";

/** Something of an annotator's work that is otherwise in the gold layer. */
export interface Changed {
  difference: Difference;
  /** What was decided there; null where the gold layer was changed without it. */
  decision: Decision | null;
}

/**
 * What reviewers changed of one annotator's work, from comparing their layer with the gold one. While the gold
 * layer is not finished, only what was decided counts: the rest is not changed, but not looked at yet.
 */
export function changedOf(
  { differences }: Comparison,
  decisions: readonly Decision[],
  isFinished: boolean,
): Changed[] {
  // The later of several on the same thing counts.
  const byMember = new Map(
    decisions.flatMap((one) =>
      one.members.flatMap(({ members }) => members.map((id) => [id, one] as const)),
    ),
  );
  const byGold = new Map(decisions.flatMap((one) => one.gold.map((id) => [id, one] as const)));
  const about = ({ versions }: Difference): Decision | null => {
    for (const { annotator, members } of versions)
      for (const id of members) {
        const found = annotator === gold ? byGold.get(id) : byMember.get(id);
        if (found) return found;
      }
    return null;
  };
  return differences
    .filter(({ types }) => !types.includes("agreed"))
    .map((difference) => ({ difference, decision: about(difference) }))
    .filter(({ decision }) => decision?.choice.do !== "later")
    .filter(({ decision }) => isFinished || decision !== null);
}
