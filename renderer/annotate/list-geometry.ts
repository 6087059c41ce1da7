import type { ListRow } from "./virtual-list.tsx";

const overscan = 6;

/** Where each row begins, and at the end where the last one ends, in pixels. */
export function offsetsOf(rows: readonly ListRow[]): number[] {
  const offsets = [0];
  let top = 0;
  for (const { height } of rows) {
    top += height;
    offsets.push(top);
  }
  return offsets;
}

/** The rows to draw for a view, with some on both sides; `to` is exclusive. */
export function visibleRange(
  offsets: readonly number[],
  top: number,
  height: number,
): { from: number; to: number } {
  const rows = offsets.length - 1;
  const first = countAtMost(offsets, top) - 1;
  const last = countAtMost(offsets, top + height);
  return { from: Math.max(0, first - overscan), to: Math.min(rows, last + overscan) };
}

/** Whether a row stands wholly inside what the scroller shows. */
export function isInView(
  { scrollTop, clientHeight }: { scrollTop: number; clientHeight: number },
  top: number,
  height: number,
): boolean {
  return top >= scrollTop && top + height <= scrollTop + clientHeight;
}

/** The row that a key leads to from the current one (-1: none), headings passed over; null when the key is none of these. */
export function moveFor<Row extends ListRow>(
  key: string,
  rows: readonly Row[],
  at: number,
  pageHeight: number,
): Row | null {
  const page = Math.max(1, Math.floor(pageHeight / (rows[0]?.height ?? 1)) - 1);
  const last = rows.length - 1;
  const targets: Record<string, [target: number, direction: 1 | -1]> = {
    ArrowDown: [at + 1, 1],
    ArrowUp: [at < 0 ? last : at - 1, -1],
    PageDown: [Math.min(last, at + page), -1],
    PageUp: [Math.max(0, at - page), 1],
    Home: [0, 1],
    End: [last, -1],
  };
  const target = targets[key];
  if (!target) return null;
  const [start, direction] = target;
  for (let to = start; to >= 0 && to <= last; to += direction)
    if (!rows[to]?.isHeading) return rows[to] ?? null;
  return null;
}

/** How many of the rising offsets are at most this much. */
function countAtMost(offsets: readonly number[], limit: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
