import { expect, test } from "vitest";
import { addEntity } from "../../electron/store/entities.ts";
import { addEntityList } from "../../electron/store/entity-lists.ts";
import { listHistory, redo, undo } from "../../electron/store/history.ts";
import { readLayer } from "../../electron/store/layers.ts";
import { addSpan } from "../../electron/store/spans.ts";
import type { ListedItem } from "../../shared/contract/annotations.ts";
import { addReport, ana, ben, draft, dump, marks, newProject, problems } from "./project.ts";

/** Words of the report with what a list says of them. */
function item(words: string, entity: ListedItem["entity"], result: string): ListedItem {
  const { label, ranges, quote } = draft(words);
  return {
    mark: { label, ranges, quote },
    entity,
    kind: "marker",
    name: words,
    fields: { result, method: "IHC" },
  };
}

test("a list becomes spans and entities with fields in one step, which one undo takes back", () => {
  const db = newProject();
  const report = addReport(db);
  const before = dump(db);
  const steps = listHistory(db, { report, before: null, limit: 50 }).length;

  const change = addEntityList(db, ana, {
    report,
    items: [item("desmin", "new", "positive"), item("SMA", "new", "negative")],
  });

  expect(change.summary).toBe("took in a list of 2: “desmin”, “SMA”");
  expect(marks(db, report, "Ana")).toEqual({
    spans: ["desmin: marker → marker desmin", "SMA: marker → marker SMA"],
    entities: ["marker desmin", "marker SMA"],
  });
  expect(readLayer(db, report, "Ana").entities.map(({ fields }) => fields)).toEqual([
    { result: "positive", method: "IHC" },
    { result: "negative", method: "IHC" },
  ]);
  expect(listHistory(db, { report, before: null, limit: 50 })).toHaveLength(steps + 1);
  const after = dump(db);
  undo(db, ana);
  expect(dump(db)).toEqual(before);
  redo(db, ana);
  expect(dump(db)).toEqual(after);
  expect(problems(db)).toEqual([]);
});

test("a known entity keeps what it has, and gets what it lacked", () => {
  const db = newProject();
  const report = addReport(db);
  const made = addEntity(db, ana, { report, kind: "marker", name: "desmin", spans: [] });
  const desmin = made.put.entities[0]?.id ?? "";
  const [span] = addSpan(db, ana, report, draft("desmin")).put.spans;
  const mark = { span: span?.id ?? "" };
  addEntityList(db, ana, { report, items: [{ ...item("desmin", desmin, "positive"), mark }] });
  addEntityList(db, ana, { report, items: [{ ...item("desmin", desmin, "negative"), mark }] });

  const { entities, spans } = readLayer(db, report, "Ana");
  expect(entities.map(({ name, fields }) => [name, fields])).toEqual([
    ["desmin", { result: "positive", method: "IHC" }],
  ]);
  expect(spans.map(({ quote, entity }) => [quote, entity])).toEqual([["desmin", desmin]]);
});

test("a later item may speak of the entity of an earlier one", () => {
  const db = newProject();
  const report = addReport(db);
  addEntityList(db, ana, {
    report,
    items: [item("desmin", "new", "positive"), item("SMA", 0, "positive")],
  });
  expect(marks(db, report, "Ana").entities).toEqual(["marker desmin"]);
});

test("words that the report does not say, and entities of others, leave nothing of the list", () => {
  const db = newProject();
  const report = addReport(db);
  const made = addEntity(db, ben, { report, kind: "marker", name: "desmin", spans: [] });
  const before = dump(db);
  const good = item("desmin", "new", "positive");
  const others = item("SMA", made.put.entities[0]?.id ?? "", "positive");
  const wrong = { ...good, mark: { ...draft("SMA"), quote: "CD34" } };
  for (const bad of [others, item("SMA", 7, "positive"), wrong])
    expect(() => addEntityList(db, ana, { report, items: [good, bad] })).toThrow(/no longer|CD34/);
  expect(dump(db)).toEqual(before);
});
