import { useState } from "react";
import type { HistoryStep } from "../../shared/contract/history.ts";
import type { Id } from "../../shared/model/annotation.ts";
import { Splitter } from "../look/splitter.tsx";
import { inNumber, pageLanguage, t, wholeSentence } from "../messages.ts";
import { offerUndo, write } from "../state/app-store.ts";
import { DifferenceList } from "./difference-list.tsx";
import { ThenView } from "./then-view.tsx";
import { useThen } from "./use-then.ts";

/** The report as it was after a step, and what of it is other now. */
export function ThenPane({ report, step }: { report: Id; step: HistoryStep }) {
  const then = useThen(report, step.id);
  const [chosen, setChosen] = useState<Id | null>(null);
  if (!then) return <div className="history-text" aria-busy="true" />;
  const isThere = then.differences.some(({ id }) => id === chosen);
  const current = isThere ? chosen : (then.differences[0]?.id ?? null);
  return (
    <Splitter
      label={t("Width of what is other now")}
      side="end"
      initial={300}
      min={220}
      max={480}
      storeAs="history differences"
      panel={
        <section className="history-differences" aria-label={t("What is other now")}>
          <h2 className="history-heading">
            {t("Since then")} <span className="faint numeric">{countOf(then.differences)}</span>
          </h2>
          <DifferenceList
            differences={then.differences}
            current={current}
            onMove={setChosen}
            onRestore={(ids) => void restore(report, step.id, ids)}
          />
        </section>
      }
    >
      <section className="history-then" aria-label={t("The report as it was")}>
        <p className="history-when small" role="status">
          {t(
            then.isOtherText
              ? "As it was on {when}, before its text was corrected"
              : "As it was on {when}",
            { when: whenOf(step.at) },
          )}
        </p>
        <ThenView then={then} active={isThere ? chosen : null} onActivate={setChosen} />
      </section>
    </Splitter>
  );
}

const countOf = ({ length }: readonly unknown[]) => (length === 0 ? "" : inNumber(length));

async function restore(report: Id, step: number, ids: readonly Id[]): Promise<void> {
  const change = await write("history.restore", { report, step, ids: [...ids] });
  if (change) offerUndo(`${wholeSentence(change.summary)}.`);
}

const whenOf = (at: string) =>
  new Date(at).toLocaleString(pageLanguage, { dateStyle: "long", timeStyle: "medium" });
