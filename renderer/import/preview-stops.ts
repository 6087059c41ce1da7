import type { Extracted, RepairKind } from "../../shared/extract/extracted.ts";
import type { BlockView } from "./preview-blocks.ts";

/** Where the keyboard is in the preview: at a block, or at a repair in it. */
export interface Cursor {
  block: number;
  piece: number | null;
}

/** What the arrows go to: each left-out block, what may be moved, and each repair of a kind that is shown. */
export function stopsOf(views: readonly BlockView[], hidden: ReadonlySet<RepairKind>): Cursor[] {
  return views.flatMap((view): Cursor[] =>
    view.kind === "left-out"
      ? [{ block: view.index, piece: null }]
      : [
          ...(view.move?.isFirst ? [{ block: view.index, piece: null }] : []),
          ...view.segments.flatMap(({ repair, piece }) =>
            repair !== null && !hidden.has(repair) ? [{ block: view.index, piece }] : [],
          ),
        ],
  );
}

/** The stop after or before the cursor, in the order of the text; null when there is none. */
export function stopFrom(
  views: readonly BlockView[],
  stops: readonly Cursor[],
  cursor: Cursor | null,
  by: 1 | -1,
): Cursor | null {
  if (!cursor) return (by === 1 ? stops[0] : stops.at(-1)) ?? null;
  const places = new Map(views.map(({ index }, at) => [index, at]));
  const here = placeOf(places, cursor);
  return by === 1
    ? (stops.find((stop) => isBefore(here, placeOf(places, stop))) ?? null)
    : (stops.findLast((stop) => isBefore(placeOf(places, stop), here)) ?? null);
}

type Spot = readonly [number, number];
const placeOf = (places: ReadonlyMap<number, number>, { block, piece }: Cursor): Spot => [
  places.get(block) ?? 0,
  piece ?? -1,
];
const isBefore = (a: Spot, b: Spot) => a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);

/** How many repairs of a kind there are, and how many are taken. */
export interface KindCount {
  kind: RepairKind;
  total: number;
  taken: number;
}

/** Counts the repairs in the text by kind; those of left-out blocks are counted apart. */
export function countKinds(views: readonly BlockView[]): Map<RepairKind, KindCount> {
  const counts = new Map<RepairKind, KindCount>();
  for (const { kind: blockKind, segments } of views) {
    if (blockKind === "left-out") continue;
    for (const { repair, isRefused } of segments) {
      if (repair === null) continue;
      const count = counts.get(repair) ?? { kind: repair, total: 0, taken: 0 };
      counts.set(repair, count);
      count.total += 1;
      if (!isRefused) count.taken += 1;
    }
  }
  return counts;
}

/** Left-out blocks by why they were left out; null where the reader gave no reason. */
export function leftOutByKind({ blocks }: Extracted): Map<RepairKind | null, number[]> {
  const found = blocks.flatMap(({ kind, pieces }, index) =>
    kind === "left-out"
      ? [{ index, why: pieces.find(({ repair }) => repair)?.repair ?? null }]
      : [],
  );
  const groups = Map.groupBy(found, ({ why }) => why);
  return new Map(Array.from(groups, ([why, of]) => [why, of.map(({ index }) => index)]));
}
