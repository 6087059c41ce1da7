import type { CommandId } from "../../shared/commands.ts";
import type { Direction, MotionUnit } from "../../shared/text/motions.ts";
import type { Session } from "./session.ts";

export type MotionId = Extract<CommandId, `move.${string}`>;

const motions: Record<MotionId, [MotionUnit, Direction]> = {
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
export const motionIds = Object.keys(motions) as MotionId[];

/** Moves the caret by the unit that the command names, and what is selected along with it when it extends. */
export function moveBy({ editor }: Session, id: MotionId, extend: boolean): void {
  const [unit, direction] = motions[id];
  editor.current?.move(unit, direction, extend);
}

/** Selects what stands in a row behind or before the caret; says where there is nothing more. */
export function stepToPhrase({ editor, say }: Session, direction: Direction): void {
  if (editor.current?.selectPhrase(direction)) return;
  say(direction === 1 ? "No words follow." : "No words come before.");
}
