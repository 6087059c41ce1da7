import { expect, test } from "vitest";
import { congerKappa } from "../../../../shared/agreement/coding/conger-kappa.ts";
import { fleissKappa } from "../../../../shared/agreement/coding/fleiss-kappa.ts";
import { hubertKappa } from "../../../../shared/agreement/coding/hubert-kappa.ts";
import { measured, near, type Study, studyOf } from "./study.ts";

/** Items that were rated alike: how many, and each annotator's letter. */
function lettersOf(groups: readonly (readonly [number, string])[]): Study {
  return studyOf(
    groups.flatMap(([count, letters]) => Array.from({ length: count }, () => [...letters])),
  );
}

test("Warrens (2010), p. 284: eight pathologists (O'Malley and others, 2006), .8326 and Fleiss' .8324", () => {
  const study = lettersOf([
    [14, "NNNNNNNN"],
    [1, "NNNANNNN"],
    [1, "NNNNNNNA"],
    [10, "AAAAAAAA"],
    [2, "AANAAAAN"],
    [1, "AANANAAN"],
    [1, "AANANANN"],
  ]);
  expect(measured(hubertKappa, study)).toEqual(near(0.8326, 4, { n: 30 }));
  expect(measured(fleissKappa(), study)).toEqual(near(0.8324, 4, { n: 30 }));
});

test("Warrens (2012), p. 3 and 9: four annotators; Conger's is the same where nothing is missing", () => {
  const first = lettersOf([
    [10, "1111"],
    [2, "1010"],
    [2, "1000"],
    [1, "0001"],
    [15, "0000"],
  ]);
  const second = lettersOf([
    [6, "1111"],
    [5, "1000"],
    [4, "0000"],
  ]);
  for (const measure of [hubertKappa, congerKappa()]) {
    expect(measured(measure, first)).toEqual(near(0.802479, 6));
    expect(measured(measure, second)).toEqual(near(0.675, 3));
  }
});

test("a pair without an item in common leaves no chance to average", () => {
  const apart = studyOf([
    ["a", "b", null],
    ["b", null, "b"],
  ]);
  expect(measured(hubertKappa, apart)).toMatchObject({ reason: "no-pairs", n: 2 });
  const same = studyOf([["a", "a", "a"]]);
  expect(measured(hubertKappa, same)).toMatchObject({ reason: "one-category", n: 1 });
  expect(measured(congerKappa(), same)).toMatchObject({ reason: "one-category", n: 1 });
});
