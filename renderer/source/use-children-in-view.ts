import { type RefObject, useEffect, useState } from "react";

interface ChildrenInView {
  /** In view or less than a screen away. */
  near: ReadonlySet<number>;
  /** The one in the middle of the view. */
  current: number;
}

/** Which of the scroller's children, counted from 1, are in view. */
export function useChildrenInView(
  scroller: RefObject<HTMLElement | null>,
  count: number,
): ChildrenInView {
  const [near, setNear] = useState<ReadonlySet<number>>(new Set());
  const [current, setCurrent] = useState(1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another number means other children
  useEffect(() => {
    const root = scroller.current;
    if (!root) return;
    const children = Array.from(root.children);
    const numbers = new Map(children.map((child, index) => [child, index + 1]));
    const watch = (rootMargin: string, tell: (found: Seen[]) => void) => {
      const observer = new IntersectionObserver(
        (entries) =>
          tell(
            entries.map(({ target, isIntersecting }) => ({
              child: numbers.get(target) ?? 0,
              isIn: isIntersecting,
            })),
          ),
        { root, rootMargin },
      );
      for (const child of children) observer.observe(child);
      return observer;
    };
    const observers = [
      watch("100% 0px", (seen) => setNear((before) => withSeen(before, seen))),
      watch("-50% 0px", (seen) => setCurrent((now) => seen.find(({ isIn }) => isIn)?.child ?? now)),
    ];
    return () => {
      for (const observer of observers) observer.disconnect();
    };
  }, [scroller, count]);
  return { near, current };
}

interface Seen {
  child: number;
  isIn: boolean;
}

function withSeen(before: ReadonlySet<number>, seen: readonly Seen[]): ReadonlySet<number> {
  const next = new Set(before);
  for (const { child, isIn } of seen) {
    if (isIn) next.add(child);
    else next.delete(child);
  }
  return next;
}
