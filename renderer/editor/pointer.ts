import type { Id } from "../../shared/model/annotation.ts";
import type { SpanNumbers } from "./marks.ts";

export interface PointerEvents {
  onActivate(span: Id | null): void;
  onHover(span: Id | null): void;
  /** The browser has selected what it takes for a word. */
  onWord(): void;
  /** Text was selected by dragging, and not letter by letter with Alt. */
  onDragged(): void;
}

/**
 * A click chooses the smallest span under it, a second one in the same place the next larger, and
 * so round. A drag chooses nothing: it selects text.
 */
export function listenToPointer(root: HTMLElement, numbers: SpanNumbers, events: PointerEvents) {
  let pressed: MouseEvent | null = null;
  let stack = "";
  let depth = 0;

  function click(event: MouseEvent) {
    if (event.button !== 0 || event.detail > 1 || !pressed || moved(pressed, event)) return;
    const spans = spansAt(event.target);
    depth = spans === stack && spans !== "" ? depth + 1 : 0;
    stack = spans;
    events.onActivate(idAt(numbers, spans, depth));
  }

  root.addEventListener("mousedown", (down) => {
    pressed = down;
    const release = (up: MouseEvent) => moved(down, up) && !up.altKey && events.onDragged();
    // It may be let go of anywhere.
    if (down.button === 0) document.addEventListener("mouseup", release, { once: true });
  });
  root.addEventListener("click", click);
  root.addEventListener("dblclick", () => events.onWord());
  root.addEventListener("mouseover", (event) =>
    events.onHover(event.buttons === 0 ? idAt(numbers, spansAt(event.target), 0) : null),
  );
  root.addEventListener("mouseleave", () => events.onHover(null));
}

function moved(from: MouseEvent, to: MouseEvent): boolean {
  return Math.hypot(to.clientX - from.clientX, to.clientY - from.clientY) > 3;
}

/** The numbers of the spans at an element, smallest span first; empty where there is none. */
function spansAt(target: EventTarget | null): string {
  const mark = target instanceof Element ? target.closest<HTMLElement>("[data-spans]") : null;
  return mark?.dataset.spans ?? "";
}

function idAt(numbers: SpanNumbers, spans: string, depth: number): Id | null {
  if (spans === "") return null;
  const all = spans.split(" ");
  return numbers.idOf(Number(all[depth % all.length])) ?? null;
}
