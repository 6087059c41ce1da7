import type { Id } from "../../shared/model/annotation.ts";
import { neighbour } from "./marking.ts";
import type { Session } from "./session.ts";

/** Goes to the flagged span after the caret; after the last to the first again. */
export function stepToFlagged({ store, editor, goTo, say }: Session): void {
  const { order, active } = store.state();
  const flagged = order.filter(({ flag }) => flag);
  const next = neighbour(flagged, active, editor.current?.caret() ?? 0, 1) ?? flagged[0];
  if (next) goTo(next.id);
  else say("No span is to be looked at.");
}

/** Says of a span that it is right as it is. */
export function looked({ store, actions, say }: Session, active: Id): void {
  const span = store.state().spans.get(active);
  if (span?.quote === "")
    say("None of its words are left. Select the right ones and move it there.");
  else actions.clearFlag(active);
}

/** Puts a span on what is selected, and the caret behind it, as behind one that was just marked. */
export async function moveHere({ editor, actions, say }: Session, active: Id): Promise<void> {
  const selected = editor.current?.selection();
  if (!selected) say("Select the words first that the span belongs to.");
  else if (await actions.moveSpan(active, selected))
    editor.current?.select({ start: selected.end, end: selected.end });
}
