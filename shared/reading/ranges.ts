import type { TextRange } from "../model/annotation.ts";

/** Ranges in order, none empty, none touching another: what a set of characters looks like. */
export type Stretches = readonly TextRange[];

/** All characters that are in any of the ranges, whatever their order. */
export function united(ranges: readonly TextRange[]): TextRange[] {
  const all: TextRange[] = [];
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    if (start >= end) continue;
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else all.push({ start, end });
  }
  return all;
}

/** The characters of a range that are in none of the stretches. */
export function without(range: TextRange, stretches: Stretches): TextRange[] {
  const left: TextRange[] = [];
  let { start } = range;
  for (const stretch of stretches) {
    if (stretch.end <= start) continue;
    if (stretch.start >= range.end) break;
    if (stretch.start > start) left.push({ start, end: stretch.start });
    start = stretch.end;
  }
  if (start < range.end) left.push({ start, end: range.end });
  return left;
}

/** How many characters there are in stretches. */
export function lengthOf(stretches: Stretches): number {
  return stretches.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** The stretches without half characters at their ends: a file that counts code points has no place for them. */
export function onWholeCharacters(text: string, stretches: Stretches): TextRange[] {
  const isInside = (at: number) =>
    /[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text.slice(at - 1, at + 1));
  return united(
    stretches.map(({ start, end }) => ({
      start: start > 0 && isInside(start) ? start - 1 : start,
      end: isInside(end) ? end + 1 : end,
    })),
  );
}
