import { expect, test } from "vitest";
import { correctText } from "../../electron/store/corrections.ts";
import { addEntity, mergeEntities, removeEntity } from "../../electron/store/entities.ts";
import { undo } from "../../electron/store/history.ts";
import { readLayer, setLayerLabels, setLayerStatus } from "../../electron/store/layers.ts";
import { listSteps, readThen } from "../../electron/store/past.ts";
import { describeReport } from "../../electron/store/reports.ts";
import { restoreThings } from "../../electron/store/restore.ts";
import { addSpan, removeSpans, updateSpan } from "../../electron/store/spans.ts";
import {
  addReport,
  ana,
  arrivalOf,
  ben,
  draft,
  dump,
  marks,
  newProject,
  problems,
  takeIn,
} from "./project.ts";

const query = (report: string, about: string[] | null = null) => ({
  ...{ report, about, before: null, limit: 100 },
});

/** A report on which Ana has marked desmin with an entity, and then SMA. */
function begun() {
  const db = newProject();
  const report = addReport(db);
  const desmin = addSpan(db, ana, report, draft("desmin", { entity: "new" }));
  const sma = addSpan(db, ana, report, draft("SMA"));
  const span = desmin.put.spans[0]?.id ?? "";
  const entity = desmin.put.entities[0]?.id ?? "";
  const other = sma.put.spans[0]?.id ?? "";
  return { db, report, span, entity, other, step: sma.history ?? 0 };
}

test("a report's steps are those of one's own layer and of the report itself, with who and undo", () => {
  const { db, report } = begun();
  addSpan(db, ben, report, draft("tumour"));
  describeReport(db, ben, { report, title: "Case 1", case: "1" });
  undo(db, ana);
  const steps = listSteps(db, "Ana", query(report));
  expect(steps.map(({ annotator, summary, state }) => [annotator, summary, state])).toEqual([
    ["Ana", "marked “SMA” as marker", "undo"],
    ["Ben", "renamed “case-1” to “Case 1”", "done"],
    ["Ana", "marked “SMA” as marker", "undone"],
    ["Ana", "marked “desmin” as marker", "done"],
    ["Importer", "imported 1 reports", "done"],
  ]);
});

test("a span's steps, and an entity's, are only those that touched it", () => {
  const { db, report, span, entity, other } = begun();
  updateSpan(db, ana, span, { note: "strong" });
  updateSpan(db, ana, other, { entity });
  removeSpans(db, ana, [span]);
  const summaries = (id: string) =>
    listSteps(db, "Ana", query(report, [id])).map(({ summary }) => summary);
  expect(summaries(span)).toEqual([
    "unmarked “desmin”",
    "changed the note on “desmin”",
    "marked “desmin” as marker",
  ]);
  expect(summaries(entity)).toEqual(["marked “desmin” as marker"]);
  expect(summaries(other)).toEqual(["linked “SMA”", "marked “SMA” as marker"]);
});

test("steps over several reports are in the history of each, and read by pages", () => {
  const db = newProject();
  const [first = "", second = ""] = takeIn(
    db,
    ["one", "two"].map((name) => arrivalOf("x", { name })),
  );
  for (const report of [first, second])
    expect(listSteps(db, "Ana", query(report)).map(({ summary }) => summary)).toEqual([
      "imported 2 reports",
    ]);
  const [step] = listSteps(db, "Ana", query(first));
  expect(listSteps(db, "Ana", { ...query(first), before: step?.id ?? 0 })).toEqual([]);
});

test("a report is seen as it was after a step, with what differs from now", () => {
  const { db, report, span, other, step } = begun();
  const layerThen = readLayer(db, report, "Ana");
  updateSpan(db, ana, span, { label: "drug", note: "strong" });
  removeSpans(db, ana, [other]);
  const late = addSpan(db, ana, report, draft("tumour")).put.spans[0]?.id;
  setLayerLabels(db, ana, report, { quality: "good" });
  const before = dump(db);

  const then = readThen(db, report, "Ana", step);

  expect(dump(db)).toEqual(before);
  expect(then.layer).toEqual(layerThen);
  const facts = then.differences.map(({ id, since, name, parts }) => [id, since, name, parts]);
  expect(facts).toContainEqual([span, "changed", "desmin", ["label", "note"]]);
  expect(facts).toContainEqual([other, "removed", "SMA", []]);
  expect(facts).toContainEqual([late, "added", "tumour", []]);
  expect(facts).toContainEqual([`${report}/Ana`, "changed", "", ["labels"]]);
});

