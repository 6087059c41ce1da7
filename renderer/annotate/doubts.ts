import type { Id } from "../../shared/model/annotation.ts";
import { runCommand } from "../shell/commands.ts";
import { drawNow } from "../state/drawing-times.ts";
import { focusNote } from "./inspector/focus-inspector.ts";
import type { Session } from "./session.ts";

/** Says of a span that one is not sure of it, or is again. */
export function toggleUnsure({ store, actions }: Session, active: Id): void {
  const span = store.state().spans.get(active);
  if (span) actions.setUnsure(active, !span.unsure);
}

/** Brings the active span's note into focus; a panel that was put away comes back for it. */
export function editNote(): void {
  if (!document.querySelector(".side-panel")) runCommand("view.panel");
  // Fields that come with the same key press are drawn a moment later.
  queueMicrotask(() => {
    drawNow();
    focusNote();
  });
}
