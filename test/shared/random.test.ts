import { expect, test } from "vitest";
import { seededRandom, xoshiro128 } from "../../shared/random.ts";

test("the generator is xoshiro128**, as its authors' code computes it", () => {
  const next = xoshiro128([1, 2, 3, 4]);
  expect(Array.from({ length: 10 }, next)).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597,
    4258142804,
  ]);
});

test("the same seed and purpose give the same numbers, others do not", () => {
  const drawn = (seed: number, purpose: string) => {
    const random = seededRandom(seed, purpose);
    return Array.from({ length: 20 }, () => random.below(1000));
  };
  expect(drawn(7, "split")).toEqual(drawn(7, "split"));
  expect(drawn(7, "split")).not.toEqual(drawn(8, "split"));
  expect(drawn(7, "split")).not.toEqual(drawn(7, "bootstrap"));
});

test("a shuffled list has the same members, each of which comes first equally often", () => {
  const random = seededRandom(1);
  const firsts = new Map<string, number>();
  for (let round = 0; round < 3000; round += 1) {
    const list = random.shuffled(["a", "b", "c"]);
    expect(list.toSorted()).toEqual(["a", "b", "c"]);
    firsts.set(list[0]!, (firsts.get(list[0]!) ?? 0) + 1);
  }
  for (const count of firsts.values()) expect(count).toBeGreaterThan(900);
  expect(firsts.size).toBe(3);
});
