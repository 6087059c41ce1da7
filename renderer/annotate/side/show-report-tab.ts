import { flushSync } from "react-dom";
import { runCommand } from "../../shell/commands.ts";

/** Shows what is said of the report as a whole, its first field in focus; a panel that was put away comes back. */
export function showReportTab(): void {
  if (!document.querySelector(".side-panel")) runCommand("view.panel");
  // A panel that comes with the same key press is drawn a moment later.
  queueMicrotask(focusReport);
}

function focusReport(): void {
  const tab = document.querySelector('.side-panel [role="tab"][id$="-report"]');
  if (tab instanceof HTMLElement) flushSync(() => tab.click());
  const field = document.querySelector(".report-labels :is(input, textarea, select, button)");
  if (field instanceof HTMLElement) field.focus();
}
