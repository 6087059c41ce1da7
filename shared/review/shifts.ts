import { wordRanges } from "../text/words.ts";
import type { Placed } from "./compare-spans.ts";
import type { Shift } from "./difference.ts";

/** Between each two annotators who have one span each, with other edges. */
export function shiftsOf(
  byAnnotator: readonly (readonly Placed[])[],
  annotators: readonly string[],
  text: string,
): Shift[] {
  const single = byAnnotator.flatMap((own, at) => {
    const [one, another] = own;
    return one && !another ? [{ name: annotators[at] ?? "", ...one.place }] : [];
  });
  return single.flatMap((a, at) =>
    single.slice(at + 1).flatMap((b): Shift[] => {
      const [start, end] = [b.start - a.start, b.end - a.end];
      if (start === 0 && end === 0) return [];
      return [
        {
          ...{ a: a.name, b: b.name, start, end },
          startWords: wordsBetween(text, a.start, b.start),
          endWords: wordsBetween(text, a.end, b.end),
        },
      ];
    }),
  );
}

/** Words that begin from one place up to another; below 0 where the other is before. */
function wordsBetween(text: string, from: number, to: number): number {
  if (to < from) return -wordsBetween(text, to, from);
  if (from === to) return 0;
  const words = wordRanges(text, { start: from, end: to });
  return words.filter(({ start }) => start >= from).length;
}
