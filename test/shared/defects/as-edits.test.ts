import { expect, test } from "vitest";
import { carrySpan } from "../../../shared/correct/carry.ts";
import { carrySections } from "../../../shared/correct/carry-sections.ts";
import { applyEdits, checkEdits, invertedEdits } from "../../../shared/correct/edits.ts";
import { mappingOf } from "../../../shared/correct/mapping.ts";
import { withEdit } from "../../../shared/correct/pending.ts";
import { editsOf } from "../../../shared/defects/as-edits.ts";
import { findDefects } from "../../../shared/defects/find.ts";
import { findSections } from "../../../shared/text/sections.ts";

const text = `INTRODUCTION

The tumour is rare and arises in muscle. Here, a 63-year-
 Background: It is a rare tumour of muscle. e most
common site is the uterus.

Conclusion: Resection is the first line of treatment.
 old female who had been well was seen.

CASE REPORT

A 63-year-old female was seen in the clinic.`;

const mended = `Background: It is a rare tumour of muscle. The most common site is the uterus.

Conclusion: Resection is the first line of treatment.

INTRODUCTION

The tumour is rare and arises in muscle. Here, a 63-year-old female who had been well was seen.

CASE REPORT

A 63-year-old female was seen in the clinic.`;

const edits = editsOf(text, findDefects(text));

function carried(words: string): string {
  const start = text.indexOf(words);
  const ranges = [{ start, end: start + words.length }];
  const span = { id: "s", label: "marker", ranges, quote: words, attributes: {}, entity: null };
  const now = carrySpan({ ...span, note: "" }, applyEdits(text, edits), mappingOf(text, edits));
  return now.flag ? `${now.quote} (flagged)` : now.quote;
}

test("a stretch that moves is a paragraph where it belongs, with its repairs", () => {
  checkEdits(text, edits);
  expect(applyEdits(text, edits)).toBe(mended);
});

test("of a stretch that moves, the repairs that are refused stay as they are", () => {
  const order = findDefects(text).filter(({ kind }) => kind === "order");
  const moved = applyEdits(text, editsOf(text, order));
  expect(moved).toMatch(/^Background: .*\. e most\ncommon site/);
  expect(moved).toContain("Here, a 63-year-old female who had been well was seen.");
});

test("spans go with the stretch; those that its border goes through are flagged", () => {
  expect(
    ["rare tumour", "uterus", "Conclusion", "e most\ncommon site", "63-year-", "old female"].map(
      carried,
    ),
  ).toEqual([
    ...["rare tumour", "uterus", "Conclusion", "The most common site (flagged)"],
    ...["63-year-", "old female"],
  ]);
  expect(carried("63-year-\n Background")).toBe("63-year- (flagged)");
  expect(carried("treatment.\n old female")).toBe("old female (flagged)");
});

test("sections go with the stretch, and the one it stood in goes on after the gap", () => {
  const now = carrySections(findSections(text), text, mended, edits);
  expect(now).toEqual(findSections(mended));
});

test("edits that lead back move the stretch back, and what was marked since goes with it", () => {
  const back = invertedEdits(mended, []).concat(invertedEdits(text, edits));
  checkEdits(mended, back);
  expect(applyEdits(mended, back)).toBe(text);
  const start = mended.indexOf("uterus");
  const { start: old, end } = mappingOf(mended, back)({ start, end: start + 6 });
  expect(text.slice(old, end)).toBe("uterus");
});

test("what is written into a stretch that moves leaves the rest of it in place", () => {
  const at = mended.indexOf("uterus");
  const written = withEdit(text, edits, { start: at, end: at + 6, text: "womb" });
  checkEdits(text, written);
  const now = applyEdits(text, written);
  expect(now).toBe(mended.replace("uterus", "womb"));
  const map = mappingOf(text, written);
  const told = ["rare tumour", "Resection"].map((words) => {
    const start = text.indexOf(words);
    const range = map({ start, end: start + words.length });
    return now.slice(range.start, range.end);
  });
  expect(told).toEqual(["rare tumour", "Resection"]);
});

test("edits that say they move what stays, or other words, are refused", () => {
  const moved = [{ start: 0, end: 4, at: 0 }];
  const putIn = { start: 20, end: 20, text: "INTR", moved };
  expect(() => checkEdits(text, [putIn])).toThrow("moves what stays");
  const others = { ...putIn, text: "ABCD" };
  expect(() => checkEdits(text, [{ start: 0, end: 4, text: "" }, others])).toThrow("does not hold");
});
