import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../store/project.ts";
import { answer, casemark } from "./casemark.ts";

/** A study file with this in it. */
function fileWith(content: unknown): string {
  const file = join(temporaryFolder(), "study.json");
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

/** Cohen (1960), p. 45. */
const cohen = {
  id: "cohen",
  items: [
    [88, 14, 18],
    [10, 40, 10],
    [2, 6, 12],
  ].flatMap((row, one) =>
    row.flatMap((count, other) => Array.from({ length: count }, () => [one, other])),
  ),
};

test("a study is measured by what is asked for, and said with an interval", async () => {
  const file = fileWith(cohen);
  const asked = ["agree", "--study", file, "--measures", "cohen-kappa,scott-pi"];
  const said = await answer([...asked, "--bootstrap", "200", "--seed", "3"]);
  expect(said).toMatchObject({
    ...{ units: 200, annotators: ["1", "2"] },
    measures: [
      { id: "cohen-kappa", scope: "all", value: expect.closeTo(0.4915, 4), n: 200 },
      { id: "scott-pi", ci: [expect.any(Number), expect.any(Number)], undefined: null },
    ],
  });
  const { stdout, code } = await casemark(asked);
  expect(code).toBe(0);
  expect(stdout).toContain("cohen-kappa  0.4915 (n 200, observed 0.7000, expected 0.4100)");
  expect(stdout).toContain(
    "scott-pi: It takes both annotators to use the categories equally often.",
  );
});

test("a list is measured as far as it goes, and what is wrong is said on stderr with exit code 1", async () => {
  const file = fileWith({
    cases: [
      { ...cohen, measure: "cohen-kappa" },
      { id: "odd", items: [[1], [1, 2]] },
    ],
  });
  const { code, stdout, stderr } = await casemark(["agree", "--study", file, "--json"]);
  const problem = `"${file}", case "odd": item 2 has 2 values and there is 1 rater; give one value a rater, null where there is none.`;
  expect(JSON.parse(stdout)).toMatchObject({
    cases: [
      { id: "cohen", measures: [{ id: "cohen-kappa" }] },
      { id: "odd", problem },
    ],
  });
  expect({ code, stderr }).toEqual({ code: 1, stderr: `${problem}\n` });
});

test("three annotators of units are aligned by the solver", async () => {
  const units = ["A", "B", "C"].flatMap((rater, at) =>
    [0, 20, 40].map((begin) => ({ rater, category: "x", begin: begin + at, end: begin + at + 9 })),
  );
  const file = fileWith({ units, measure: "gamma", params: { n_samples: 5 } });
  expect(await answer(["agree", "--study", file])).toMatchObject({
    ...{ units: 9, annotators: ["A", "B", "C"] },
    measures: [{ id: "gamma", undefined: null, alignments: 3, samples: 5, seed: 1 }],
  });
});

test("figures that are not defined say why, in words for people", async () => {
  const file = fileWith({ items: [["a", "a"]], measure: "cohen-kappa" });
  const { stdout, code } = await casemark(["agree", "--study", file]);
  expect(code).toBe(0);
  expect(stdout).toContain(
    "cohen-kappa  not defined. Only one category is used, so nothing shows whether they can tell any apart. (n 1, observed 1.0000, expected 1.0000)",
  );
});

test("a file that is no study is refused in one sentence", async () => {
  const outcomes: [content: string, stderr: RegExp][] = [
    ["{", /^".*study\.json" is no JSON \(.*\); correct it there\.\n$/],
    ["[NaN]", /is no JSON \(JSON has neither NaN nor Infinity; write null for what is missing\)/],
    ["7", /^".*study\.json" is no study; it has to be an object with "items" or "units"/],
  ];
  for (const [content, stderr] of outcomes)
    expect(await casemark(["agree", "--study", fileWith(content), "--json"])).toEqual({
      ...{ code: 1, stdout: "", stderr: expect.stringMatching(stderr) },
    });
  const missing = await casemark(["agree", "--study", "/nowhere/study.json"]);
  expect(missing).toMatchObject({
    ...{ code: 1, stderr: '"/nowhere/study.json" cannot be read; check the name.\n' },
  });
});

test("wrong use is told apart from a wrong file", async () => {
  const file = fileWith(cohen);
  const wrong: [args: string[], stderr: RegExp][] = [
    [
      ["--study", file, "--measures", "kappa"],
      /^--measures has to be some of percent-agreement, .*; "kappa" is none of them\./,
    ],
    [
      ["--study", file, "--bootstrap", "many"],
      /^--bootstrap has to be a whole number from 1 to 1000000\./,
    ],
    [
      ["--study", file, "--bootstrap", "0"],
      /^--bootstrap has to be a whole number from 1 to 1000000\./,
    ],
    [["--study", file, "--by", "section"], /^--by has to be one of pair, label\./],
    [["--study", file, "p.casemark"], /^--study is a study of its own; leave "p\.casemark" out\./],
  ];
  for (const [args, stderr] of wrong)
    expect(await casemark(["agree", ...args])).toMatchObject({
      ...{ code: 2, stdout: "", stderr: expect.stringMatching(stderr) },
    });
});

test("units are read from a table, named in a study below a folder above it or given itself", async () => {
  const study = fileWith(JSON.stringify({ units_file: "tables/units.csv", measure: "gamma" }));
  const folder = join(dirname(study), "tables");
  mkdirSync(folder, { recursive: true });
  const table = join(folder, "units.csv");
  writeFileSync(table, "Ada,Noun,7,19\nBen,Noun,7,19\nBen,Verb,30,38\n");
  for (const file of [study, table]) {
    const { stdout } = await casemark(["agree", "--study", file, "--measures", "gamma", "--json"]);
    expect(JSON.parse(stdout)).toMatchObject({
      ...{ units: 3, annotators: ["Ada", "Ben"], measures: [{ id: "gamma", n: 3 }] },
    });
  }
  writeFileSync(table, "Ada,Noun,7\n");
  expect(await casemark(["agree", "--study", table])).toMatchObject({
    ...{ code: 1, stderr: expect.stringMatching(/units\.csv", line 1: a unit is annotator, cat/) },
  });
});
