import type { Id } from "../../shared/model/annotation.ts";
import { t } from "../messages.ts";
import type { Session } from "./session.ts";

/** Says of a span that it is right as it is. */
export function looked({ store, actions, say }: Session, active: Id): void {
  const span = store.state().spans.get(active);
  if (span?.quote === "")
    say(t("None of its words are left. Select the right ones and move it there."));
  else actions.clearFlag(active);
}

/** Puts a span on what is selected, and the caret behind it, as behind one that was just marked. */
export async function moveHere({ editor, actions, say }: Session, active: Id): Promise<void> {
  const selected = editor.current?.selection();
  if (!selected) say(t("Select the words first that the span belongs to."));
  else if (await actions.reshape(active, () => [selected]))
    editor.current?.caretTo(selected.end, "end");
}
