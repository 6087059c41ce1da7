import { getOrMake } from "../get-or-make.ts";
import type { TextRange } from "../model/annotation.ts";
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
  const words = wordCounter(text);
  return single.flatMap((a, at) =>
    single.slice(at + 1).flatMap((b): Shift[] => {
      const [start, end] = [b.start - a.start, b.end - a.end];
      if (start === 0 && end === 0) return [];
      return [
        {
          ...{ a: a.name, b: b.name, start, end },
          startWords: words(a.start, b.start),
          endWords: words(a.end, b.end),
        },
      ];
    }),
  );
}

/** Counts the words that begin from one place up to another, below 0 where the other is before; each two places once. */
function wordCounter(text: string): (from: number, to: number) => number {
  const known = new Map<string, number>();
  return (from, to) => {
    if (from === to) return 0;
    const [start, end] = from < to ? [from, to] : [to, from];
    const count = getOrMake(known, `${start} ${end}`, () => wordsIn(text, { start, end }));
    return from < to ? count : -count;
  };
}

function wordsIn(text: string, range: TextRange): number {
  return wordRanges(text, range).filter(({ start }) => start >= range.start).length;
}
