import { expect, test } from "vitest";
import { closeProject } from "../../../electron/store/database.ts";
import { setLayerNote } from "../../../electron/store/layers.ts";
import type { DocumentLayer } from "../../../shared/model/document.ts";
import { addReport, ana, ben, layer, newProject, span } from "../../store/project.ts";
import { answer, casemark } from "./casemark.ts";

const text = "🙂 The tumour was positive for desmin.";

const mark = (id: string, label: string, start: number, end: number) =>
  span(id, "desmin", { label, ranges: [{ start, end }], quote: text.slice(start, end) });

/** Ana and Ben have marked the same report. */
function projectOfTwo(status: DocumentLayer["status"]): string {
  const db = newProject();
  const layers = [
    layer("Ana", {
      status,
      spans: [mark("a1", "diagnosis", 7, 13), mark("a2", "marker", 31, 37)],
      labels: { relapse: true },
    }),
    layer("Ben", { status, spans: [mark("b1", "diagnosis", 3, 13)] }),
  ];
  const report = addReport(db, text, { layers });
  // Who goes on here is at work on it, and not only somebody's file.
  for (const author of status === "open" ? [ana, ben] : [])
    setLayerNote(db, author, report, "Not done.");
  const { name } = db;
  closeProject(db);
  return name;
}

test("every difference is said with its types, its versions and offsets in code points", async () => {
  const project = projectOfTwo("done");
  const said = await answer(["diff", project]);
  expect(said).toMatchObject({
    ...{ annotators: ["Ana", "Ben"], differences: 3, agreed: 0 },
    types: { missing: 2, boundary: 1, label: 0, agreed: 0 },
    reports: [
      {
        ...{ title: "case-1", annotators: ["Ana", "Ben"], nothing: null },
        differences: [
          {
            ...{ stage: "spans", types: ["boundary"], start: 2, end: 12, state: "open" },
            versions: [
              {
                annotator: "Ana",
                label: "diagnosis",
                spans: [{ ranges: [[6, 12]], quote: "tumour" }],
              },
              { annotator: "Ben", spans: [{ ranges: [[2, 12]], quote: "The tumour" }] },
            ],
            missing: [],
            shifts: [{ a: "Ana", b: "Ben", start: -4, end: 0, startWords: -1, endWords: 0 }],
          },
          { types: ["missing"], words: "desmin", missing: ["Ben"], start: 30, end: 36 },
          { stage: "labels", words: "relapse", versions: [{ annotator: "Ana", value: true }] },
        ],
      },
    ],
  });
  const { stdout } = await casemark(["diff", project, "--type", "boundary"]);
  expect(stdout).toBe(
    "case-1\t2-12\tboundary\ttumour\tAna: diagnosis; Ben: diagnosis\n1 difference and 0 agreed in 1 report.\n",
  );
  const marker = await answer(["diff", project, "--label", "marker"]);
  expect(marker).toMatchObject({
    differences: 1,
    reports: [{ differences: [{ words: "desmin" }] }],
  });
});

test("reports that nobody has finished are named, and compared when annotators are", async () => {
  const project = projectOfTwo("open");
  const { code, stdout } = await casemark(["diff", project]);
  expect({ code, lines: stdout.trim().split("\n") }).toEqual({
    code: 0,
    lines: [
      "0 differences and 0 agreed in 0 reports.",
      "Not compared: case-1, nobody has finished it.",
      "Not compared: work of Ana, Ben that is not finished or not named.",
    ],
  });
  expect(await answer(["diff", project, "--annotators", "Ana,Ben"])).toMatchObject({
    differences: 3,
  });
});

test("what is not compared is counted, and what is agreed is counted by label", async () => {
  const db = newProject();
  const layers = ["Ana", "Ben"].map((name) =>
    layer(name, {
      status: "done",
      spans: [mark("s", "marker", 31, 37), mark("t", "diagnosis", 7, 13)],
      groups: [{ id: "g", label: "same", members: ["s", "t"], note: "" }],
      relations: [{ id: "r", label: "of", from: "g", to: "s", attributes: {}, note: "" }],
    }),
  );
  addReport(db, text, { layers });
  const { name } = db;
  closeProject(db);
  const { stdout } = await casemark(["diff", name, "--label", "marker"]);
  expect(stdout.trim().split("\n")).toEqual([
    "0 differences and 1 agreed in 1 report.",
    "Not compared: 2 groups, 2 relations.",
  ]);
});

test("somebody who is not there is refused with the names that are", async () => {
  const project = projectOfTwo("done");
  const { code, stderr } = await casemark(["diff", project, "--annotators", "Ana,Cem"]);
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: 'There is no annotator "Cem"; this project has Ana, Ben.\n',
  });
  expect((await casemark(["diff", project, "--type", "odd"])).code).toBe(2);
});
