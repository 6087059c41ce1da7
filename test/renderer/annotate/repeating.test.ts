import { expect, test } from "vitest";
import {
  type Deed,
  nothingYet,
  type Repeatable,
  withDeed,
} from "../../../renderer/annotate/repeating.ts";

const after = (...deeds: [Deed, string][]): Repeatable =>
  deeds.reduce((all, [deed, span]) => withDeed(all, deed, span), nothingYet);

const marker: Deed = { do: "label", label: "marker" };
const drug: Deed = { do: "label", label: "drug" };
const negated: Deed = { do: "flag", name: "negated" };
const uncertain: Deed = { do: "flag", name: "uncertain" };
const positive: Deed = { do: "result", result: "positive" };
const negative: Deed = { do: "result", result: "negative" };

test("a label and all that was said of the span after it are repeated together", () => {
  expect(after([marker, "a"], [negated, "a"], [positive, "a"])).toEqual({
    deeds: [marker, negated, positive],
    span: "a",
  });
});

test("what is done to another span, and another label, begin anew", () => {
  expect(after([marker, "a"], [negated, "b"]).deeds).toEqual([negated]);
  expect(after([marker, "a"], [negated, "a"], [drug, "a"]).deeds).toEqual([drug]);
});

test("a flag taken back was not done, and the last result counts", () => {
  expect(after([marker, "a"], [negated, "a"], [negated, "a"]).deeds).toEqual([marker]);
  expect(after([marker, "a"], [negated, "a"], [uncertain, "a"]).deeds).toEqual([
    marker,
    negated,
    uncertain,
  ]);
  expect(after([marker, "a"], [positive, "a"], [negative, "a"]).deeds).toEqual([marker, negative]);
});
