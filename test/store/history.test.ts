import { expect, test } from "vitest";
import type { WriteDb } from "../../electron/store/database.ts";
import {
  addEntity,
  mergeEntities,
  removeEntity,
  splitEntity,
  updateEntity,
} from "../../electron/store/entities.ts";
import { listHistory, nextSteps, redo, undo, write } from "../../electron/store/history.ts";
import { setLayerStatus } from "../../electron/store/layers.ts";
import { describeReport, removeReports } from "../../electron/store/reports.ts";
import { readScheme, replaceScheme } from "../../electron/store/scheme/schemes.ts";
import { addSpan, removeSpans, updateSpan } from "../../electron/store/spans.ts";
import { defaultScheme } from "../../shared/scheme/default-scheme.ts";
import {
  addReport,
  ana,
  arrivalOf,
  ben,
  draft,
  dump,
  newProject,
  rangeOf,
  takeIn,
} from "./project.ts";

const rows = (db: WriteDb) => db.prepare("SELECT count(*) FROM history").pluck().get();

/** A report on which Ana has marked desmin and SMA, each with an entity. */
function begun() {
  const db = newProject();
  const report = addReport(db);
  const made = ["desmin", "SMA"].map((words) =>
    addSpan(db, ana, report, draft(words, { entity: "new" })),
  );
  const spans = made.map(({ put }) => put.spans[0]?.id ?? "");
  const entities = made.map(({ put }) => put.entities[0]?.id ?? "");
  return { db, report, spans, entities };
}
type Begun = ReturnType<typeof begun>;

const scheme = { ...defaultScheme, name: "Another" };
const operations: [string, (start: Begun) => unknown][] = [
  ["a first mark", ({ db, report }) => addSpan(db, ben, report, draft("tumour"))],
  ["a mark", ({ db, report }) => addSpan(db, ana, report, draft("tumour", { entity: "new" }))],
  ["a relabelled mark", ({ db, spans: [id = ""] }) => updateSpan(db, ana, id, { label: "drug" })],
  [
    "a moved mark",
    ({ db, spans: [id = ""] }) => updateSpan(db, ana, id, { ranges: [rangeOf("positive")] }),
  ],
  ["an unlinked mark", ({ db, spans: [id = ""] }) => updateSpan(db, ana, id, { entity: null })],
  ["removed marks", ({ db, spans }) => removeSpans(db, ana, spans)],
  [
    "an added entity",
    ({ db, report, spans }) => addEntity(db, ana, { report, kind: "marker", name: "x", spans }),
  ],
  [
    "a changed entity",
    ({ db, entities: [id = ""] }) => updateEntity(db, ana, id, { fields: { percent: 30 } }),
  ],
  [
    "merged entities",
    ({ db, entities: [into = "", other = ""] }) => mergeEntities(db, ana, { into, from: [other] }),
  ],
  [
    "a split entity",
    ({ db, entities: [entity = ""], spans: [span = ""] }) =>
      splitEntity(db, ana, { entity, spans: [span], name: "x" }),
  ],
  ["a removed entity", ({ db, entities: [id = ""] }) => removeEntity(db, ana, id)],
  ["a finished layer", ({ db, report }) => setLayerStatus(db, ana, report, "done")],
  ["a first layer, finished", ({ db, report }) => setLayerStatus(db, ben, report, "done")],
  [
    "a description",
    ({ db, report }) => describeReport(db, ana, { report, title: "New", case: "7" }),
  ],
  ["removed reports", ({ db, report }) => removeReports(db, ana, [report])],
  ["another scheme", ({ db }) => replaceScheme(db, ana, scheme)],
];

test.each(operations)("%s is one row of the history, undone and redone exactly", (_, operate) => {
  const start = begun();
  const { db } = start;
  const before = dump(db);
  const count = Number(rows(db));
  operate(start);
  expect(rows(db)).toBe(count + 1);
  const after = dump(db);
  expect(after).not.toEqual(before);
  const who = db.prepare("SELECT annotator FROM history ORDER BY id DESC").pluck().get();
  const author = who === "Ben" ? ben : ana;
  for (let times = 0; times < 2; times++) {
    undo(db, author);
    expect(dump(db)).toEqual(before);
    redo(db, author);
    expect(dump(db)).toEqual(after);
  }
});

test("an undone import is out of sight, and redone it is back with its marks", () => {
  const db = newProject();
  const [report = ""] = takeIn(db, [arrivalOf("One."), arrivalOf("Two.")], ana);
  const after = dump(db);
  expect(undo(db, ana)).toMatchObject({ summary: "imported 2 reports", stale: ["reports"] });
  expect(dump(db).report).toMatchObject([{ state: "removed" }, { state: "removed" }]);
  redo(db, ana);
  expect(dump(db)).toEqual(after);
  removeReports(db, ben, [report]);
  expect(() => undo(db, ana)).toThrow(expect.objectContaining({ code: "changed-since" }));
});

