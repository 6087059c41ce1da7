import type { EditorView } from "prosemirror-view";
import type { TextRange } from "../../shared/model/annotation.ts";
import { draw, drawingKey } from "./drawing.ts";
import type { ReadingPlace } from "./editor-handle.ts";
import type { Positions } from "./positions.ts";
import type { ReadingWindow } from "./window.ts";

/** Where a range stands on the screen; null where it is not drawn or scrolled out of view. */
export function boxOf(
  view: EditorView,
  scroller: HTMLElement,
  positions: Positions,
  range: TextRange,
): DOMRect | null {
  const box = drawnBox(view, positions, range);
  const { top, bottom } = scroller.getBoundingClientRect();
  return box && box.bottom > top && box.top < bottom ? box : null;
}

/** Scrolls no further than it must: text that is well in view stays where it is. */
export function reveal(
  view: EditorView,
  scroller: HTMLElement,
  positions: Positions,
  window: ReadingWindow,
  range: TextRange,
): void {
  drawAlso(view, positions.chunkAt(range.start));
  scrollBy(scroller, window, () => distanceOf(drawnBox(view, positions, range), scroller));
}

/** The caret while it is in view, else the first paragraph that is. */
export function placeOf(
  view: EditorView,
  scroller: HTMLElement,
  positions: Positions,
): ReadingPlace {
  const caret = positions.toOffset(view.state.selection.head);
  const top = topOf(view, scroller, positions, caret);
  if (top !== null && top >= 0 && top < scroller.clientHeight) return { offset: caret, top };
  const edge = scroller.getBoundingClientRect().top;
  const blocks = Array.from(view.dom.querySelectorAll(".chunk > *"));
  const first = blocks.find((block) => block.getBoundingClientRect().bottom > edge);
  const offset = first ? positions.toOffset(view.posAtDOM(first, 0)) : 0;
  return { offset, top: topOf(view, scroller, positions, offset) ?? 0 };
}

/** Brings the character back to where it stood. */
export function returnTo(
  view: EditorView,
  scroller: HTMLElement,
  positions: Positions,
  window: ReadingWindow,
  { offset, top }: ReadingPlace,
): void {
  drawAlso(view, positions.chunkAt(offset));
  scrollBy(scroller, window, () => (topOf(view, scroller, positions, offset) ?? top) - top);
}

/** How far below the scroller's upper edge a character stands; null where it is not drawn. */
function topOf(
  view: EditorView,
  scroller: HTMLElement,
  positions: Positions,
  offset: number,
): number | null {
  const position = positions.toPosition(offset, "start");
  if (!view.domAtPos(position, 1).node.parentElement?.closest(".chunk")) return null;
  return view.coordsAtPos(position, 1).top - scroller.getBoundingClientRect().top;
}

/** What is drawn on the way may be higher or lower than expected; the next round makes up for it. */
function scrollBy(scroller: HTMLElement, window: ReadingWindow, distance: () => number): void {
  for (let round = 0; round < 4; round++) {
    const left = distance();
    if (Math.abs(left) < 1) return;
    scroller.scrollTop += left;
    window.refresh();
  }
}

function drawAlso(view: EditorView, chunk: number): void {
  const near = drawingKey.getState(view.state)?.near;
  if (near && !near.has(chunk)) draw(view, { near: new Set([...near, chunk]) });
}

/** How far to scroll to bring the box to a third of the height; 0 while it is well in view. */
function distanceOf(box: DOMRect | null, scroller: HTMLElement): number {
  if (!box) return 0;
  const { top, bottom, height } = scroller.getBoundingClientRect();
  const margin = Math.min(64, height / 4);
  if (box.top >= top + margin && box.bottom <= bottom - margin) return 0;
  return box.top - top - height / 3;
}

function drawnBox(view: EditorView, positions: Positions, range: TextRange): DOMRect | null {
  const start = view.domAtPos(positions.toPosition(range.start, "start"), 1);
  const end = view.domAtPos(positions.toPosition(range.end, "end"), -1);
  if (!start.node.parentElement?.closest(".chunk")) return null;
  const drawn = document.createRange();
  drawn.setStart(start.node, start.offset);
  drawn.setEnd(end.node, end.offset);
  return drawn.getBoundingClientRect();
}
