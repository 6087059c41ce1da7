import { type Extent, overlapInX, type Stack } from "./stacks.ts";

/** The order takes the cube of their number; a page with more than this is a drawing. */
const mostStacks = 300;

/**
 * Puts stacks in the order of reading (Breuel 2003, High performance document layout analysis):
 * what is above comes first where two share some width; what is to the left comes first unless
 * something that spans both stands between them.
 */
export function inReadingOrder(stacks: readonly Stack[]): Stack[] {
  const byRows = stacks.toSorted((a, b) => a.top - b.top || a.left - b.left);
  if (stacks.length > mostStacks) return byRows;
  const waiting = new Set(byRows);
  const widths = new Map([...waiting].map((one) => [one, columnOf(one, stacks)]));
  const before = new Map([...waiting].map((one) => [one, predecessors(one, widths)]));
  const ordered: Stack[] = [];
  while (waiting.size > 0) {
    const next = nextOf(waiting, before);
    waiting.delete(next);
    for (const others of before.values()) others.delete(next);
    ordered.push(next);
  }
  return ordered;
}

function nextOf(
  waiting: ReadonlySet<Stack>,
  before: ReadonlyMap<Stack, ReadonlySet<Stack>>,
): Stack {
  let best: Stack | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const one of waiting) {
    const count = before.get(one)?.size ?? 0;
    if (count < fewest) [best, fewest] = [one, count];
    if (count === 0) break;
  }
  if (!best) throw new Error("nothing is waiting");
  return best;
}

type Widths = ReadonlyMap<Stack, Extent>;

/** A short line, such as a heading, takes the width of what stands flush below or above it. */
function columnOf(stack: Stack, stacks: readonly Stack[]): Extent {
  const size = stack.lines[0]?.size ?? 10;
  const flush = stacks.filter(
    (other) =>
      other !== stack && Math.abs(other.left - stack.left) < size && other.right > stack.right,
  );
  const distance = ({ top, bottom }: Stack) => Math.max(top - stack.bottom, stack.top - bottom);
  const near = flush.filter((other) => distance(other) < 4 * size);
  const [nearest] = near.sort((a, b) => distance(a) - distance(b));
  const wide = { left: stack.left, right: nearest?.right ?? stack.right };
  const isFree = stacks.every(
    (other) => other === stack || !overlapInX(other, wide) || !isBeside(other, stack),
  );
  return isFree ? wide : stack;
}

const isBeside = (a: Stack, b: Stack): boolean => a.top < b.bottom && b.top < a.bottom;

function predecessors(stack: Stack, widths: Widths): Set<Stack> {
  const all = [...widths.keys()];
  return new Set(all.filter((other) => other !== stack && comesBefore(other, stack, widths)));
}

function comesBefore(a: Stack, b: Stack, widths: Widths): boolean {
  if (overlap(a, b, widths)) return middle(a) < middle(b);
  if (a.left > b.left) return false;
  for (const c of widths.keys())
    if (c !== a && c !== b && spansBetween(c, a, b, widths)) return false;
  return true;
}

function spansBetween(c: Stack, a: Stack, b: Stack, widths: Widths): boolean {
  const isBetween = (middle(c) - middle(a)) * (middle(c) - middle(b)) < 0;
  return isBetween && overlap(a, c, widths) && overlap(b, c, widths);
}

const overlap = (a: Stack, b: Stack, widths: Widths): boolean =>
  overlapInX(widths.get(a) ?? a, widths.get(b) ?? b);

const middle = ({ top, bottom }: Stack): number => (top + bottom) / 2;
