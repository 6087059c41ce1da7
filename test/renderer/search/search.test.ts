import { expect, test } from "vitest";
import {
  countChosen,
  isChosen,
  noneChosen,
  toggled,
} from "../../../renderer/search/search-state.ts";
import { segmentsOf } from "../../../renderer/search/segments.ts";
import type { SearchHit } from "../../../shared/contract/search.ts";

const hit: SearchHit = {
  id: "r:110-114",
  ranges: [{ start: 110, end: 114 }],
  quote: "CD34",
  span: null,
  line: "showed CD34 and desmin.",
  lineStart: 103,
  marked: [
    { start: 90, end: 125, label: "finding" },
    { start: 119, end: 125, label: "marker" },
  ],
};

test("a line is cut where its look changes, and the shortest mark gives the colour", () => {
  expect(segmentsOf(hit)).toEqual([
    { text: "showed ", isHit: false, label: "finding" },
    { text: "CD34", isHit: true, label: "finding" },
    { text: " and ", isHit: false, label: "finding" },
    { text: "desmin", isHit: false, label: "marker" },
    { text: ".", isHit: false, label: null },
  ]);
});

test("hits are chosen one by one, or all but some, also those that were not read", () => {
  const one = toggled(noneChosen, hit.id);
  expect([isChosen(one, hit.id), isChosen(one, "other"), countChosen(one, [hit])]).toEqual([
    true,
    false,
    1,
  ]);
  expect(toggled(one, hit.id)).toEqual(noneChosen);
  const butOne = toggled({ which: "all", except: new Set() }, hit.id);
  expect([isChosen(butOne, hit.id), isChosen(butOne, "unread")]).toEqual([false, true]);
  expect(countChosen(butOne, [hit])).toBe(0);
});
