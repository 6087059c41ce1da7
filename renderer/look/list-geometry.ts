const overscan = 6;

/** Where the rows of a list stand, in pixels. */
export interface Geometry {
  height: number;
  topOf(row: number): number;
  heightOf(row: number): number;
  /** The row at a place; the last one below all. */
  rowAt(top: number): number;
}

/** Rows of one height, however many. */
export function evenRows(count: number, height: number): Geometry {
  return {
    height: count * height,
    topOf: (row) => row * height,
    heightOf: () => height,
    rowAt: (top) => Math.min(count - 1, Math.floor(top / height)),
  };
}

/** Rows of different heights. */
export function unevenRows(heights: readonly number[]): Geometry {
  const ends: number[] = [];
  let end = 0;
  for (const height of heights) {
    end += height;
    ends.push(end);
  }
  const heightOf = (row: number) => heights[row] ?? 0;
  return {
    height: end,
    topOf: (row) => (ends[row] ?? 0) - heightOf(row),
    heightOf,
    rowAt: (top) => {
      const at = ends.findIndex((limit) => limit > top);
      return at < 0 ? ends.length - 1 : at;
    },
  };
}

/** The rows to draw for a view, with some on both sides; `to` is exclusive. */
export function visibleRange(
  geometry: Geometry,
  count: number,
  top: number,
  height: number,
): { from: number; to: number } {
  const from = Math.max(0, geometry.rowAt(top) - overscan);
  return { from, to: Math.min(count, geometry.rowAt(top + height) + 1 + overscan) };
}

/** Whether a row stands wholly inside what the scroller shows. */
export function isInView(
  { scrollTop, clientHeight }: { scrollTop: number; clientHeight: number },
  top: number,
  height: number,
): boolean {
  return top >= scrollTop && top + height <= scrollTop + clientHeight;
}

/**
 * The row that a key leads to from the current one (-1: none) where so many make a page; rows that
 * cannot be chosen are passed over. null: the key is none of these, or there is no row that way.
 */
export function moveFor<Row>(
  key: string,
  rows: readonly Row[],
  at: number,
  page: number,
  canChoose: (row: Row) => boolean,
): Row | null {
  const last = rows.length - 1;
  const targets: Record<string, [target: number, direction: 1 | -1]> = {
    ArrowDown: [at + 1, 1],
    ArrowUp: [at < 0 ? last : at - 1, -1],
    PageDown: [Math.min(last, at + page), -1],
    PageUp: [Math.max(0, at - page), 1],
    Home: [0, 1],
    End: [last, -1],
  };
  const [start, direction] = targets[key] ?? [-1, 1];
  for (let to = start; to >= 0 && to <= last; to += direction) {
    const row = rows[to];
    if (row !== undefined && canChoose(row)) return row;
  }
  return null;
}
