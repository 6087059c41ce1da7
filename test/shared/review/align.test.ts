import fc from "fast-check";
import { expect, test } from "vitest";
import { align, exactUpTo, type Likeness } from "../../../shared/review/align.ts";
import { compareLayers } from "../../../shared/review/compare.ts";
import { layerOf, spanOf, text } from "./layers.ts";

/** Things of a few annotators, and how alike some of them are. */
const small = fc
  .record({
    sizes: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 4 }),
    weights: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 66, maxLength: 66 }),
  })
  .map(({ sizes, weights }) => {
    const annotatorOf = sizes.flatMap((size, annotator) => Array<number>(size).fill(annotator));
    const likenesses: Likeness[] = [];
    for (let b = 0; b < annotatorOf.length; b += 1)
      for (let a = 0; a < b; a += 1) {
        const weight = weights[(b * (b - 1)) / 2 + a] ?? 0;
        if (weight > 0 && annotatorOf[a] !== annotatorOf[b]) likenesses.push({ a, b, weight });
      }
    return { annotatorOf, likenesses };
  });

type Small = { annotatorOf: number[]; likenesses: Likeness[] };

function worthOf(groups: readonly number[][], likenesses: readonly Likeness[]): number {
  const groupOf = new Map(
    groups.flatMap((group, at) => group.map((thing) => [thing, at] as const)),
  );
  return likenesses
    .filter(({ a, b }) => groupOf.get(a) === groupOf.get(b))
    .reduce((sum, { weight }) => sum + weight, 0);
}

/** Every way to group, and the best of them. */
function bestWorth({ annotatorOf, likenesses }: Small): number {
  let best = 0;
  const groups: number[][] = [];
  const place = (thing: number) => {
    if (thing === annotatorOf.length) {
      best = Math.max(best, worthOf(groups, likenesses));
      return;
    }
    for (const group of [...groups]) {
      if (group.some((other) => annotatorOf[other] === annotatorOf[thing])) continue;
      group.push(thing);
      place(thing + 1);
      group.pop();
    }
    groups.push([thing]);
    place(thing + 1);
    groups.pop();
  };
  place(0);
  return best;
}

test("a small component is aligned as well as the best of all ways to align it", () => {
  fc.assert(
    fc.property(small, (one) => {
      fc.pre(one.annotatorOf.length <= 8);
      const groups = align(one.annotatorOf, one.likenesses);
      expect(groups.flat().sort((a, b) => a - b)).toEqual([...one.annotatorOf.keys()]);
      for (const group of groups)
        expect(new Set(group.map((thing) => one.annotatorOf[thing])).size).toBe(group.length);
      expect(worthOf(groups, one.likenesses)).toBe(bestWorth(one));
    }),
    { numRuns: 150 },
  );
});

test("two annotators' things are aligned best however many they are", () => {
  const count = exactUpTo * 2;
  const annotatorOf = [...Array(count).fill(0), ...Array(count).fill(1)];
  // Each is a little more like the one after its own, which the last has none of.
  const likenesses = Array.from({ length: count }, (_, at) => [
    { a: at, b: count + at, weight: 10 },
    { a: at, b: count + ((at + 1) % count), weight: at === count - 1 ? 1 : 10.1 },
  ]).flat();
  expect(worthOf(align(annotatorOf, likenesses), likenesses)).toBeCloseTo(count * 10);
});

const words = ["tumour", "The tumour", "tumour cells", "desmin", "desmin and SMA", "SMA", "CD34"];

const anyLayers = fc.array(
  fc.array(
    fc.record({ words: fc.constantFrom(...words), label: fc.constantFrom("marker", "site") }),
    { maxLength: 4 },
  ),
  { minLength: 2, maxLength: 4 },
);

test("every span is in exactly one difference, and the order of annotators changes nothing", () => {
  fc.assert(
    fc.property(anyLayers, (all) => {
      const layers = all.map((own, annotator) =>
        layerOf(`P${annotator}`, {
          spans: own.map((one, at) => spanOf(`${annotator}-${at}`, one.words, one.label)),
        }),
      );
      const { differences } = compareLayers(text, layers);
      const members = differences.flatMap(({ versions }) => versions.flatMap((one) => one.members));
      expect(members.toSorted()).toEqual(
        layers.flatMap(({ spans }) => spans.map(({ id }) => id)).sort(),
      );
      expect(compareLayers(text, layers.toReversed()).differences).toEqual(differences);
    }),
    { numRuns: 150 },
  );
});

test("the key of a difference does not depend on who else is compared", () => {
  const layers = ["A", "B"].map((name) => layerOf(name, { spans: [spanOf(name, "desmin")] }));
  const [two] = compareLayers(text, layers).differences;
  const [three] = compareLayers(text, [...layers, layerOf("C")]).differences;
  expect(three?.key).toBe(two?.key);
  expect([two?.types, three?.types]).toEqual([["agreed"], ["missing"]]);
});
