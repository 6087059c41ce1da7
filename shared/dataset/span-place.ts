import type { Span } from "../model/annotation.ts";

/** The same for spans with the same label on the same words, in whatever order the ranges were marked. */
export function placeOf({ label, ranges }: Pick<Span, "label" | "ranges">): string {
  const places = ranges.map(({ start, end }) => [start, end] as const);
  return JSON.stringify([label, ...places.sort((a, b) => a[0] - b[0] || a[1] - b[1])]);
}
