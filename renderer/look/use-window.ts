import { type RefObject, useLayoutEffect, useState } from "react";

/** The rows of a list that are in view, as [first, end). */
export interface RowWindow {
  first: number;
  end: number;
}

// Rows drawn beyond the edge, so that a quick scroll meets no gap.
const spare = 12;

/** Which rows to draw in an element that scrolls, all of one height in pixels. */
export function useWindow(
  scroller: RefObject<HTMLElement | null>,
  rowHeight: number,
  total: number,
): RowWindow {
  const [shown, setShown] = useState<RowWindow>({ first: 0, end: 60 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = () => {
      const first = Math.max(0, Math.floor(element.scrollTop / rowHeight) - spare);
      const end = Math.ceil((element.scrollTop + element.clientHeight) / rowHeight) + spare;
      setShown((before) =>
        before.first === first && before.end === end ? before : { first, end },
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener("scroll", measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", measure);
    };
  }, [scroller, rowHeight]);
  return { first: Math.min(shown.first, total), end: Math.min(shown.end, total) };
}
