import type { Category, Coding } from "../coefficient.ts";
import type { Distance } from "./distance.ts";

/** Two sets as their sizes: of each, of what both have, and of all together. */
interface SetPair {
  a: number;
  b: number;
  both: number;
  all: number;
}

/**
 * Distances of sets of labels: 0 for the same set, 1 for sets that share nothing. Two empty sets are
 * the same. A category that is no list counts as the set of itself.
 * Output  in [0, 1].
 * Sources  Jaccard (1912); Passonneau (2004), Computing reliability for coreference annotation, for
 *         `passonneau`: 1/3 where one holds the other, 2/3 where they overlap; Passonneau (2006),
 *         Measuring agreement on set-valued items (MASI), for `masi`: 1 less Jaccard's share times 1,
 *         2/3 or 1/3.
 * Deviations  `masi-nltk` has NLTK's 0.67 and 0.33 for 2/3 and 1/3; `masi-dkpro` is DKPro's product of
 *         Jaccard's and Passonneau's distances of 2004, under which an empty set is 1/3 from any.
 * Checked against  NLTK's and DKPro's examples (test/shared/agreement/coding/set-distance.test.ts).
 */
export const setDistances = {
  jaccard: setDistance("jaccard", (pair) => 1 - shareOf(pair)),
  passonneau: setDistance("passonneau", (pair) => apart(pair)),
  masi: setDistance("masi", (pair) => 1 - shareOf(pair) * (1 - apart(pair))),
  "masi-nltk": setDistance("masi-nltk", (pair) => 1 - shareOf(pair) * rounded(1 - apart(pair))),
  "masi-dkpro": setDistance("masi-dkpro", (pair) => (1 - shareOf(pair)) * apart(pair)),
} satisfies Record<string, Distance>;

/** As NLTK writes 2/3 and 1/3. */
function rounded(monotonicity: number): number {
  return Math.round(monotonicity * 100) / 100;
}

/** What part of all elements both have. */
function shareOf({ both, all }: SetPair): number {
  return all === 0 ? 1 : both / all;
}

/** Passonneau's four steps from the same set to nothing in common. */
function apart({ a, b, both, all }: SetPair): number {
  if (both === all) return 0;
  if (both === Math.min(a, b)) return 1 / 3;
  return both > 0 ? 2 / 3 : 1;
}

function setDistance(id: string, of: (pair: SetPair) => number): Distance {
  return {
    ...{ id, says: "by how much the sets differ", counts: false },
    unfit: ({ categories }) => (categories.some(Array.isArray) ? null : "not-sets"),
    between(coding: Coding) {
      const sets = coding.categories.map(elementsOf);
      return (a, b) => (a === b ? 0 : of(pairOf(sets[a] ?? new Set(), sets[b] ?? new Set())));
    },
  };
}

function elementsOf(category: Category): Set<string | number> {
  return new Set(typeof category === "object" ? category : [category]);
}

function pairOf(a: ReadonlySet<string | number>, b: ReadonlySet<string | number>): SetPair {
  let both = 0;
  for (const element of a) if (b.has(element)) both += 1;
  return { a: a.size, b: b.size, both, all: a.size + b.size - both };
}
