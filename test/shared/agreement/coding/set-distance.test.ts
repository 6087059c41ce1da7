import { expect, test } from "vitest";
import { nominal } from "../../../../shared/agreement/coding/distance.ts";
import { krippendorffAlpha } from "../../../../shared/agreement/coding/krippendorff-alpha.ts";
import { setDistances } from "../../../../shared/agreement/coding/set-distance.ts";
import { dkproSets, measured, near, studyOf } from "./study.ts";

const categories = [[1, 2], [1, 2, 3, 4], [2, 3], [5], []];
const coding = { raters: 2, categories };

/** From the first set to each of them. */
function fromFirst(name: keyof typeof setDistances): number[] {
  const between = setDistances[name].between(coding, []);
  return categories.map((_, at) => between(0, at));
}

const close = (values: number[]) => values.map((value) => expect.closeTo(value, 12));

test("Passonneau (2006): MASI is Jaccard's share times 1, 2/3, 1/3 or 0", () => {
  expect(fromFirst("masi")).toEqual(close([0, 1 - 1 / 3, 1 - 1 / 9, 1, 1]));
  expect(fromFirst("jaccard")).toEqual(close([0, 1 / 2, 2 / 3, 1, 1]));
});

test("NLTK's MASI of {1, 2} and {1, 2, 3, 4} is 0.665", () => {
  expect(fromFirst("masi-nltk")).toEqual(close([0, 0.665, 1 - 0.33 / 3, 1, 1]));
});

test("two empty sets are the same, and differ from any other", () => {
  for (const distance of Object.values(setDistances)) {
    const between = distance.between({ raters: 2, categories: [[], [1]] }, []);
    expect(between(0, 0)).toBe(0);
    expect(between(0, 1)).toBeGreaterThan(0);
  }
});

test("DKPro's alpha of sets: .186 by Passonneau (2004), .252 by its own MASI", () => {
  const { passonneau, "masi-dkpro": masi } = setDistances;
  expect(measured(krippendorffAlpha(passonneau), dkproSets)).toEqual(
    near(0.186, 3, { observed: 0.333, expected: 0.409 }),
  );
  expect(measured(krippendorffAlpha(masi), dkproSets)).toEqual(
    near(0.252, 3, { observed: 0.253, expected: 0.338 }),
  );
});

test("words are no sets, and have no such distance", () => {
  const words = studyOf([["a", "b"]]);
  expect(measured(krippendorffAlpha(setDistances.masi), words)).toMatchObject({
    reason: "not-sets",
  });
  expect(measured(krippendorffAlpha(nominal), words)).toMatchObject({ defined: true });
});
