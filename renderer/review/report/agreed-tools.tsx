import { CheckCheck } from "lucide-react";
import type { AgreedRule } from "../../../shared/review/decision.ts";
import { agreedVersion } from "../../../shared/review/outcome.ts";
import { Button } from "../../look/button.tsx";
import { Select } from "../../look/choice.tsx";
import { t } from "../../messages.ts";
import { runCommand } from "../../shell/commands.ts";
import { shownKey } from "../../state/command-keys.ts";
import { isToDecide } from "../difference-words.ts";
import { agreedRule, chooseAgreedRule } from "./agreed-rule.ts";
import { useDesk } from "./desk-session.ts";
import { type ReviewState, standingOf } from "./review-state.ts";

/** Accepts what is agreed in one step, by the rule that is chosen beside it. */
export function AgreedTools() {
  const { state } = useDesk();
  const rule = agreedRule.use();
  const count = waitingBy(state, rule);
  const annotators = state.reviewed.comparison.annotators.length;
  return (
    <>
      <div className="agreed-rule">
        <Select
          label={t("Agreed is")}
          hideLabel
          size="small"
          options={rulesFor(annotators)}
          value={idOf(rule)}
          onChange={(id) => chooseAgreedRule(ruleOf(id))}
        />
      </div>
      <Button
        icon={CheckCheck}
        keys={shownKey("review.acceptAgreed")}
        isDisabled={count === 0}
        onPress={() => runCommand("review.acceptAgreed")}
      >
        {t("Accept {count, plural, =0 {what is agreed} one {one agreed} other {# agreed}}", {
          count,
        })}
      </Button>
    </>
  );
}

/** How many this rule takes into the gold layer now; what stands on something undecided waits. */
function waitingBy(state: ReviewState, rule: AgreedRule): number {
  const settled = new Set<string>();
  let count = 0;
  for (const one of state.reviewed.comparison.differences) {
    const isWaiting = isToDecide(standingOf(state, one.key).state);
    const isTaken =
      isWaiting && agreedVersion(one, rule) !== null && one.on.every((key) => settled.has(key));
    if (isTaken) count += 1;
    if (isTaken || !isWaiting) settled.add(one.key);
  }
  return count;
}

function rulesFor(annotators: number) {
  const thresholds = Array.from({ length: Math.max(0, annotators - 2) }, (_, at) => at + 2);
  return [
    { id: "all", label: t("All say the same") },
    { id: "majority", label: t("More than half say the same") },
    ...thresholds.map((count) => ({
      id: `${count}`,
      label: t("{count, number} or more say the same", { count }),
    })),
  ];
}

const idOf = (rule: AgreedRule) => (rule.of === "threshold" ? `${rule.annotators}` : rule.of);

function ruleOf(id: string): AgreedRule {
  if (id === "all" || id === "majority") return { of: id };
  return { of: "threshold", annotators: Number(id) };
}
