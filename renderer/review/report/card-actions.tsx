import type { CommandId } from "../../../shared/commands.ts";
import type { Difference } from "../../../shared/review/difference.ts";
import { Button } from "../../look/button.tsx";
import { t } from "../../messages.ts";
import { runCommand } from "../../shell/commands.ts";
import { shownKey } from "../../state/command-keys.ts";
import { useDesk } from "./desk-session.ts";

/** What can be decided besides taking a version, each with its key. */
export function CardActions(props: { difference: Difference; hasDecision: boolean }) {
  const { state } = useDesk();
  const { versions, stage } = props.difference;
  const isOne = new Set(versions.map(({ says }) => says)).size < 2;
  const isLabel = stage === "labels";
  return (
    <footer className="card-actions">
      <Action id="difference.union" title={t("Union")} isDisabled={isOne} />
      <Action
        id="difference.intersection"
        title={t("Intersection")}
        isDisabled={isOne || isLabel}
      />
      <Action id="difference.none" title={t("None")} />
      <Action id="difference.edit" title={t("Edit")} />
      <Action id="difference.later" title={t("Later")} />
      <span className="grow" />
      <Action id="difference.reason" title={t("Reason")} isQuiet />
      <Action
        id="difference.alike"
        title={t("The others like this")}
        isDisabled={!props.hasDecision && state.last === null}
        isQuiet
      />
      <Action
        id="difference.withdraw"
        title={t("Take back")}
        isDisabled={!props.hasDecision}
        isQuiet
      />
    </footer>
  );
}

interface ActionProps {
  id: CommandId;
  title: string;
  isDisabled?: boolean;
  isQuiet?: boolean;
}

function Action({ id, title, isDisabled = false, isQuiet = false }: ActionProps) {
  return (
    <Button
      variant={isQuiet ? "quiet" : "plain"}
      keys={shownKey(id)}
      isDisabled={isDisabled}
      onPress={() => runCommand(id)}
    >
      {title}
    </Button>
  );
}
