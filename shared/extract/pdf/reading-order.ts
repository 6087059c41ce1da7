import { overlapInX, type Stack } from "./stacks.ts";

/**
 * Puts stacks in the order of reading (Breuel 2003, High performance document layout analysis):
 * what is above comes first where two share some width; what is to the left comes first unless
 * something that spans both stands between them.
 */
export function inReadingOrder(stacks: readonly Stack[]): Stack[] {
  const waiting = new Set(stacks.toSorted((a, b) => a.top - b.top || a.left - b.left));
  const before = new Map([...waiting].map((one) => [one, predecessors(one, stacks)]));
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

function predecessors(stack: Stack, stacks: readonly Stack[]): Set<Stack> {
  return new Set(stacks.filter((other) => other !== stack && comesBefore(other, stack, stacks)));
}

function comesBefore(a: Stack, b: Stack, stacks: readonly Stack[]): boolean {
  if (overlapInX(a, b)) return a.top + a.bottom < b.top + b.bottom;
  if (a.left > b.left) return false;
  return !stacks.some((c) => c !== a && c !== b && spansBetween(c, a, b));
}

function spansBetween(c: Stack, a: Stack, b: Stack): boolean {
  if (!overlapInX(a, c) || !overlapInX(b, c)) return false;
  const middle = (one: Stack) => (one.top + one.bottom) / 2;
  return (middle(c) - middle(a)) * (middle(c) - middle(b)) < 0;
}
