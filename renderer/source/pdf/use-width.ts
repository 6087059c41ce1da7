import { type RefObject, useEffect, useState } from "react";

// In milliseconds: while the splitter moves, pictures are stretched and not drawn anew.
const settled = 150;

/** How wide the element's content is, in pixels of the screen; 0 until it is known. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!element.current) return;
    let timer = 0;
    const observer = new ResizeObserver(([entry]) => {
      const next = Math.round((entry?.contentRect.width ?? 0) * devicePixelRatio);
      clearTimeout(timer);
      setWidth((before) => before || next);
      timer = window.setTimeout(() => setWidth(next), settled);
    });
    observer.observe(element.current);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [element]);
  return width;
}
