import { type RefObject, useEffect, useRef } from "react";
import type { PageBox } from "./boxes.ts";
import type { PageSize } from "./open-pdf.ts";

/** Scrolls the first of the boxes into view whenever they are others, and no further than it must. */
export function useBoxesInView(
  scroller: RefObject<HTMLElement | null>,
  sizes: readonly PageSize[],
  boxes: readonly PageBox[],
): void {
  // Another size of some page is no reason to scroll.
  const latestSizes = useRef(sizes);
  latestSizes.current = sizes;
  useEffect(() => {
    const [first] = boxes;
    const size = first && latestSizes.current[first.page - 1];
    if (scroller.current && first && size) scrollTo(scroller.current, first, size);
  }, [scroller, boxes]);
}

function scrollTo(scroller: HTMLElement, { page, box }: PageBox, { height }: PageSize): void {
  const sheet = scroller.children[page - 1];
  if (!(sheet instanceof HTMLElement)) return;
  const [, upper, , lower] = box;
  const scale = sheet.offsetHeight / height;
  const top = sheet.offsetTop + upper * scale;
  const bottom = sheet.offsetTop + lower * scale;
  const { scrollTop, clientHeight } = scroller;
  const margin = Math.min(48, clientHeight / 4);
  if (top >= scrollTop + margin && bottom <= scrollTop + clientHeight - margin) return;
  scroller.scrollTop = top - clientHeight / 3;
}
