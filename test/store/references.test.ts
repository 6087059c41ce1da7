import { expect, test } from "vitest";
import type { WriteDb } from "../../electron/store/database.ts";
import { mergeEntities, removeEntity } from "../../electron/store/entities.ts";
import { redo, undo } from "../../electron/store/history.ts";
import { readLayer } from "../../electron/store/layers.ts";
import { removeSpans } from "../../electron/store/spans.ts";
import type { Entity, Event, Group, Layer, Relation } from "../../shared/model/annotation.ts";
import type { DocumentLayer } from "../../shared/model/document.ts";
import { addReport, ana, dump, layer, newProject, problems, span } from "./project.ts";

const plain = { attributes: {}, note: "" };
const relation = (id: string, from: string, to: string): Relation => ({
  ...{ id, label: "has", from, to },
  ...plain,
});
const event = (id: string, trigger: string, ...targets: string[]): Event => ({
  ...{ id, label: "Stain", trigger, ...plain },
  arguments: targets.map((target) => ({ role: "of", target })),
});
const group = (id: string, ...members: string[]): Group => ({
  ...{ id, label: "Equiv", members, note: "" },
});
const entity = (id: string): Entity => ({
  ...{ id, kind: "marker", name: id, codes: [], fields: {}, note: "known" },
});
const spans = [span("s1", "desmin"), span("s2", "SMA"), span("s3", "h-caldesmon")];

/** A report with this layer of Ana's; `id` finds an annotation by what the file called it. */
function withLayer(parts: Partial<DocumentLayer>) {
  const db = newProject();
  const given = layer("Ana", { spans, ...parts });
  const report = addReport(db, undefined, { layers: [given] });
  const read = () => readLayer(db, report, "Ana");
  const stored = read();
  const id = (name: string): string => {
    for (const list of ["spans", "entities", "relations", "events", "groups"] as const) {
      const at = given[list].findIndex((one) => one.id === name);
      if (at >= 0) return stored[list][at]?.id ?? "";
    }
    throw new Error(`nothing is called ${name}`);
  };
  return { db, read, id };
}

/** How many there are of each, and that undo and redo lead exactly there and back. */
function countsAfter(db: WriteDb, read: () => Layer, remove: () => void) {
  const before = dump(db);
  remove();
  const after = dump(db);
  expect(problems(db)).toEqual([]);
  undo(db, ana);
  expect(dump(db)).toEqual(before);
  redo(db, ana);
  expect(dump(db)).toEqual(after);
  const { spans, entities, relations, events, groups } = read();
  return [spans, entities, relations, events, groups].map((list) => list.length);
}

test("a removed mark takes its relations along, and theirs", () => {
  const { db, read, id } = withLayer({
    relations: [relation("r1", "s1", "s2"), relation("r2", "r1", "s3"), relation("r3", "s2", "s3")],
  });
  expect(countsAfter(db, read, () => removeSpans(db, ana, [id("s1")]))).toEqual([2, 0, 1, 0, 0]);
});

test("a removed mark takes the events along that it triggers, and is taken out of the others", () => {
  const { db, read, id } = withLayer({
    events: [event("e1", "s1", "s2"), event("e2", "s2", "s1", "s3")],
    relations: [relation("r1", "e1", "e2")],
  });
  expect(countsAfter(db, read, () => removeSpans(db, ana, [id("s1")]))).toEqual([2, 0, 0, 1, 0]);
  expect(read().events[0]?.arguments).toEqual([{ role: "of", target: id("s3") }]);
});

test("an event loses both a mark and the event that went with it", () => {
  const { db, read, id } = withLayer({
    events: [event("e1", "s1"), event("e2", "s2", "s1", "e1", "s3")],
  });
  expect(countsAfter(db, read, () => removeSpans(db, ana, [id("s1")]))).toEqual([2, 0, 0, 1, 0]);
  expect(read().events[0]?.arguments).toEqual([{ role: "of", target: id("s3") }]);
});

test("a group of two ends with one of them, and what points to the group ends too", () => {
  const { db, read, id } = withLayer({
    groups: [group("g1", "s1", "s2"), group("g2", "s1", "s2", "s3")],
    relations: [relation("r1", "g1", "s3")],
  });
  expect(countsAfter(db, read, () => removeSpans(db, ana, [id("s1")]))).toEqual([2, 0, 0, 0, 1]);
  expect(read().groups[0]?.members).toEqual([id("s2"), id("s3")]);
});

test("a removed entity takes its relations along", () => {
  const { db, read, id } = withLayer({
    entities: [entity("n1"), entity("n2")],
    relations: [relation("r1", "n1", "n2"), relation("r2", "s1", "s2")],
    groups: [group("g1", "n1", "n2")],
  });
  expect(countsAfter(db, read, () => removeEntity(db, ana, id("n1")))).toEqual([3, 1, 1, 0, 0]);
});

test("what pointed to merged entities points to the one that stays", () => {
  const { db, read, id } = withLayer({
    entities: [entity("n1"), entity("n2"), entity("n3")],
    relations: [relation("r1", "n2", "n3")],
    events: [event("e1", "s1", "n2")],
    groups: [group("g1", "n1", "n2", "n3")],
  });
  const merge = () => mergeEntities(db, ana, { into: id("n1"), from: [id("n2")] });
  expect(countsAfter(db, read, merge)).toEqual([3, 2, 1, 1, 1]);
  expect(read()).toMatchObject({
    relations: [{ from: id("n1"), to: id("n3") }],
    events: [{ arguments: [{ role: "of", target: id("n1") }] }],
    groups: [{ members: [id("n1"), id("n3")] }],
  });
});
