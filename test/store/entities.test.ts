import { expect, test } from "vitest";
import type { WriteDb } from "../../electron/store/database.ts";
import {
  addEntity,
  mergeEntities,
  removeEntity,
  splitEntity,
  updateEntity,
} from "../../electron/store/entities.ts";
import { addSpan } from "../../electron/store/spans.ts";
import { addReport, ana, ben, draft, marks, newProject, problems } from "./project.ts";

const icdO = { system: "ICD-O-3", code: "8890/3", display: "Leiomyosarcoma, NOS" };
const other = { system: "SNOMED CT", code: "443719001", display: "Leiomyosarcoma" };

/** Marks words with a new entity each; answers the identifiers. */
function marked(db: WriteDb, report: string, ...words: string[]) {
  return words.map((each) => {
    const [span] = addSpan(db, ana, report, draft(each, { entity: "new" })).put.spans;
    return { span: span?.id ?? "", entity: span?.entity ?? "" };
  });
}

test("an entity is made of marks, and takes them from the bare ones they had", () => {
  const db = newProject();
  const report = addReport(db);
  const [first, second] = marked(db, report, "desmin", "SMA");
  const spans = [first?.span ?? "", second?.span ?? ""];

  const change = addEntity(db, ana, { report, kind: "marker", name: "muscle markers", spans });

  expect(change.summary).toBe("added marker “muscle markers”");
  expect(marks(db, report, "Ana")).toEqual({
    spans: ["desmin: marker → marker muscle markers", "SMA: marker → marker muscle markers"],
    entities: ["marker muscle markers"],
  });
});

test("an update of an entity changes what it names", () => {
  const db = newProject();
  const report = addReport(db);
  const [{ entity } = { entity: "" }] = marked(db, report, "desmin");
  updateEntity(db, ana, entity, { fields: { result: "positive" } });
  const change = updateEntity(db, ana, entity, { name: "Desmin", codes: [icdO] });
  expect(change.put.entities).toEqual([
    {
      id: entity,
      kind: "marker",
      name: "Desmin",
      codes: [icdO],
      fields: { result: "positive" },
      note: "",
    },
  ]);
  expect(change.summary).toBe("renamed marker “desmin” to “Desmin”");
});

test("merging keeps the first one's values and fills them with the others'", () => {
  const db = newProject();
  const report = addReport(db);
  const [a, b, c] = marked(db, report, "desmin", "SMA", "h-caldesmon").map(({ entity }) => entity);
  if (!a || !b || !c) throw new Error("three entities");
  updateEntity(db, ana, a, { codes: [icdO], fields: { result: "positive" }, note: "first" });
  updateEntity(db, ana, b, {
    codes: [icdO, other],
    fields: { result: "negative", extent: "focal" },
    note: "second",
  });

  const change = mergeEntities(db, ana, { into: a, from: [b, c, b, a] });

  expect(change.put.entities).toEqual([
    {
      id: a,
      kind: "marker",
      name: "desmin",
      codes: [icdO, other],
      fields: { result: "positive", extent: "focal" },
      note: "first\nsecond",
    },
  ]);
  expect(change.removed.toSorted()).toEqual([b, c].toSorted());
  expect(marks(db, report, "Ana").spans).toEqual([
    "desmin: marker → marker desmin",
    "SMA: marker → marker desmin",
    "h-caldesmon: marker → marker desmin",
  ]);
  expect(problems(db)).toEqual([]);
});

test("splitting moves marks to a copy of the entity", () => {
  const db = newProject();
  const report = addReport(db);
  const [{ entity, span } = { entity: "", span: "" }] = marked(db, report, "desmin");
  addSpan(db, ana, report, draft("SMA", { entity }));
  updateEntity(db, ana, entity, { fields: { result: "positive" } });

  const change = splitEntity(db, ana, { entity, spans: [span], name: "Desmin, repeated" });

  expect(change.put.entities).toMatchObject([
    { name: "Desmin, repeated", fields: { result: "positive" } },
  ]);
  expect(marks(db, report, "Ana").spans).toEqual([
    "desmin: marker → marker Desmin, repeated",
    "SMA: marker → marker desmin",
  ]);
});

test("a removed entity leaves its marks, unlinked", () => {
  const db = newProject();
  const report = addReport(db);
  const [{ entity } = { entity: "" }] = marked(db, report, "desmin");
  removeEntity(db, ana, entity);
  expect(marks(db, report, "Ana")).toEqual({ spans: ["desmin: marker"], entities: [] });
});

test("an entity takes no marks of another report, and splits off none that are not its own", () => {
  const db = newProject();
  const [here, there] = [addReport(db), addReport(db)];
  const [mine] = marked(db, here, "desmin");
  const [foreign] = marked(db, there, "SMA");
  if (!mine || !foreign) throw new Error("two marks");
  const wrong = expect.objectContaining({ code: "wrong-use" });
  const make = { report: here, kind: "marker", name: "x", spans: [foreign.span] };
  expect(() => addEntity(db, ana, make)).toThrow(wrong);
  expect(() => mergeEntities(db, ana, { into: mine.entity, from: [foreign.entity] })).toThrow(
    wrong,
  );
  expect(() =>
    splitEntity(db, ana, { entity: mine.entity, spans: [foreign.span], name: "x" }),
  ).toThrow(wrong);
  expect(marks(db, here, "Ana").spans).toEqual(["desmin: marker → marker desmin"]);
});

test("nobody changes another annotator's entities", () => {
  const db = newProject();
  const report = addReport(db);
  const [{ entity } = { entity: "" }] = marked(db, report, "desmin");
  const notFound = expect.objectContaining({ code: "not-found" });
  expect(() => updateEntity(db, ben, entity, { name: "x" })).toThrow(notFound);
  expect(() => removeEntity(db, ben, entity)).toThrow(notFound);
  expect(() => removeEntity(db, ana, "nothing")).toThrow(notFound);
});
