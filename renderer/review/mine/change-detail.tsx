import { Check, MessageCircleQuestion, Scale } from "lucide-react";
import type { ChangedRow } from "../../../shared/contract/questions.ts";
import type { LabelDefinition } from "../../../shared/model/scheme.ts";
import { Button } from "../../look/button.tsx";
import { t } from "../../messages.ts";
import { shownKey } from "../../state/command-keys.ts";
import { Said } from "./change-columns.tsx";
import { sidesOf } from "./sides.ts";

interface ChangeDetailProps {
  row: ChangedRow;
  labels: readonly LabelDefinition[];
  onAgree: () => void;
  onAsk: () => void;
  onOpen: () => void;
}

/** The change that the keyboard is at, in its context, and what can be said to it. */
export function ChangeDetail({ row, labels, onAgree, onAsk, onOpen }: ChangeDetailProps) {
  const { before, said, after, difference, decision, isAgreed } = row;
  const { mine, decided } = sidesOf(difference);
  return (
    <footer className="change-detail">
      <div className="grow stack" role="status">
        <p className="change-context">
          <span className="faint">…{before}</span>
          <mark>{said || difference.words}</mark>
          <span className="faint">{after}…</span>
        </p>
        <p className="row change-sides">
          <span className="soft">{t("I have")}</span>{" "}
          <Said version={mine} words={row.mine} labels={labels} />
          <span aria-hidden>→</span>
          <span className="soft">{t("Decided")}</span>
          <Said version={decided} words={row.decided} labels={labels} />
        </p>
        {decision?.reason && <p>{decision.reason}</p>}
        {decision?.note && <p className="soft">{decision.note}</p>}
        {decision === null && (
          <p className="faint">
            {t("It is otherwise in the gold layer, without a decision on it.")}
          </p>
        )}
      </div>
      <div className="change-actions">
        <Button icon={Check} keys={shownKey("feedback.agree")} onPress={onAgree}>
          {isAgreed ? t("Not agreed after all") : t("Agree")}
        </Button>
        <Button icon={MessageCircleQuestion} keys={shownKey("question.ask")} onPress={onAsk}>
          {t("Ask…")}
        </Button>
        <Button icon={Scale} keys="Enter" onPress={onOpen}>
          {t("Open the report")}
        </Button>
      </div>
    </footer>
  );
}
