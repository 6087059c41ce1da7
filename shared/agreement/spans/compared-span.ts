import type { Span, TextRange } from "../../model/annotation.ts";

/** A span as it is compared with others. */
export interface ComparedSpan {
  label: string;
  /** Its characters: in order, none touching another. A span of no characters keeps its one empty range. */
  ranges: TextRange[];
  /** From its first character to its last. */
  start: number;
  end: number;
  /** How many characters it has. */
  length: number;
  /** The same for the same characters, and for the same characters with the same label. */
  place: string;
  placeAndLabel: string;
}

/** A span with the order in which its ranges were marked, and where they touch, left aside. */
export function comparedSpan({ label, ranges }: Pick<Span, "label" | "ranges">): ComparedSpan {
  const all = ranges.length === 1 ? ranges : joined(ranges);
  const start = all[0]?.start ?? 0;
  const end = all.at(-1)?.end ?? start;
  const isOne = all.length === 1;
  const place = isOne ? `${start}-${end}` : all.map((one) => `${one.start}-${one.end}`).join(" ");
  const length = isOne ? end - start : all.reduce((sum, one) => sum + one.end - one.start, 0);
  return { label, ranges: all, start, end, length, place, placeAndLabel: `${place} ${label}` };
}

function joined(ranges: readonly TextRange[]): TextRange[] {
  const all: TextRange[] = [];
  const inOrder = ranges.toSorted((a, b) => a.start - b.start || a.end - b.end);
  const full = inOrder.filter(({ start, end }) => start < end);
  for (const { start, end } of full.length > 0 ? full : inOrder.slice(0, 1)) {
    const last = all.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else all.push({ start, end });
  }
  return all;
}

/**
 * How much two spans have in common: the characters of both by the characters of either (Jaccard). From 0
 * to 1; 1 for the same characters, also where there are none.
 */
export function overlapOf(a: ComparedSpan, b: ComparedSpan): number {
  if (a.place === b.place) return 1;
  const both = a.ranges.reduce(
    (sum, one) =>
      b.ranges.reduce(
        (more, other) =>
          more + Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start)),
        sum,
      ),
    0,
  );
  return both === 0 ? 0 : both / (a.length + b.length - both);
}
