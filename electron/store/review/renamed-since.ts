import type { Decision } from "../../../shared/review/decision.ts";
import type { Comparison, Difference } from "../../../shared/review/difference.ts";
import { standingsOf } from "../../../shared/review/standing.ts";
import type { ReadDb } from "../database.ts";

/**
 * The decisions as they stand under the names that the scheme has now: where all that has happened since to
 * what a decision weighed is that labels and the like were renamed everywhere, it weighed what there is.
 */
export function underNewNames(
  db: ReadDb,
  comparison: Comparison,
  decisions: readonly Decision[],
): Decision[] {
  if (decisions.length === 0) return [];
  const { of } = standingsOf(comparison, decisions);
  const renamed = new Map<string, Decision>();
  for (const difference of comparison.differences) {
    const { state, decision } = of.get(difference.key) ?? {};
    if (state !== "stale" || !decision || difference.stage === "labels") continue;
    if (isOnlyRenamed(db, decision)) renamed.set(decision.id, withNewSays(decision, difference));
  }
  return decisions.map((decision) => renamed.get(decision.id) ?? decision);
}

function withNewSays(decision: Decision, { versions }: Difference): Decision {
  const now = new Map(versions.map((version) => [version.annotator, version]));
  const members = decision.members.map((one) => {
    const version = now.get(one.annotator);
    return version && String(version.members) === String(one.members)
      ? { ...one, says: version.says }
      : one;
  });
  return { ...decision, members };
}

/** Whether every step since then that touched its things, or an entity's spans, was of the whole scheme. */
function isOnlyRenamed(db: ReadDb, { id, members }: Decision): boolean {
  const row = db
    .prepare<unknown[], { steps: number; renaming: number }>(
      `SELECT count(*) AS steps,
         total(coalesce((SELECT operation FROM history AS own WHERE own.id = step.reverts),
           step.operation) = 'scheme.rewrite') AS renaming
       FROM history_touch JOIN history AS step ON step.id = history_touch.step
       WHERE target IN (
           SELECT value FROM json_each(@members)
           UNION SELECT id FROM span WHERE entity IN (SELECT value FROM json_each(@members)))
         AND step.id > (SELECT max(step) FROM history_touch WHERE target = @id)`,
    )
    .get({ id, members: JSON.stringify(members.flatMap((one) => one.members)) });
  return row !== undefined && row.steps > 0 && row.steps === row.renaming;
}
