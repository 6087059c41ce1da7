import type { Stack } from "./stacks.ts";

/**
 * Parts of a page that are read one after the other though no line spans it: below a gap across the
 * whole page, everything is set in another size of type than above it, as references are at the end.
 */
export function bandsOf(stacks: readonly Stack[]): Stack[][] {
  const sorted = stacks.toSorted((a, b) => a.top - b.top);
  let bottom = Number.NEGATIVE_INFINITY;
  for (const [at, stack] of sorted.entries()) {
    const [above, below] = [sorted.slice(0, at), sorted.slice(at)];
    if (at > 0 && stack.top > bottom && isOtherType(above, below))
      return [above, ...bandsOf(below)];
    bottom = Math.max(bottom, stack.bottom);
  }
  return [sorted];
}

function isOtherType(above: readonly Stack[], below: readonly Stack[]): boolean {
  const [over, under] = [sizesOf(above), sizesOf(below)];
  if (over.length < 2 || under.length < 2) return false;
  return Math.min(...over) > Math.max(...under) * 1.08;
}

/** Sizes of type of all that is more than a heading. */
function sizesOf(stacks: readonly Stack[]): number[] {
  return stacks
    .filter(({ lines }) => lines.length >= 3)
    .flatMap(({ lines }) => lines[1]?.size ?? []);
}
