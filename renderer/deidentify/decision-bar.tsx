import { Check, CheckCheck, X } from "lucide-react";
import type { ReviewedCandidate } from "../../shared/deidentify/layer.ts";
import { Button } from "../look/button.tsx";
import { t } from "../messages.ts";
import { runCommand } from "../shell/commands.ts";
import { shownKey } from "../state/command-keys.ts";
import { decisionNames, kindNames } from "./kinds.ts";

/** What the chosen candidate is, and what can be said of it. */
export function DecisionBar({ candidate }: { candidate: ReviewedCandidate | null }) {
  const isNone = candidate === null;
  return (
    <div className="deidentify-bar">
      <p className="truncate" role="status">
        {candidate && (
          <>
            <strong>{candidate.quote.replaceAll("\n", " ")}</strong>{" "}
            <span className="soft">
              {kindNames[candidate.kind]} · {decisionNames[candidate.decision]}
            </span>
          </>
        )}
      </p>
      <div className="row">
        <Button
          variant="primary"
          icon={Check}
          keys={shownKey("identifier.accept")}
          isDisabled={isNone}
          onPress={() => runCommand("identifier.accept")}
        >
          {t("Accept")}
        </Button>
        <Button
          icon={X}
          keys={shownKey("identifier.refuse")}
          isDisabled={isNone}
          onPress={() => runCommand("identifier.refuse")}
        >
          {t("Refuse")}
        </Button>
      </div>
      <div className="row">
        <Button
          variant="quiet"
          icon={CheckCheck}
          keys={shownKey("identifier.acceptAlike")}
          isDisabled={isNone}
          onPress={() => runCommand("identifier.acceptAlike")}
        >
          {t("Accept the same words everywhere")}
        </Button>
      </div>
    </div>
  );
}
