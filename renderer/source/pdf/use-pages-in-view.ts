import { type RefObject, useEffect, useState } from "react";

interface PagesInView {
  /** In view or less than a screen away. */
  near: ReadonlySet<number>;
  /** The one in the middle of the view. */
  current: number;
}

/** Which of the scroller's children, counted from 1, are in view. */
export function usePagesInView(
  scroller: RefObject<HTMLElement | null>,
  pages: number,
): PagesInView {
  const [near, setNear] = useState<ReadonlySet<number>>(new Set());
  const [current, setCurrent] = useState(1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other pages are other children
  useEffect(() => {
    const root = scroller.current;
    if (!root) return;
    const sheets = Array.from(root.children);
    const numbers = new Map(sheets.map((sheet, index) => [sheet, index + 1]));
    const watch = (rootMargin: string, tell: (found: Seen[]) => void) => {
      const observer = new IntersectionObserver(
        (entries) =>
          tell(
            entries.map(({ target, isIntersecting }) => ({
              page: numbers.get(target) ?? 0,
              isIn: isIntersecting,
            })),
          ),
        { root, rootMargin },
      );
      for (const sheet of sheets) observer.observe(sheet);
      return observer;
    };
    const observers = [
      watch("100% 0px", (seen) => setNear((before) => withSeen(before, seen))),
      watch("-50% 0px", (seen) => setCurrent((now) => seen.find(({ isIn }) => isIn)?.page ?? now)),
    ];
    return () => {
      for (const observer of observers) observer.disconnect();
    };
  }, [scroller, pages]);
  return { near, current };
}

interface Seen {
  page: number;
  isIn: boolean;
}

function withSeen(before: ReadonlySet<number>, seen: readonly Seen[]): ReadonlySet<number> {
  const next = new Set(before);
  for (const { page, isIn } of seen) {
    if (isIn) next.add(page);
    else next.delete(page);
  }
  return next;
}
