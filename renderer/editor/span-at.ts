import type { Span } from "../../shared/model/annotation.ts";

/** The spans that hold or touch the offset, the one with the shortest range there first. */
export function spansAt(spans: readonly Span[], offset: number): Span[] {
  const lengths = new Map<Span, number>();
  for (const span of spans)
    for (const { start, end } of span.ranges)
      if (start <= offset && offset <= end)
        lengths.set(span, Math.min(end - start, lengths.get(span) ?? Number.POSITIVE_INFINITY));
  // Sorting keeps the order of those that are as long.
  return [...lengths].sort(([, a], [, b]) => a - b).map(([span]) => span);
}
