import { expect, test } from "vitest";
import { filesAsCsv } from "../../../renderer/import/files-csv.ts";
import { fileFilters, fits, rowsOf } from "../../../renderer/import/import-rows.ts";
import type { StagedFile } from "../../../shared/staged.ts";

const read = (file: string, more: Partial<StagedFile> = {}): StagedFile => ({
  id: `id of ${file}`,
  report: `id of ${file}`,
  file,
  kind: "text",
  title: file,
  case: file,
  characters: 10,
  spans: 0,
  repairs: 0,
  offered: 0,
  leftOut: 0,
  warnings: [],
  notes: [],
  encoding: null,
  ocr: null,
  sameAs: null,
  joins: null,
  isLeftOut: false,
  problem: null,
  ...more,
});
const files = [
  read("a.txt", { repairs: 2 }),
  read("b.txt", { sameAs: "a.txt" }),
  read("c.pdf", { report: null, kind: null, problem: "It is damaged." }),
  read("d.pdf", { leftOut: 12, notes: ["12 running heads are left out."] }),
  read("e.txt", { offered: 3, warnings: ["2 places are lost."] }),
  read("f.txt", { isLeftOut: true, sameAs: "a.txt" }),
];
const aside = {
  warnings: [{ file: "x.png", message: "It was left out." }],
  notes: [{ file: ".DS_Store", message: "It is hidden." }],
};

test("every file has a line, also one that was passed over with a word", () => {
  expect(rowsOf(files, aside).map(({ file, state }) => [file, state])).toEqual([
    ["a.txt", "read"],
    ["b.txt", "same"],
    ["c.pdf", "failed"],
    ["d.pdf", "read"],
    ["e.txt", "read"],
    ["f.txt", "left-out"],
    ["x.png", "no-report"],
    [".DS_Store", "no-report"],
  ]);
});

test("each filter finds its own, and what is only good to know is no problem", () => {
  const rows = rowsOf(files, aside);
  const found = fileFilters.map((filter) =>
    rows.filter((row) => fits(row, filter)).map(({ file }) => file),
  );
  expect(found).toEqual([
    ["a.txt", "b.txt", "c.pdf", "d.pdf", "e.txt", "f.txt", "x.png", ".DS_Store"],
    ["c.pdf", "e.txt", "x.png"],
    ["b.txt", "f.txt"],
    ["a.txt", "d.pdf", "e.txt"],
  ]);
});

test("the saved list holds commas, quotes and lines, and nothing in it is a formula", () => {
  const encoding = { name: "koi8-r", confidence: 0.8, isChosen: false };
  const said = { warnings: ["Look."], notes: ["Know.", "More."], encoding };
  const titled = { title: 'One, "two"\nthree', case: "-1", isLeftOut: true };
  const rows = rowsOf([read("=1+1.txt", { ...titled, ...said })], { warnings: [], notes: [] });
  expect(filesAsCsv(rows)).toBe(
    "\uFEFFfile,state,kind,title,case,characters,spans,repairs,offered,left out,encoding,problems,notes\r\n" +
      `"'=1+1.txt",left out,text,"One, ""two""\nthree","'-1",10,0,0,0,0,koi8-r,Look.,Know. More.\r\n`,
  );
});

test("ten thousand lines are sorted out in the time of a key press", () => {
  const many = Array.from({ length: 10_000 }, (_, at) => read(`${at}.txt`, { repairs: at % 3 }));
  const start = performance.now();
  const rows = rowsOf(many, aside);
  for (const filter of fileFilters) rows.filter((row) => fits(row, filter));
  expect(performance.now() - start).toBeLessThan(200);
});