test("undo answers with whole annotations, as any write does", () => {
  const { db, report, spans, entities } = begun();
  const removed = removeSpans(db, ana, [spans[0] ?? ""]);
  expect(removed).toMatchObject({ removed: [spans[0], entities[0]], put: { spans: [] } });
  expect(undo(db, ana)).toMatchObject({
    summary: "unmarked “desmin”",
    report,
    removed: [],
    put: { spans: [{ id: spans[0], quote: "desmin" }], entities: [{ id: entities[0] }] },
    next: { undo: "marked “SMA” as marker", redo: "unmarked “desmin”" },
  });
});

test("everybody undoes their own steps", () => {
  const { db, report } = begun();
  addSpan(db, ben, report, draft("tumour"));
  expect(undo(db, ana).summary).toBe("marked “SMA” as marker");
  expect(nextSteps(db, "Ben")).toEqual({ undo: "marked “tumour” as marker", redo: null });
  expect(nextSteps(db, "Ana")).toEqual({
    undo: "marked “desmin” as marker",
    redo: "marked “SMA” as marker",
  });
});

test("several steps are undone backwards and redone forwards", () => {
  const { db } = begun();
  const told = [undo(db, ana), undo(db, ana), redo(db, ana), redo(db, ana)];
  expect(told.map(({ summary }) => summary)).toEqual([
    "marked “SMA” as marker",
    "marked “desmin” as marker",
    "marked “desmin” as marker",
    "marked “SMA” as marker",
  ]);
});

test("with nothing to undo or redo, that is said", () => {
  const db = newProject();
  addReport(db);
  expect(() => undo(db, ana)).toThrow("There is nothing to undo.");
  expect(() => redo(db, ana)).toThrow("There is nothing to redo.");
});

test("a new step abandons what was undone; the history keeps it", () => {
  const { db, report } = begun();
  undo(db, ana);
  addSpan(db, ana, report, draft("tumour"));
  expect(nextSteps(db, "Ana").redo).toBe(null);
  const entries = listHistory(db, { report, before: null, limit: 10 });
  expect(entries.map(({ summary, state }) => `${summary}: ${state}`)).toEqual([
    "marked “tumour” as marker: done",
    "marked “SMA” as marker: abandoned",
    "marked “desmin” as marker: done",
  ]);
});

test("what somebody else changed since is not undone, and stays as it is", () => {
  const { db, report } = begun();
  describeReport(db, ana, { report, title: "Ana's", case: "7" });
  describeReport(db, ben, { report, title: "Ben's", case: "7" });
  const before = dump(db);
  const count = rows(db);
  expect(() => undo(db, ana)).toThrow(
    expect.objectContaining({
      code: "changed-since",
      message:
        "“renamed “case-1” to “Ana's”” stays as it is, because somebody else has changed what it touched since; the step before it can be undone.",
    }),
  );
  expect(dump(db)).toEqual(before);
  expect(rows(db)).toBe(count);
});

test("a step that cannot be undone does not stand in the way of those before it", () => {
  const { db, report } = begun();
  describeReport(db, ana, { report, title: "Ana's", case: "7" });
  describeReport(db, ben, { report, title: "Ben's", case: "7" });
  expect(() => undo(db, ana)).toThrow(expect.objectContaining({ code: "changed-since" }));
  expect(undo(db, ana).summary).toBe("marked “SMA” as marker");
});

test("a scheme's version is never given twice, also after undo", () => {
  const { db } = begun();
  const { scheme } = readScheme(db);
  replaceScheme(db, ana, { ...scheme, name: "Second" });
  undo(db, ana);
  replaceScheme(db, ana, { ...scheme, name: "Third" });
  expect(readScheme(db)).toMatchObject({ version: 3, scheme: { name: "Third" } });
});

test("a write that fails leaves nothing behind", () => {
  const { db, report } = begun();
  const before = dump(db);
  const count = rows(db);
  expect(() =>
    write(db, ana, "test", (journal) => {
      journal.remove("layer", `${report}/Ana`);
      throw new Error("half way");
    }),
  ).toThrow("half way");
  expect(dump(db)).toEqual(before);
  expect(rows(db)).toBe(count);
});

test("the history is read by pages, newest first", () => {
  const { db } = begun();
  const [newest] = listHistory(db, { report: null, before: null, limit: 1 });
  expect(newest).toEqual({
    id: 3,
    at: "2026-02-03T04:05:06.000Z",
    annotator: "Ana",
    report: expect.any(String),
    summary: "marked “SMA” as marker",
    state: "done",
  });
  const older = listHistory(db, { report: null, before: newest?.id ?? 0, limit: 9 });
  expect(older.map(({ summary }) => summary)).toEqual([
    "marked “desmin” as marker",
    "imported 1 reports",
  ]);
});
