import fc from "fast-check";
import { expect, test } from "vitest";
import {
  isInTheWay,
  takenOf,
  withTaken,
  writtenByHand,
} from "../../../renderer/correct/chosen-repairs.ts";
import { applyEdits, checkEdits } from "../../../shared/correct/edits.ts";
import { withEdit } from "../../../shared/correct/pending.ts";
import { findDefects } from "../../../shared/defects/find.ts";

const text = `INTRODUCTION

The tumour is  rare and arises in muscle. Here, a 63-year-
 Background: It is a  rare tumour of muscle. e most
common site is the uterus.

Conclusion: Resection is the first line of treatment.
 old female who had been  well was seen.`;

const found = findDefects(text);
const all = new Set(found.keys());
const order = found.findIndex(({ kind }) => kind === "order");

test("whatever is chosen is what is taken, and nothing of it was written by hand", () => {
  fc.assert(
    fc.property(fc.subarray([...all]), (chosen) => {
      const edits = withTaken(
        text,
        [],
        chosen.map((at) => found[at]!),
      );
      checkEdits(text, edits);
      expect(takenOf(found, edits)).toEqual(new Set(chosen));
      expect(writtenByHand(text, found, edits)).toEqual([]);
    }),
  );
});

test("what is written into a stretch that moves stays, with its move, whatever else is taken", () => {
  const moved = withTaken(text, [], [found[order]!]);
  const at = applyEdits(text, moved).indexOf("uterus");
  const written = withEdit(text, moved, { start: at, end: at + 6, text: "womb" });
  const byHand = writtenByHand(text, found, written);
  expect(byHand).toEqual(written);
  expect(isInTheWay(byHand, found[order]!)).toBe(true);
  const edits = withTaken(text, byHand, found);
  checkEdits(text, edits);
  const now = applyEdits(text, edits);
  expect(now).toMatch(/^Background: .*\ncommon site is the womb\./);
  expect(now).toContain("The tumour is rare");
  expect(now.match(/Background/g)).toHaveLength(1);
});
