import type { Span } from "../../shared/model/annotation.ts";

/** The span with the shortest range that holds or touches the offset; null where there is none. */
export function smallestSpanAt(spans: readonly Span[], offset: number): Span | null {
  let smallest: Span | null = null;
  let shortest = Number.POSITIVE_INFINITY;
  for (const span of spans)
    for (const { start, end } of span.ranges)
      if (start <= offset && offset <= end && end - start < shortest) {
        smallest = span;
        shortest = end - start;
      }
  return smallest;
}
