import type { EditorView } from "prosemirror-view";
import type { Id, Span, TextRange } from "../../shared/model/annotation.ts";
import { type Edge, withEdgeAt } from "../../shared/text/edges.ts";
import { wordRanges } from "../../shared/text/words.ts";
import type { Positions } from "./positions.ts";

/** What dragging the chosen span's edges needs, and what it does. */
export interface EdgeDrag {
  view: EditorView;
  text: string;
  positions: Positions;
  /** The chosen span; null for none. */
  active(): Span | null;
  /** Draws the span in another shape; null: as it is again. */
  preview(shape: Span | null): void;
  /** Called once, when an edge was let go elsewhere. Until it is done the new shape stays drawn. */
  onReshape(span: Id, ranges: TextRange[]): Promise<unknown>;
}

/** In pixels, how near to an edge the pointer takes hold of it. */
const grip = 5;
/** In characters, how far a word's edge may be from the pointer. */
const reach = 60;

interface Held {
  span: Span;
  edge: Edge;
  ranges: TextRange[];
}

/**
 * An edge of the chosen span is drawn along with the pointer, from word to word, with Alt by
 * characters; Escape lets it be. What is selected is never touched.
 */
export function listenToEdges(scroller: HTMLElement, drag: EdgeDrag): void {
  let held: Held | null = null;

  function take(event: PointerEvent) {
    const span = drag.active();
    const edge = event.button === 0 && span ? edgeAt(drag, span, event) : null;
    if (!span || !edge) return;
    // Else the browser would begin to select.
    event.preventDefault();
    event.stopPropagation();
    // By now the click that ends the drag is the scroller's, and chooses nothing in the text.
    scroller.setPointerCapture(event.pointerId);
    held = { span, edge, ranges: span.ranges };
    addEventListener("keydown", onKey, { capture: true });
  }

  function pull(event: PointerEvent) {
    if (!held) return;
    const offset = offsetAt(drag, held.edge, event);
    if (offset === null) return;
    const ranges = withEdgeAt(drag.text, held.span.ranges, held.edge, offset);
    if (isSameShape(ranges, held.ranges)) return;
    held = { ...held, ranges };
    drag.preview({ ...held.span, ranges });
  }

  async function letGo() {
    if (!held) return;
    const { span, ranges } = held;
    end();
    if (!isSameShape(ranges, span.ranges)) await drag.onReshape(span.id, ranges);
    // Another text may have come by now, with an editor of its own.
    if (!drag.view.isDestroyed) drag.preview(null);
  }

  function onKey(event: KeyboardEvent) {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    cancel();
  }

  function cancel() {
    if (!held) return;
    end();
    drag.preview(null);
  }

  function end() {
    held = null;
    removeEventListener("keydown", onKey, { capture: true });
  }

  function showGrip(event: PointerEvent) {
    if (event.buttons > 0) return;
    const span = drag.active();
    const isOnEdge = span !== null && edgeAt(drag, span, event) !== null;
    scroller.classList.toggle("on-edge", isOnEdge);
  }

  scroller.addEventListener("pointerdown", take, { capture: true });
  scroller.addEventListener("pointermove", (event) => (held ? pull(event) : showGrip(event)));
  scroller.addEventListener("pointerup", () => void letGo());
  scroller.addEventListener("pointercancel", cancel);
}

/** The edge under the pointer; of two, the nearer one. */
function edgeAt(
  { view, positions }: EdgeDrag,
  { ranges }: Span,
  { clientX: x, clientY: y }: PointerEvent,
): Edge | null {
  let found: Edge | null = null;
  let nearest = grip;
  for (const side of ["start", "end"] as const)
    for (const mark of view.dom.getElementsByClassName(`lit-${side}`)) {
      const distance = distanceTo(mark, side, x, y);
      if (distance > nearest) continue;
      const inside = side === "start" ? 0 : mark.childNodes.length;
      const offset = positions.toOffset(view.posAtDOM(mark, inside));
      const range = ranges.findIndex((one) => one[side] === offset);
      if (range < 0) continue;
      found = { range, side };
      nearest = distance;
    }
  return found;
}

function distanceTo(mark: Element, side: Edge["side"], x: number, y: number): number {
  const boxes = mark.getClientRects();
  const box = boxes[side === "start" ? 0 : boxes.length - 1];
  if (!box || y < box.top || y > box.bottom) return Number.POSITIVE_INFINITY;
  const isLeft = (side === "start") === (getComputedStyle(mark).direction === "ltr");
  return Math.abs(x - (isLeft ? box.left : box.right));
}

/** Where in the text the edge would come to; null beside the text. */
function offsetAt(
  { view, text, positions }: EdgeDrag,
  { side }: Edge,
  { clientX: left, clientY: top, altKey }: PointerEvent,
): number | null {
  const place = view.posAtCoords({ left, top });
  if (!place) return null;
  const offset = positions.toOffset(place.pos);
  return altKey ? offset : nearestWord(text, offset, side);
}

function nearestWord(text: string, offset: number, side: Edge["side"]): number {
  const around = {
    start: Math.max(0, offset - reach),
    end: Math.min(text.length, offset + reach),
  };
  const places = wordRanges(text, around).map((word) => word[side]);
  return places.reduce(
    (best, place) => (Math.abs(place - offset) < Math.abs(best - offset) ? place : best),
    places[0] ?? offset,
  );
}

function isSameShape(a: readonly TextRange[], b: readonly TextRange[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, at) => one.start === b[at]?.start && one.end === b[at]?.end)
  );
}
