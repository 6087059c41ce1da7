import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { closeProject, createProject } from "../../../electron/store/database.ts";
import type { ProjectAgreement } from "../../../shared/agreement/study/study.ts";
import { defaultScheme } from "../../../shared/scheme/default-scheme.ts";
import { realFiles } from "../../real-data.ts";
import { addReport, layer, sentence, span, temporaryFolder } from "../../store/project.ts";
import { answer, casemark } from "./casemark.ts";

/** A project in which Ana and Ben have finished two reports, and Cy one of them. */
function projectFile(): string {
  const file = join(temporaryFolder(), "Sarcomas.casemark");
  const db = createProject(file, "Sarcomas", defaultScheme);
  const done = (annotator: string, words: string[]) =>
    layer(annotator, { status: "done", spans: words.map((one, at) => span(`s${at}`, one)) });
  const layers = [done("Ana", ["desmin", "SMA"]), done("Ben", ["desmin"]), done("Cy", ["SMA"])];
  addReport(db, sentence, { name: "a", layers });
  addReport(db, sentence, { name: "b", layers: [done("Ana", ["SMA"]), done("Ben", ["SMA"])] });
  closeProject(db);
  return file;
}

test("says figures, what they assume and what was left out; nothing is written", async () => {
  const file = projectFile();
  const asked = ["agree", file, "--annotators", "Ana,Ben", "--measures", "f1-exact,gwet-ac1-token"];
  const said = (await answer([
    ...asked,
    "--by",
    "label,report",
    "--bootstrap",
    "100",
    "--seed",
    "3",
  ])) as ProjectAgreement;
  expect(said).toMatchObject({ units: 2, cases: 2, annotators: ["Ana", "Ben"] });
  expect(said.leftOut).toEqual([
    {
      what: "Layers of other annotators: not compared, since nobody asked for them.",
      ...{ count: 1, examples: ["a, Cy"] },
    },
  ]);
  const f1 = said.measures.filter(({ id }) => id === "f1-exact");
  expect(f1.map(({ scope, label, value }) => [scope, label, value])).toEqual([
    ["all", null, 0.8],
    ["label", "marker", 0.8],
    ["report", null, 2 / 3],
    ["report", null, 1],
  ]);
  expect(f1[0]).toMatchObject({
    ...{ undefined: null, observed: 0.8, expected: null, n: 5 },
    ...{ ci: [expect.any(Number), expect.any(Number)], assumes: expect.stringMatching(/\.$/) },
    overReports: { value: expect.closeTo(5 / 6, 12), n: 2 },
  });
  const { stdout, code } = await casemark(asked);
  expect(code).toBe(0);
  expect(stdout).toContain("2 reports of 2 cases compared; annotators: Ana, Ben.");
  expect(stdout).toContain("f1-exact  0.8000 (n 5, observed 0.8000, mean of 2 reports 0.8333)");
});

test("without names all who have finished are compared; what is not defined has a reason", async () => {
  const agreement = (await answer(["agree", projectFile()])) as ProjectAgreement;
  expect(agreement.annotators).toEqual(["Ana", "Ben", "Cy"]);
  const ids = agreement.measures.map(({ id }) => id);
  expect(ids).toContain("krippendorff-alpha-u");
  expect(ids).not.toContain("gamma");
  for (const { value, undefined: reason } of agreement.measures)
    expect(value === null).toBe(reason !== null);
  expect(agreement.measures.find(({ id }) => id === "relation-f1")).toMatchObject({
    ...{ value: null, undefined: "no-items", ci: null },
  });
});

test.each([
  [["--measures", "f1-exact,kappa"], 2, '"kappa" is none of them.'],
  [["--by", "case"], 2, "--by has to be some of label, section, report, pair"],
  [["--bootstrap", "many"], 2, "--bootstrap has to be a whole number from 0 to 10000."],
  [["--bootstrap", "10001"], 2, "--bootstrap has to be a whole number from 0 to 10000."],
  [["--seed", "one"], 2, "--seed has to be a whole number."],
  [["--annotators", ","], 2, "--annotators has to be names with commas between them."],
  [["--overlap", "1.5"], 2, "--overlap has to be a number from 0 to 1."],
  [["--annotators", "Ana,Zoe"], 1, 'There is no annotator "Zoe" in the project'],
  [["--reports", "none*"], 1, 'No report matches "none*"'],
])("%j is refused in a sentence", async (options, code, sentence) => {
  const outcome = await casemark(["agree", projectFile(), ...options, "--json"]);
  expect(outcome).toMatchObject({ code, stdout: "", stderr: expect.stringContaining(sentence) });
});

test("without a project or a study it says what is missing", async () => {
  expect(await casemark(["agree"])).toMatchObject({
    ...{ code: 2, stderr: expect.stringContaining("PROJECT is missing.") },
  });
});

const bratiaa = "iaa/bratiaa-4-annotators/example-project";
const isThere = realFiles(`${bratiaa}/Lisa/*.ann`).length > 0;

test.skipIf(!isThere)("bratiaa's four annotators, imported one after another", async () => {
  const folder = fileURLToPath(new URL(`../../../../shared/data/${bratiaa}/`, import.meta.url));
  const file = join(temporaryFolder(), "News.casemark");
  await answer(["new", file]);
  for (const annotator of ["Lisa", "Maria", "Max", "Peter"])
    await answer(["import", file, join(folder, annotator), "--annotator", annotator]);
  const agreement = (await answer([
    ...["agree", file, "--measures", "f1-exact", "--by", "label"],
  ])) as ProjectAgreement;
  const values = agreement.measures.map(({ label, value }) => [label, value]);
  // Hripcsak and Rothschild's F1 as bratiaa publishes it.
  expect(values).toEqual([
    [null, expect.closeTo(0.8903501, 6)],
    ["LOC", expect.closeTo(0.8191061, 6)],
    ["MISC", expect.closeTo(0.84004593, 6)],
    ["ORG", expect.closeTo(0.9059579, 6)],
    ["PER", expect.closeTo(0.93782234, 6)],
  ]);
});

const e3c = "iaa/e3c-layer2/English";

test.skipIf(realFiles(`${e3c}/manual/*.xml`).length === 0)(
  "E3C's dictionary against its manual annotation, by offsets of its English clinical entities",
  async () => {
    const folder = fileURLToPath(new URL(`../../../../shared/data/${e3c}/`, import.meta.url));
    const file = join(temporaryFolder(), "E3C.casemark");
    await answer(["new", file]);
    for (const annotator of ["manual", "dictionary"])
      await answer([
        ...["import", file, join(folder, annotator), "--annotator", annotator],
        ...["--format", "uima-xmi"],
      ]);
    const measures = "f1-exact,precision-exact,recall-exact";
    const agreement = (await answer([
      ...["agree", file, "--annotators", "manual,dictionary", "--measures", measures],
      ...["--by", "label"],
    ])) as ProjectAgreement;
    const entities = agreement.measures.filter(({ label }) => label === "CLINENTITY");
    // Counted in the files: 116 of the same begin and end, of 137 by hand and 125 by the dictionary.
    expect(entities.map(({ id, value }) => [id, value])).toEqual([
      ["f1-exact", expect.closeTo(232 / 262, 12)],
      ["precision-exact", expect.closeTo(116 / 125, 12)],
      ["recall-exact", expect.closeTo(116 / 137, 12)],
    ]);
  },
);
