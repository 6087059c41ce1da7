import { CheckCheck } from "lucide-react";
import { useMemo } from "react";
import type { ReviewedReport } from "../../../shared/contract/review.ts";
import type { AgreedRule } from "../../../shared/review/decision.ts";
import { agreedVersion } from "../../../shared/review/outcome.ts";
import type { Standings } from "../../../shared/review/standing.ts";
import { Button } from "../../look/button.tsx";
import { Select } from "../../look/choice.tsx";
import { t } from "../../messages.ts";
import { runCommand } from "../../shell/commands.ts";
import { shownKey } from "../../state/command-keys.ts";
import { isToDecide } from "../difference-words.ts";
import { agreedRule, chooseAgreedRule } from "./agreed-rule.ts";
import { useDesk } from "./desk-session.ts";

/** Accepts what is agreed in one step, by the rule that is chosen beside it. */
export function AgreedTools() {
  const { state } = useDesk();
  const rule = agreedRule.use();
  const { reviewed, standings } = state;
  const count = useMemo(() => waitingBy(reviewed, standings, rule), [reviewed, standings, rule]);
  const annotators = reviewed.comparison.annotators.length;
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
function waitingBy({ comparison }: ReviewedReport, standings: Standings, rule: AgreedRule): number {
  const settled = new Set<string>();
  let count = 0;
  for (const one of comparison.differences) {
    const state = standings.of.get(one.key)?.state ?? "open";
    const isTaken =
      isToDecide(state) &&
      agreedVersion(one, rule) !== null &&
      one.on.every((key) => settled.has(key));
    if (isTaken) count += 1;
    if (isTaken || state === "decided" || state === "moot") settled.add(one.key);
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
