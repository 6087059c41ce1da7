import { expect, test } from "vitest";
import {
  contextOf,
  type Narrowing,
  samePlaces,
} from "../../../../renderer/annotate/mark-all/same-places.ts";
import type { Span } from "../../../../shared/model/annotation.ts";

const text = "Case\n\nDesmin and desmin were lost.\n\nDiscussion\n\nDesmin (desmins) is rare.";
const sections = [
  { kind: "case" as const, title: "Case", start: 0, end: 36 },
  { kind: "discussion" as const, title: "Discussion", start: 36, end: text.length },
];
const spanOn = (start: number, end: number, label = "marker"): Span => ({
  ...{ id: `${start} ${label}`, label, ranges: [{ start, end }], quote: text.slice(start, end) },
  ...{ attributes: {}, entity: null, note: "" },
});
const loose: Narrowing = {
  ...{ matchCase: false, wholeWords: true, inSection: false, unmarked: true },
};
const places = (order: Span[], narrowing: Partial<Narrowing> = {}) =>
  samePlaces({ text, sections, order }, "Desmin", { start: 6, end: 12 }, "marker", {
    ...loose,
    ...narrowing,
  }).map(({ start }) => start);

test("the same words are found, and fewer the more is asked", () => {
  expect(places([])).toEqual([6, 17, 48]);
  expect(places([], { matchCase: true })).toEqual([6, 48]);
  expect(places([], { inSection: true })).toEqual([6, 17]);
  expect(places([], { wholeWords: false })).toEqual([6, 17, 48, 56]);
});

test("what a span touches is left out, and otherwise only what is marked just so", () => {
  const spans = [spanOn(0, 10, "diagnosis"), spanOn(17, 23)];
  expect(places(spans)).toEqual([48]);
  expect(places(spans, { unmarked: false })).toEqual([6, 48]);
});

test("a place is shown with the words around it, on one line", () => {
  expect(contextOf(text, { start: 17, end: 23 }, 13, 11)).toEqual({
    before: " Desmin and ",
    words: "desmin",
    after: " were lost.",
  });
});
