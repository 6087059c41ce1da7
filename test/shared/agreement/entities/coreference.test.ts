import fc from "fast-check";
import { expect, test } from "vitest";
import { bCubed, bCubedSums } from "../../../../shared/agreement/entities/b-cubed.ts";
import { ceafE, ceafESums } from "../../../../shared/agreement/entities/ceaf-e.ts";
import type { ClusterSums } from "../../../../shared/agreement/entities/clusters.ts";
import { conll } from "../../../../shared/agreement/entities/conll.ts";
import { muc, mucSums } from "../../../../shared/agreement/entities/muc.ts";

/** "abc d" are two clusters of one-letter mentions. */
const clusters = (text: string) =>
  text.split(" ").flatMap((one) => (one === "" ? [] : [one.split("")]));
const of = (key: string, response: string) => ({ a: clusters(key), b: clusters(response) });

const scores = {
  muc: (key: string, response: string) => scored(mucSums(of(key, response)), muc),
  bCubed: (key: string, response: string) => scored(bCubedSums(of(key, response)), bCubed),
  ceafE: (key: string, response: string) => scored(ceafESums(of(key, response)), ceafE),
};

/** Recall, precision and F, rounded to three decimals. */
function scored({ recall, precision }: ClusterSums, measure: typeof muc) {
  const f = measure({ recall, precision });
  return [
    recall.right / recall.all,
    precision.right / precision.all,
    f.defined ? f.value : null,
  ].map((value) => value && Math.round(value * 1000) / 1000);
}

test("Vilain et al. (1995): links that the other's clusters leave standing", () => {
  expect(scores.muc("abcd", "ab cd")).toEqual([0.667, 1, 0.8]);
  expect(scores.muc("ab cd", "abcd")).toEqual([1, 0.667, 0.8]);
  expect(scores.muc("abc", "ac")).toEqual([0.5, 1, 0.667]);
});

const bagga = "12345 67 89ABC";

test("Bagga and Baldwin (1998): MUC cannot tell two mistakes apart that B-cubed does", () => {
  expect(scores.muc(bagga, "12345 6789ABC")).toEqual([1, 0.9, 0.947]);
  expect(scores.muc(bagga, "1234589ABC 67")).toEqual([1, 0.9, 0.947]);
  expect(scores.bCubed(bagga, "12345 6789ABC")).toEqual([1, 0.762, 0.865]);
  expect(scores.bCubed(bagga, "1234589ABC 67")).toEqual([1, 0.583, 0.737]);
});

test("Luo (2005), table 1: four responses to one truth", () => {
  const all = bagga.replaceAll(" ", "");
  const responses = ["12345 6789ABC", "1234589ABC 67", all, all.split("").join(" ")];
  const f = (score: (key: string, response: string) => unknown[]) =>
    responses.map((response) => score(bagga, response)[2]);
  expect(f(scores.muc)).toEqual([0.947, 0.947, 0.9, 0]);
  expect(f(scores.bCubed)).toEqual([0.865, 0.737, 0.545, 0.4]);
  expect(f(scores.ceafE)).toEqual([0.733, 0.667, 0.294, 0.178]);
});

test("Pradhan et al. (2014), section 5: mentions that only one has count, and nothing is made up", () => {
  const [key, response] = ["abc defg", "ab cd fghi"];
  expect(scores.muc(key, response)).toEqual([0.4, 0.4, 0.4]);
  expect(scores.bCubed(key, response)).toEqual([0.417, 0.5, 0.455]);
  expect(scores.ceafE(key, response)).toEqual([0.65, 0.433, 0.52]);
});

test("CoNLL's reference scorer: its cases of missing and of extra mentions", () => {
  const key = "a bc def";
  expect(scores.ceafE(key, "a bc def")).toEqual([1, 1, 1]);
  expect(scores.ceafE(key, "a de")).toEqual([0.6, 0.9, 0.72]);
  expect(scores.ceafE(key, "a bcx defy z")).toEqual([0.886, 0.664, 0.759]);
  expect(scores.ceafE(key, "a bcx dy z")).toEqual([0.733, 0.55, 0.629]);
  expect(scores.ceafE(key, "a bcxB dy z")).toEqual([0.689, 0.517, 0.59]);
  expect(scores.ceafE(key, "a bcx dy Bz")).toEqual([0.733, 0.55, 0.629]);
});

test("without a link or a mention there is no figure, and of three with one missing no mean", () => {
  expect(muc(mucSums(of("a b", "a b")))).toMatchObject({ defined: false, reason: "no-items" });
  expect(bCubed(bCubedSums(of("", "")))).toMatchObject({ defined: false, reason: "no-items" });
  expect(ceafE(ceafESums(of("ab", "")))).toMatchObject({ defined: true, value: 0 });
  const mean = (key: string, response: string) => {
    const both = of(key, response);
    return conll({ muc: mucSums(both), bCubed: bCubedSums(both), ceafE: ceafESums(both) });
  };
  expect(mean("a b", "a b")).toMatchObject({ defined: false });
  expect(mean(bagga, "12345 6789ABC")).toMatchObject({ value: expect.closeTo(0.8486, 3) });
});

const partition = fc
  .array(fc.nat(3), { minLength: 6, maxLength: 6 })
  .map((groups) =>
    [0, 1, 2, 3].map((group) => "abcdef".split("").filter((_, at) => groups[at] === group)),
  )
  .map((all) => all.filter(({ length }) => length > 0));

test("swapping the annotators swaps recall and precision; the same entities give 1", () => {
  fc.assert(
    fc.property(partition, partition, (a, b) => {
      for (const sums of [mucSums, bCubedSums, ceafESums]) {
        const [one, other] = [sums({ a, b }), sums({ a: b, b: a })];
        expect(one.recall.right).toBeCloseTo(other.precision.right, 9);
        expect(one.precision.all).toBe(other.recall.all);
        const same = sums({ a, b: a });
        expect(same.recall.right).toBeCloseTo(same.recall.all, 9);
      }
    }),
  );
});
