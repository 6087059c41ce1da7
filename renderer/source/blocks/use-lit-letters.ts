import { type RefObject, useEffect } from "react";
import type { TextRange } from "../../../shared/model/annotation.ts";
import { elementOf, lettersOf } from "./on-screen.ts";

type Scroller = RefObject<HTMLElement | null>;

/** Marks the block that the caret stands in, and brings it into view when it is another one. */
export function useCaretBlock(scroller: Scroller, caret: number | null): void {
  useEffect(() => {
    const block = caret !== null && scroller.current && elementOf(scroller.current, caret);
    if (!block) return;
    block.dataset.here = "";
    bringIntoView(scroller.current, block.getBoundingClientRect());
    return () => {
      delete block.dataset.here;
    };
  }, [scroller, caret]);
}

/** A range of the composed text, and a block that has some of it. */
export interface Stretch {
  block: number;
  range: TextRange;
}

const highlightName = "original-span";

/** Lights stretches, also of blocks that are drawn later, and brings the beginning into view. */
export function useLitLetters(
  scroller: Scroller,
  stretches: readonly Stretch[],
  colour: string,
  near: ReadonlySet<number>,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: other blocks are drawn when others are near
  useEffect(() => {
    const root = scroller.current;
    if (!root) return;
    root.style.setProperty("--colour", colour);
    CSS.highlights.set(highlightName, new Highlight(...litIn(root, stretches)));
    return () => {
      CSS.highlights.delete(highlightName);
    };
  }, [scroller, stretches, colour, near]);
  useEffect(() => {
    const first = scroller.current && litIn(scroller.current, stretches)[0];
    if (first) bringIntoView(scroller.current, first.getBoundingClientRect());
  }, [scroller, stretches]);
}

function litIn(root: HTMLElement, stretches: readonly Stretch[]): Range[] {
  return stretches.flatMap(({ block, range }) => lettersOf(root, block, range));
}

/** Scrolls no further than it must; of what is higher than the view, the beginning counts. */
function bringIntoView(scroller: HTMLElement | null, box: DOMRect): void {
  if (!scroller) return;
  const view = scroller.getBoundingClientRect();
  const isInView = box.top >= view.top && Math.min(box.bottom, box.top + 48) <= view.bottom;
  if (!isInView) scroller.scrollTop += box.top - view.top - view.height / 3;
}
