import { expect, test } from "vitest";
import { filesAsCsv } from "../../../renderer/import/files-csv.ts";
import { fileFilters, fits, rowsOf } from "../../../renderer/import/import-rows.ts";
import type { StagedFile } from "../../../shared/contract.ts";

const read = (file: string, more: Partial<StagedFile> = {}): StagedFile => ({
  report: `id of ${file}`,
  file,
  kind: "text",
  title: file,
  case: file,
  characters: 10,
  spans: 0,
  repairs: 0,
  leftOut: 0,
  warnings: [],
  sameAs: null,
  problem: null,
  ...more,
});
const files = [
  read("a.txt", { repairs: 2 }),
  read("b.txt", { sameAs: "a.txt" }),
  read("c.pdf", { report: null, kind: null, problem: "It is damaged." }),
];
const warnings = [{ file: "x.png", message: "It was left out." }];

test("every file has a line, also one that was passed over with a word", () => {
  expect(rowsOf(files, { warnings }).map(({ file, state }) => [file, state])).toEqual([
    ["a.txt", "read"],
    ["b.txt", "same"],
    ["c.pdf", "failed"],
    ["x.png", "no-report"],
  ]);
});

test("each filter finds its own", () => {
  const rows = rowsOf(files, { warnings });
  const found = fileFilters.map((filter) =>
    rows.filter((row) => fits(row, filter)).map(({ file }) => file),
  );
  expect(found).toEqual([
    ["a.txt", "b.txt", "c.pdf", "x.png"],
    ["c.pdf", "x.png"],
    ["b.txt"],
    ["a.txt"],
  ]);
});

test("the saved list holds commas, quotes and lines, and nothing in it is a formula", () => {
  const rows = rowsOf([read("=1+1.txt", { title: 'One, "two"\nthree', case: "-1" })], {
    warnings: [],
  });
  expect(filesAsCsv(rows, new Set(["id of =1+1.txt"]))).toBe(
    "\uFEFFfile,state,kind,title,case,characters,spans,repairs,left out,notes\r\n" +
      `"'=1+1.txt",left out,text,"One, ""two""\nthree","'-1",10,0,0,0,\r\n`,
  );
});

test("ten thousand lines are sorted out in the time of a key press", () => {
  const many = Array.from({ length: 10_000 }, (_, at) => read(`${at}.txt`, { repairs: at % 3 }));
  const start = performance.now();
  const rows = rowsOf(many, { warnings });
  for (const filter of fileFilters) rows.filter((row) => fits(row, filter));
  expect(performance.now() - start).toBeLessThan(200);
});
