import type { Line } from "./lines.ts";

/** Lines that stand closely below each other: what a column, a cell or a caption is made of. */
export interface Stack extends Extent {
  lines: Line[];
  top: number;
  bottom: number;
}

/** Lines further apart than this, in type sizes from baseline to baseline, do not stack. */
const widestLeading = 1.8;

/** Stacks lines that have exactly one line closely above or below them. */
export function stacksOf(lines: readonly Line[]): Stack[] {
  const sorted = lines.toSorted((a, b) => a.baseline - b.baseline || a.left - b.left);
  const below = new Map(sorted.map((line, at) => [line, nextRow(line, sorted, at + 1)]));
  const above = new Map<Line, Line[]>();
  for (const [line, row] of below)
    for (const next of row) above.set(next, [...(above.get(next) ?? []), line]);

  const heads = new Map<Line, Stack>();
  const stacks: Stack[] = [];
  for (const line of sorted) {
    const [only, ...others] = above.get(line) ?? [];
    const isOnly = only && others.length === 0 && below.get(only)?.length === 1;
    const stack = isOnly && fits(only, line) ? heads.get(only) : undefined;
    const grown = stack ?? stackOf([]);
    if (!stack) stacks.push(grown);
    push(grown, line);
    heads.set(line, grown);
  }
  return stacks;
}

/** Lines that are known to belong together. */
export function stackOf(lines: readonly Line[]): Stack {
  const stack = { lines: [], left: 1e9, right: -1e9, top: 1e9, bottom: -1e9 };
  for (const line of lines) push(stack, line);
  return stack;
}

function push(stack: Stack, line: Line): void {
  stack.lines.push(line);
  stack.left = Math.min(stack.left, line.left);
  stack.right = Math.max(stack.right, line.right);
  stack.top = Math.min(stack.top, line.top);
  stack.bottom = Math.max(stack.bottom, line.bottom);
}

/** The lines of the nearest row below, close enough and within the line's width. */
function nextRow(line: Line, sorted: readonly Line[], from: number): Line[] {
  const row: Line[] = [];
  for (let at = from; at < sorted.length; at++) {
    const next = sorted[at];
    if (!next) break;
    const leading = next.baseline - line.baseline;
    if (leading > widestLeading * Math.max(line.size, next.size)) break;
    if (leading < 0.3 * line.size || !overlapInX(line, next)) continue;
    if (row[0] && next.baseline - row[0].baseline > 0.5 * next.size) break;
    row.push(next);
  }
  return row;
}

function fits(line: Line, next: Line): boolean {
  return Math.abs(line.size - next.size) < 0.12 * Math.max(line.size, next.size);
}

/** A stretch of the page's width. */
export interface Extent {
  left: number;
  right: number;
}

/** Whether two share a stretch of the page's width, more than a hair. */
export function overlapInX(a: Extent, b: Extent): boolean {
  return Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1;
}
