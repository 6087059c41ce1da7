import type { EditorView } from "prosemirror-view";
import { countWhile } from "../../shared/text/count-while.ts";
import type { Chunk } from "./chunks.ts";
import { draw, drawingKey } from "./drawing.ts";

/** Keeps the chunks drawn that the reader sees or is about to see. */
export interface ReadingWindow {
  /**
   * Looks where the reader is and draws what is missing before the browser paints: what is in view
   * and so much more above and below, in heights of the viewport.
   */
  refresh(ahead?: number): void;
  /** The chunks that fill the first screen, before anything has been laid out. */
  first(): ReadonlySet<number>;
  /** A chunk's height as it was last seen, else as its text lets expect; in pixels. */
  heightOf(chunk: number): number;
  /** Expects other heights of what is not drawn, where the lines have become longer or shorter. */
  resize(): void;
}

// In heights of the viewport.
const drawAhead = 0.75;
const keepBehind = 1.5;

const lineHeight = 30;
const characterWidth = 7.6;
const widestLine = 660;
// What .report-text keeps free at the left and the right together.
const sides = 112;

export function createWindow(
  scroller: HTMLElement,
  chunks: readonly Chunk[],
  view: () => EditorView,
): ReadingWindow {
  const seen = new Map<number, number>();
  let lineLength = lineLengthIn(scroller);
  const heightOf = (at: number) => {
    const chunk = chunks[at];
    return seen.get(at) ?? (chunk ? estimateHeight(chunk, lineLength) : 0);
  };

  function first() {
    const near = new Set<number>();
    const enough = scroller.clientHeight * 1.2;
    for (let height = 0, chunk = 0; chunk < chunks.length && height < enough; chunk++) {
      height += heightOf(chunk);
      near.add(chunk);
    }
    return near;
  }

  function refresh(ahead = drawAhead) {
    // Text that has just been drawn is seldom exactly as high as its box was; twice is the rule.
    for (let round = 0; round < 5 && drawNear(ahead); round++);
  }

  function drawNear(ahead: number): boolean {
    if (scroller.clientHeight === 0) return false;
    const { near } = drawingKey.getState(view().state) ?? { near: new Set<number>() };
    const wanted = inView(scroller, view().dom, ahead);
    if (wanted.every((chunk) => near.has(chunk)) && near.size <= wanted.length + 8) return false;
    const kept = new Set(inView(scroller, view().dom, keepBehind));
    const next = new Set([...wanted, ...[...near].filter((chunk) => kept.has(chunk))]);
    for (const chunk of near)
      if (!next.has(chunk)) seen.set(chunk, view().dom.children[chunk]?.clientHeight ?? 0);
    draw(view(), { near: next });
    return true;
  }

  function resize() {
    const next = lineLengthIn(scroller);
    if (next === lineLength) return;
    lineLength = next;
    seen.clear();
    for (const [chunk, box] of [...view().dom.children].entries())
      if (box instanceof HTMLElement && box.className === "chunk-box")
        box.style.height = `${heightOf(chunk)}px`;
  }

  return { refresh, first, heightOf, resize };
}

/** In characters. */
function lineLengthIn(scroller: HTMLElement): number {
  const width = (scroller.clientWidth || widestLine + sides) - sides;
  return Math.max(100, Math.min(widestLine, width)) / characterWidth;
}

/** The chunks within so many heights of the viewport, found by halving. */
function inView(scroller: HTMLElement, { children }: HTMLElement, reach: number): number[] {
  const { top, bottom, height } = scroller.getBoundingClientRect();
  const boxAt = (at: number) => children[at]?.getBoundingClientRect() ?? new DOMRect();
  const from = countWhile(children.length, (at) => boxAt(at).bottom < top - reach * height);
  const to = countWhile(children.length, (at) => boxAt(at).top <= bottom + reach * height);
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

function estimateHeight({ start, end, blocks }: Chunk, lineLength: number): number {
  return ((end - start) / lineLength + blocks.length * 1.1) * lineHeight;
}
