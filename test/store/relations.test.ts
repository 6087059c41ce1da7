import { expect, test } from "vitest";
import type { WriteDb } from "../../electron/store/database.ts";
import { addEntity } from "../../electron/store/entities.ts";
import { type Author, redo, undo } from "../../electron/store/history.ts";
import { readLayer, setLayerStatus } from "../../electron/store/layers.ts";
import { addRelation, removeRelation, updateRelation } from "../../electron/store/relations.ts";
import { addSpan, removeSpans } from "../../electron/store/spans.ts";
import { addReport, ana, ben, draft, dump, newProject } from "./project.ts";

const mark = (db: WriteDb, author: Author, report: string, words: string) =>
  addSpan(db, author, report, draft(words)).put.spans[0]?.id ?? "";

function projectWithTwoSpans() {
  const db = newProject();
  const report = addReport(db);
  const from = mark(db, ana, report, "desmin");
  const to = mark(db, ana, report, "tumour");
  return { db, report, from, to };
}

test("a relation is saved, told whole, and undone and done again", () => {
  const { db, report, from, to } = projectWithTwoSpans();
  const before = dump(db);

  const change = addRelation(db, ana, { report, label: "found in", from, to });

  const [relation] = change.put.relations;
  expect(change.summary).toBe("related “desmin” to “tumour” as found in");
  expect(relation).toEqual({
    id: expect.any(String),
    label: "found in",
    from,
    to,
    attributes: {},
    note: "",
  });
  expect(readLayer(db, report, "Ana").relations).toEqual([relation]);
  expect(undo(db, ana).removed).toEqual([relation?.id]);
  expect(dump(db)).toEqual(before);
  expect(redo(db, ana).put.relations).toEqual([relation]);
});

test("a relation gets another kind, attributes and a note, and goes again", () => {
  const { db, report, from, to } = projectWithTwoSpans();
  const id = addRelation(db, ana, { report, label: "a", from, to }).put.relations[0]?.id ?? "";
  const changed = updateRelation(db, ana, id, {
    label: "b",
    attributes: { strength: 3 },
    note: "see page 2",
  });
  expect(changed.summary).toBe("made b of the relation a of “desmin” to “tumour”");
  expect(changed.put.relations).toEqual([
    { id, label: "b", from, to, attributes: { strength: 3 }, note: "see page 2" },
  ]);
  expect(removeRelation(db, ana, id)).toMatchObject({
    summary: "removed the relation b of “desmin” to “tumour”",
    removed: [id],
  });
  expect(readLayer(db, report, "Ana").relations).toEqual([]);
});

test("entities are related too, and with a span its relations go and come back", () => {
  const { db, report, from, to } = projectWithTwoSpans();
  const entity = (name: string) =>
    addEntity(db, ana, { report, kind: "marker", name, spans: [] }).put.entities[0]?.id ?? "";
  addRelation(db, ana, { report, label: "same panel", from: entity("CD34"), to: entity("CD31") });
  addRelation(db, ana, { report, label: "found in", from, to });
  removeSpans(db, ana, [to]);
  expect(readLayer(db, report, "Ana").relations.map(({ label }) => label)).toEqual(["same panel"]);
  undo(db, ana);
  expect(readLayer(db, report, "Ana").relations).toHaveLength(2);
});

test("ends of two sorts, one thing twice, the same again, and others' spans are refused", () => {
  const { db, report, from, to } = projectWithTwoSpans();
  const entity = addEntity(db, ana, { report, kind: "marker", name: "x", spans: [] });
  const foreign = mark(db, ben, report, "SMA");
  const add = (one: string, other: string) => () =>
    addRelation(db, ana, { report, label: "a", from: one, to: other });
  expect(add(from, entity.put.entities[0]?.id ?? "")).toThrow(/two spans, two events/);
  expect(add(from, from)).toThrow(/from one thing to another/);
  expect(add(from, foreign)).toThrow(/no longer there/);
  add(from, to)();
  expect(add(from, to)).toThrow("They are related as a already.");
  setLayerStatus(db, ana, report, "done");
  expect(add(to, from)).toThrow(/reopen it/);
});
