import type { HistoryStep } from "../../shared/contract/history.ts";
import type { ListRow } from "../look/virtual-list.tsx";
import { sentence, t, wholeSentence } from "../messages.ts";

export interface StepRow extends ListRow {
  /** null for a day's heading. */
  step: HistoryStep | null;
  day: string;
}

/** The steps below the days on which they were taken. */
export function stepRows(
  steps: readonly HistoryStep[],
  dayOf: (at: string) => string,
): readonly StepRow[] {
  let last = "";
  return steps.flatMap((step) => {
    const day = dayOf(step.at);
    const row: StepRow = { id: String(step.id), step, day };
    if (day === last) return [row];
    last = day;
    return [{ id: `day ${day}`, isHeading: true, step: null, day }, row];
  });
}

/** What a step did, as a sentence's beginning: an undo says what it took back. */
export function titleOf({ summary, state }: HistoryStep): string {
  if (state === "undo") return t("Undid: {summary}", { summary: sentence(summary) });
  if (state === "redo") return t("Did again: {summary}", { summary: sentence(summary) });
  return wholeSentence(summary);
}

/** Whether what a step did was taken back later. */
export function isTakenBack({ state }: HistoryStep): boolean {
  return state === "undone" || state === "abandoned";
}
