import fc from "fast-check";
import { expect, test } from "vitest";
import { readTruth } from "./jats-truth.ts";
import { longestCommon, measure, runningLines, wordsOf } from "./measures.ts";

const none = { lines: [], layout: "" };

test("words keep their hyphens; letters and figures are apart", () => {
  expect(wordsOf("Re-excision of CD34+ cells: Crohn’s, p≤0.05")).toEqual([
    "re-excision",
    "of",
    "cd",
    "34",
    "cells",
    "crohn's",
    "p",
    "0",
    "05",
  ]);
});

test("the longest common subsequence is that of the plain table", () => {
  const letters = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 12 });
  fc.assert(
    fc.property(letters, letters, (a, b) => {
      expect(longestCommon(a, b)).toBe(plain(a, b));
    }),
  );
});

function plain(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const [restA, restB] = [a.slice(1), b.slice(1)];
  const match = a[0] === b[0] ? 1 + plain(restA, restB) : 0;
  return match > 0 ? match : Math.max(plain(restA, b), plain(a, restB));
}

test("an article read as it is scores full marks, names and references counting neither way", () => {
  const truth = readTruth(
    `<article><front><title-group><article-title>On <italic>tumours</italic></article-title></title-group>
     <contrib>Ann Author</contrib><abstract><p>Short.</p></abstract></front>
     <body><sec><title>Methods</title><p>We looked.</p><fig><caption><p>A view.</p></caption></fig></sec></body></article>`,
  );
  const text = "On tumours Ann Author Short. Methods We looked. A view.";
  expect(measure(truth, { text, headings: ["1. Methods"] }, none)).toEqual({
    f1: 1,
    order: 1,
    torn: 0,
    headings: 1,
    furniture: 0,
  });
});

test("torn and glued words are counted", () => {
  const truth = { body: "the excision of lesions was done", running: "", rest: "", headings: [] };
  const text = "the exci sion of lesionswas done";
  expect(measure(truth, { text, headings: [] }, none).torn).toBeCloseTo(2 / 6);
});

test("running lines are what stands at the edge of three pages", () => {
  const page = (n: number) =>
    `Journal of Tests    ${n}\n\nbody ${"abc"[n]}\nmore\nof\nit\nend ${"abc"[n]}`;
  expect(runningLines([0, 1, 2].map(page))).toEqual(["journal of tests"]);
});
