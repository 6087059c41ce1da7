import { Scale } from "lucide-react";
import { Button } from "../../look/button.tsx";
import { EmptyState } from "../../look/empty-state.tsx";
import { t } from "../../messages.ts";
import { personIn } from "../people.ts";
import { useDesk } from "./desk-session.ts";

/** Why there is nothing to decide in a report, and what can be done about it. */
export function NothingToDecide() {
  const { state, people, onAnnotators } = useDesk();
  const { comparison, notCompared } = state.reviewed;
  const waiting = notCompared.map(({ annotator }) => annotator);
  const everybody = [...comparison.annotators, ...waiting];
  const compareAll = waiting.length > 0 && everybody.length > 1 && (
    <Button variant="primary" onPress={() => onAnnotators(everybody)}>
      {t("Compare unfinished work, too")}
    </Button>
  );
  const names = waiting.map((name) => personIn(people, name).name).join(", ");
  return (
    <EmptyState
      icon={Scale}
      title={titles[comparison.nothing ?? "nothing-marked"]}
      actions={compareAll}
    >
      {waiting.length > 0
        ? t("Not finished yet: {names}.", { names })
        : t("Nobody else has worked on this report.")}
    </EmptyState>
  );
}

const titles = {
  "no-layers": t("Nobody has finished this report"),
  "one-annotator": t("Only one annotator has finished this report"),
  "nothing-marked": t("Nobody has marked anything in this report"),
  "all-agreed": t("There are no differences"),
};
