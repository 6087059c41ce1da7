import { type Alignment, bestAlignment } from "./alignment.ts";
import { reachOf } from "./dissimilarity.ts";
import { dissimilarityOf, type Lanes, type UnitPlace } from "./lanes.ts";
import type { Solver } from "./packing.ts";
import type { Unitary } from "./unitary.ts";

/** How many units of each annotator a window begins with. */
const unitsOfWindow = 50;

interface Waiting extends UnitPlace {
  begin: number;
  end: number;
}

/**
 * An alignment of small disorder, window by window: the head of what is left, the units that end first,
 * is aligned with all that is near it, and what lies in the head alone is kept. It is mostly the best
 * alignment, and takes time in proportion to the units whatever their number.
 * Source  pygamma-agreement's documentation, "Fast option"; Titeux and Riad (2021), Journal of Open
 *         Source Software 6(62).
 * Deviations  the size of the window is fixed, since its time does not hang on it here; a window of
 *         which nothing can be kept is doubled.
 */
export function fastAlignment(
  lanes: Lanes,
  solve: Solver,
  window = unitsOfWindow * lanes.units.length,
): Alignment {
  const all = byEnd(lanes);
  const unitary: Unitary[] = [];
  // What a window leaves of its head ends before all that comes after it.
  let left: Waiting[] = [];
  let [next, size] = [0, window];
  while (left.length > 0 || next < all.length) {
    const after = headEnd(all, next, size - left.length);
    const head = [...left, ...all.slice(next, after)];
    const kept = keptOf(head, nearOf(head, all, after, lanes), lanes, solve);
    const gone = new Set(kept.flatMap(({ units }) => units.map(keyOf)));
    left = head.filter((unit) => !gone.has(keyOf(unit)));
    next = after;
    size = kept.length === 0 ? size * 2 : window;
    unitary.push(...kept);
  }
  return { unitary, disorder: unitary.reduce((sum, { disorder }) => sum + disorder, 0) };
}

const keyOf = ({ lane, place }: UnitPlace) => `${lane} ${place}`;

function byEnd(lanes: Lanes): Waiting[] {
  const all = lanes.units.flatMap((units, lane) =>
    units.map(({ begin, end }, place) => ({ lane, place, begin, end })),
  );
  return all.sort((a, b) => a.end - b.end || a.lane - b.lane || a.place - b.place);
}

/** Where the head ends that takes so many more units, and all that end where the last of them does. */
function headEnd(all: readonly Waiting[], next: number, more: number): number {
  const last = all[Math.min(next + Math.max(more, 1), all.length) - 1];
  let after = next;
  while (after < all.length && (all[after]?.end ?? 0) <= (last?.end ?? 0)) after += 1;
  return after;
}

/** What the best alignment of a head and all near it has in the head alone. */
function keptOf(
  head: readonly Waiting[],
  near: readonly Waiting[],
  lanes: Lanes,
  solve: Solver,
): Unitary[] {
  const window = part([...head, ...near], lanes);
  const isHead = new Set(head.map(keyOf));
  return bestAlignment(window.lanes, solve)
    .unitary.map(({ units, disorder }) => ({ units: units.map(window.original), disorder }))
    .filter(({ units }) => units.every((unit) => isHead.has(keyOf(unit))));
}

/** The units after the head that differ from some unit in it by no more than `deltaEmpty` for each lane. */
function nearOf(
  head: readonly Waiting[],
  all: readonly Waiting[],
  after: number,
  lanes: Lanes,
): Waiting[] {
  const most = lanes.dissimilarity.deltaEmpty * lanes.units.length;
  const reach = reachOf(lanes.dissimilarity, most);
  const longest = longestOf(head);
  const far = reach * (longest + longestOf(all)) + longestOf(all);
  const last = head.reduce((most, { begin }) => Math.max(most, begin), Number.NEGATIVE_INFINITY);
  const near: Waiting[] = [];
  for (let place = after; place < all.length; place += 1) {
    const unit = all[place];
    if (unit === undefined || unit.end - last > far) break;
    if (unit.begin - last > reach * (longest + unit.end - unit.begin)) continue;
    if (head.some((other) => differ(unit, other, lanes) <= most)) near.push(unit);
  }
  return near;
}

const longestOf = (units: readonly Waiting[]) =>
  units.reduce((most, { begin, end }) => Math.max(most, end - begin), 0);

function differ(one: UnitPlace, other: UnitPlace, { units, dissimilarity }: Lanes): number {
  const [a, b] = [units[one.lane]?.[one.place], units[other.lane]?.[other.place]];
  return a && b ? dissimilarityOf(a, b, dissimilarity) : Number.POSITIVE_INFINITY;
}

function part(some: readonly UnitPlace[], lanes: Lanes) {
  const places = lanes.units.map((_, lane) =>
    some
      .filter((unit) => unit.lane === lane)
      .map(({ place }) => place)
      .sort((a, b) => a - b),
  );
  const units = places.map((list, lane) =>
    list.flatMap((place) => lanes.units[lane]?.[place] ?? []),
  );
  return {
    lanes: { ...lanes, units, size: some.length },
    original: ({ lane, place }: UnitPlace): UnitPlace => ({
      lane,
      place: places[lane]?.[place] ?? 0,
    }),
  };
}
