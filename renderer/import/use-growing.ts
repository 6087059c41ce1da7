import { startTransition, useEffect, useState } from "react";

// A screenful at once; the rest of a long text follows without holding up keys.
const first = 80;
const step = 400;

/** How many of a long list to draw: a few at once, more with each pause, and never fewer than needed. */
export function useGrowing(total: number, needed: number): number {
  const [drawn, setDrawn] = useState(first);
  useEffect(() => {
    if (drawn >= total) return;
    const timer = setTimeout(() => startTransition(() => setDrawn(drawn + step)), 30);
    return () => clearTimeout(timer);
  }, [drawn, total]);
  return Math.min(total, Math.max(drawn, needed));
}
