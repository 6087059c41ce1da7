const focusable = "input, textarea, select, button";

/** Puts the focus on an attribute of the active span, or on the first field of what it is linked to. */
export function focusInspector(attribute?: string): void {
  const inspector = document.querySelector(".inspector");
  const target =
    attribute === undefined
      ? inspector?.querySelector(`.inspector-part .field-grid :is(${focusable})`)
      : inspector?.querySelector(`[data-attribute="${CSS.escape(attribute)}"] :is(${focusable})`);
  const first = target ?? inspector?.querySelector(focusable);
  if (first instanceof HTMLElement) first.focus();
}

/** Puts the focus on the active span's note. */
export function focusNote(): void {
  const note = document.querySelector(".inspector .inspector-note textarea");
  if (note instanceof HTMLElement) note.focus();
}

/** Leaves a field of the inspector, which saves what is written in it, before another span is shown there. */
export function leaveField(): boolean {
  const field = document.activeElement;
  const isInside = field instanceof HTMLElement && field.closest(".inspector") !== null;
  if (isInside) field.blur();
  return isInside;
}
