import { expect, test } from "vitest";
import { addEntity, updateEntity } from "../../electron/store/entities.ts";
import { setLayerNote } from "../../electron/store/layers.ts";
import { addRelation, updateRelation } from "../../electron/store/relations.ts";
import { removeReports } from "../../electron/store/reports.ts";
import { doubtStatements, listDoubts } from "../../electron/store/review/doubts.ts";
import { addSpan, updateSpan } from "../../electron/store/spans.ts";
import { addReport, ana, ben, draft, newProject } from "./project.ts";

const everything = { annotator: null, only: "all", after: 0, limit: 100 } as const;

function projectWithDoubts() {
  const db = newProject();
  const report = addReport(db);
  const mark = (words: string, author = ana) =>
    addSpan(db, author, report, draft(words)).put.spans[0]?.id ?? "";
  const [desmin, tumour] = [mark("desmin"), mark("tumour")];
  mark("SMA");
  updateSpan(db, ana, desmin, { unsure: true });
  updateSpan(db, ben, mark("h-caldesmon", ben), { note: "which clone?" });
  const made = addEntity(db, ana, { report, kind: "marker", name: "Desmin", spans: [desmin] });
  updateEntity(db, ana, made.put.entities[0]?.id ?? "", { unsure: true, note: "or actin" });
  const related = addRelation(db, ana, { report, label: "of", from: desmin, to: tumour });
  updateRelation(db, ana, related.put.relations[0]?.id ?? "", { note: "page 2" });
  setLayerNote(db, ana, report, "Two tumours");
  return { db, report, desmin };
}

test("everything unsure and noted is listed by report and annotator, with where it stands", () => {
  const { db, report, desmin } = projectWithDoubts();
  const { rows, total } = listDoubts(db, everything);
  expect(total).toBe(5);
  expect(
    rows.map(({ annotator, what, words, note, unsure }) => [annotator, what, words, note, unsure]),
  ).toEqual([
    ["Ana", "report", "", "Two tumours", false],
    ["Ana", "entity", "Desmin", "or actin", true],
    ["Ana", "relation", "", "page 2", false],
    ["Ana", "span", "desmin", "", true],
    ["Ben", "span", "h-caldesmon", "which clone?", false],
  ]);
  expect(rows[1]).toMatchObject({ report, title: "case-1", place: { span: desmin, start: 28 } });
});

test("by annotator, only what is unsure or only what is noted, a page at a time", () => {
  const { db } = projectWithDoubts();
  const count = (more: object) => listDoubts(db, { ...everything, ...more }).total;
  expect(count({ annotator: "Ben" })).toBe(1);
  expect(count({ only: "unsure" })).toBe(2);
  expect(count({ only: "noted" })).toBe(4);
  const second = listDoubts(db, { ...everything, after: 1, limit: 2 });
  expect(second.rows.map(({ what }) => what)).toEqual(["entity", "relation"]);
});

test("reports that were taken out of the project are not listed", () => {
  const { db, report } = projectWithDoubts();
  removeReports(db, ana, [report]);
  expect(listDoubts(db, everything)).toEqual({ rows: [], total: 0 });
});

test("only what is unsure or noted is read, by indexes of nothing else", () => {
  const { db } = projectWithDoubts();
  const plan = db
    .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${doubtStatements.page}`)
    .all(everything)
    .map(({ detail }) => detail);
  for (const table of ["span", "entity", "relation", "layer"])
    expect(plan.join("\n")).toMatch(new RegExp(`SCAN ${table} USING INDEX ${table}_noted`));
  expect(plan.filter((line) => line.startsWith("SCAN") && !/_noted|doubt/.test(line))).toEqual([]);
});
