import { useCallback, useMemo } from "react";
import type { HistoryStep } from "../../shared/contract/history.ts";
import { VirtualList } from "../look/virtual-list.tsx";
import { pageLanguage, t } from "../messages.ts";
import { useShownNames } from "../review/use-shown-names.ts";
import { isTakenBack, type StepRow, stepRows, titleOf } from "./step-rows.ts";
import type { Steps } from "./use-steps.ts";

interface StepListProps extends Pick<Steps, "steps" | "loadMore"> {
  current: number | null;
  onMove: (step: number) => void;
  onOpen: () => void;
}

const rowHeight = ({ isHeading }: StepRow) => (isHeading ? 30 : 44);

/** Every step, newest first; the arrow keys go through time. */
export function StepList({ steps, loadMore, current, onMove, onOpen }: StepListProps) {
  const rows = useMemo(() => stepRows(steps, dayOf), [steps]);
  const nameOf = useShownNames();
  const drawRow = useCallback(
    ({ step, day }: StepRow) => (step ? <Step step={step} author={nameOf(step.annotator)} /> : day),
    [nameOf],
  );
  const move = ({ step }: StepRow) => {
    if (!step) return;
    onMove(step.id);
    if (step.id === steps.at(-1)?.id) loadMore();
  };
  return (
    <VirtualList
      label={t("Steps")}
      rows={rows}
      rowHeight={rowHeight}
      current={current === null ? null : String(current)}
      onMove={move}
      onOpen={onOpen}
    >
      {drawRow}
    </VirtualList>
  );
}

function Step({ step, author }: { step: HistoryStep; author: string }) {
  const takenBack = isTakenBack(step);
  const look = takenBack ? "truncate faint history-undone" : "truncate";
  return (
    <span className="history-step grow">
      <span className={look}>{titleOf(step)}</span>
      <span className="small soft truncate">
        {timeOf(step.at)} · {author}
        {takenBack && ` · ${t("undone")}`}
      </span>
    </span>
  );
}

const dayOf = (at: string) =>
  new Date(at).toLocaleDateString(pageLanguage, {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
  });

const timeOf = (at: string) =>
  new Date(at).toLocaleTimeString(pageLanguage, { hour: "2-digit", minute: "2-digit" });
