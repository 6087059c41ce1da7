import { randomUUID } from "node:crypto";
import type { Choice, Decision } from "../../../shared/review/decision.ts";
import type { Difference } from "../../../shared/review/difference.ts";
import { gold } from "../../../shared/review/gold.ts";
import { ensureOpenLayer } from "../layers.ts";
import { type Deciding, decisionsAbout, drop, forget, keep } from "./deciding.ts";
import { decisionRow } from "./gold.ts";
import { planOf } from "./gold-plan.ts";
import { carryOut, removeGold } from "./gold-rows.ts";

/** Why something was decided as it was. */
export interface Why {
  reason: string;
  note: string;
}

/**
 * Puts a decision in, in the place of whatever was decided on the same things before. All that can be refused
 * is refused before anything is written.
 * @throws AppError "wrong-use" where the choice does not apply, or what it stands on is undecided.
 */
export function putDecision(
  deciding: Deciding,
  difference: Difference,
  choice: Choice,
  why: Why,
): Decision {
  const plan = planOf(deciding, difference, choice);
  const before = decisionsAbout(deciding, difference);
  ensureOpenLayer(deciding.journal, deciding.report, gold);
  const made = carryOut(deciding, difference, plan, before);
  for (const { id } of before.slice(1)) drop(deciding, id);
  const decision: Decision = {
    id: before[0]?.id ?? randomUUID(),
    report: deciding.report,
    key: difference.key,
    stage: difference.stage,
    choice,
    ...why,
    annotator: deciding.author.annotator,
    at: deciding.author.now().toISOString(),
    members: membersOf(difference),
    gold: made,
  };
  forget(deciding, decision.id);
  keep(deciding, decision);
  deciding.journal.put("decision", decisionRow(decision));
  return decision;
}

/** Takes a decision back, with what it made and the decisions that stand on that. */
export function withdrawDecision(deciding: Deciding, id: string): void {
  const decision = deciding.decisions.get(id);
  if (!decision) return;
  drop(deciding, id);
  removeGold(deciding, decision.stage, decision.gold);
}

function membersOf({ versions, missing }: Difference): Decision["members"] {
  return [
    ...versions.map(({ annotator, members, says }) => ({ annotator, members, says })),
    ...missing.map((annotator) => ({ annotator, members: [], says: "" })),
  ];
}
