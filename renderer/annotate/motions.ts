import type { CommandId } from "../../shared/commands.ts";
import { nextUnread } from "../../shared/reading/next-unread.ts";
import type { Direction, MotionUnit } from "../../shared/text/motions.ts";
import { t } from "../messages.ts";
import type { Session } from "./session.ts";

export type MotionId = Extract<CommandId, `move.${string}`>;

const units: Record<Exclude<MotionId, "move.nextUnread">, [MotionUnit, Direction]> = {
  "move.previousWord": ["word", -1],
  "move.nextWord": ["word", 1],
  "move.previousSentence": ["sentence", -1],
  "move.nextSentence": ["sentence", 1],
  "move.previousParagraph": ["paragraph", -1],
  "move.nextParagraph": ["paragraph", 1],
  "move.previousSection": ["section", -1],
  "move.nextSection": ["section", 1],
};

// The table's own keys are its type; Object.keys only loses that.
export const motionIds = [
  ...(Object.keys(units) as (keyof typeof units)[]),
  "move.nextUnread",
] as const;

/** Moves the caret by the unit that the command names, and what is selected along with it when it extends. */
export function moveBy(session: Session, id: MotionId, extend: boolean): void {
  if (id === "move.nextUnread") goToUnread(session, extend);
  else session.editor.current?.move(...units[id], extend);
}

/** After the last unread stretch comes the first; what is selected only follows to one behind it. */
function goToUnread({ store, reading, editor, say }: Session, extend: boolean): void {
  const { text, sections } = store.state().report;
  const caret = editor.current?.caret() ?? 0;
  const next = nextUnread(text, sections, reading.reading(), caret);
  if (!next) {
    say(t("Everything is read or skipped."));
    return;
  }
  const from = editor.current?.selection()?.start ?? caret;
  const start = extend && from < next.start ? from : next.start;
  editor.current?.select({ start, end: next.start });
  editor.current?.reveal({ start: next.start, end: Math.min(next.end, next.start + 1) });
}

/** Selects what stands in a row behind or before the caret; says where there is nothing more. */
export function stepToPhrase({ editor, say }: Session, direction: Direction): void {
  if (editor.current?.selectPhrase(direction)) return;
  say(t(direction === 1 ? "No words follow." : "No words come before."));
}