test("a time before the report came is refused", () => {
  const { db, report } = begun();
  expect(() => readThen(db, report, "Ana", 0)).toThrow(
    expect.objectContaining({ code: "not-found" }),
  );
});

test("a removed span comes back with its entity, as one step that undo takes back", () => {
  const { db, report, span, step } = begun();
  const then = marks(db, report, "Ana");
  removeSpans(db, ana, [span]);
  const removed = dump(db);
  const change = restoreThings(db, ana, { report, step, ids: [span] });
  expect(change.summary).toBe("brought back marker “desmin”");
  expect(marks(db, report, "Ana")).toEqual(then);
  undo(db, ana);
  expect(dump(db)).toEqual(removed);
});

test("one thing is brought back and what came since stays", () => {
  const { db, report, span, other, step } = begun();
  updateSpan(db, ana, span, { note: "wrong" });
  updateSpan(db, ana, other, { note: "right" });
  restoreThings(db, ana, { report, step, ids: [span] });
  const notes = readLayer(db, report, "Ana").spans.map(({ note }) => note);
  expect(notes).toEqual(["", "right"]);
});

test("an entity comes back with those of its spans that speak of nothing else by now", () => {
  const { db, report, span, entity, other } = begun();
  updateSpan(db, ana, other, { entity });
  const step = listSteps(db, "Ana", query(report))[0]?.id ?? 0;
  removeEntity(db, ana, entity);
  addEntity(db, ana, { report, kind: "marker", name: "actin", spans: [other] });
  restoreThings(db, ana, { report, step, ids: [entity] });
  expect(marks(db, report, "Ana").spans).toEqual([
    "desmin: marker → marker desmin",
    "SMA: marker → marker actin",
  ]);
  expect(readLayer(db, report, "Ana").spans.find(({ id }) => id === span)?.entity).toBe(entity);
});

test("what was merged is parted again by bringing its span back", () => {
  const { db, report, span, entity, other } = begun();
  updateSpan(db, ana, other, { entity: "new" });
  const own = readLayer(db, report, "Ana").entities.find(({ id }) => id !== entity)?.id ?? "";
  const step = listSteps(db, "Ana", query(report))[0]?.id ?? 0;
  const then = marks(db, report, "Ana");
  mergeEntities(db, ana, { into: own, from: [entity] });
  restoreThings(db, ana, { report, step, ids: [span] });
  expect({ ...marks(db, report, "Ana"), entities: [] }).toEqual({ ...then, entities: [] });
  expect(problems(db)).toEqual([]);
});

test("a span comes back into a text that was corrected since, at its words", () => {
  const { db, report, span, step } = begun();
  removeSpans(db, ana, [span]);
  correctText(db, ben, { report, base: 1, edits: [{ start: 0, end: 0, text: "Case 7. " }] });
  const then = readThen(db, report, "Ana", step);
  expect(then.isOtherText).toBe(true);
  expect(then.differences.map(({ name, since }) => [name, since])).toContainEqual([
    "desmin",
    "removed",
  ]);
  restoreThings(db, ana, { report, step, ids: [span] });
  expect(readLayer(db, report, "Ana").spans.map(({ quote }) => quote)).toEqual(["desmin", "SMA"]);
  expect(problems(db)).toEqual([]);
});

test("nothing comes back into a finished layer, nor what was not there then", () => {
  const { db, report, other, step } = begun();
  const late = addSpan(db, ana, report, draft("tumour")).put.spans[0]?.id ?? "";
  expect(() => restoreThings(db, ana, { report, step, ids: [late] })).toThrow(
    expect.objectContaining({ code: "not-found" }),
  );
  removeSpans(db, ana, [other]);
  setLayerStatus(db, ana, report, "done");
  expect(() => restoreThings(db, ana, { report, step, ids: [other] })).toThrow(
    expect.objectContaining({ code: "layer-closed" }),
  );
});
