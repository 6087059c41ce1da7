import fc from "fast-check";
import { expect, test } from "vitest";
import { closeProject, type ReadDb } from "../../../electron/store/database.ts";
import { nextSteps, redo, undo } from "../../../electron/store/history.ts";
import { rewriteProject } from "../../../electron/store/scheme/rewriting.ts";
import { SchemeChange } from "../../../shared/scheme/rewrite-changes.ts";
import { addReport, ana, ben, layer, sentence, span } from "../project.ts";
import { attempt, begin, dice, play } from "../random-work.ts";

type Value = string | number | true | (string | number | true)[];

/** What the tables that searches read hold. */
const held = (db: ReadDb) => ({
  attributes: sorted(rowsOf(db, "SELECT name, value, label, layer, span FROM span_attribute")),
  fields: sorted(rowsOf(db, "SELECT name, value, entity FROM entity_field")),
  spanFields: sorted(rowsOf(db, "SELECT name, value, label, kind, layer, span FROM span_field")),
  bare: sorted(rowsOf(db, "SELECT entity FROM bare_entity")),
});

/** What they would hold if they were made anew. */
function madeAnew(db: ReadDb): ReturnType<typeof held> {
  const spans = rowsOf(db, "SELECT id, label, layer, attributes, entity FROM span");
  const entities = rowsOf(db, "SELECT id, kind, fields FROM entity");
  return {
    attributes: sorted(
      spans.flatMap(([id, label, layer, attributes]) =>
        valuesOf(attributes).map((pair) => [...pair, label, layer, id]),
      ),
    ),
    fields: sorted(
      entities.flatMap(([id, , fields]) => valuesOf(fields).map((pair) => [...pair, id])),
    ),
    spanFields: sorted(
      entities.flatMap(([entity, kind, fields]) =>
        spans
          .filter((span) => span[4] === entity)
          .flatMap(([id, label, layer]) =>
            valuesOf(fields).map((pair) => [...pair, label, kind, layer, id]),
          ),
      ),
    ),
    bare: sorted(
      entities.filter(([id]) => !spans.some((span) => span[4] === id)).map(([id]) => [id]),
    ),
  };
}

function rowsOf(db: ReadDb, sql: string): unknown[][] {
  return db
    .prepare<[], Record<string, unknown>>(sql)
    .all()
    .map((row) => Object.values(row));
}

function valuesOf(json: unknown): unknown[][] {
  const all: Record<string, Value> = JSON.parse(String(json));
  return Object.entries(all).flatMap(([name, given]) =>
    [given].flat().map((value) => [name, value === true ? "true" : value]),
  );
}

const sorted = (rows: unknown[][]) => rows.map((row) => JSON.stringify(row)).sort();

const name = fc.constantFrom("marker", "diagnosis", "drug", "procedure", "unheard-of");
const at = (list: string, of: string | null = null) => name.map((one) => ({ list, of, name: one }));
const change = fc.oneof(
  fc.record({ do: fc.constant("rename"), subject: at("labels"), to: fc.constant("antibody") }),
  fc.record({ do: fc.constant("rename"), subject: at("kinds"), to: fc.constant("thing") }),
  fc.record({ do: fc.constant("merge"), subject: at("labels"), into: name }),
  fc.record({ do: fc.constant("merge"), subject: at("kinds"), into: name }),
  fc.record({
    do: fc.constant("split"),
    label: name,
    parts: fc.constantFrom(
      [{ to: "stain", where: { by: "field", name: "result", value: "positive" } }],
      [{ to: "drug", where: { by: "words", words: ["desmin", "was positive"] } }],
    ),
  }),
  fc.record({
    do: fc.constant("rename"),
    subject: fc.constantFrom(
      { list: "fields", of: "marker", name: "result" },
      { list: "attributes", of: null, name: "negated" },
    ),
    to: fc.constant("outcome"),
  }),
);

/** Marks that have something in each of the tables. */
const facts = { name: "desmin", codes: [], note: "" };
const rich = layer("Ana", {
  entities: [
    { ...facts, id: "e1", kind: "marker", fields: { result: "positive", percent: 30 } },
    { ...facts, id: "e2", kind: "drug", fields: { result: "negative" } },
    { ...facts, id: "e3", kind: "procedure", fields: {} },
  ],
  spans: [
    span("r1", "desmin", { entity: "e1", attributes: { negated: true } }),
    span("r2", "SMA", { entity: "e2", label: "drug", attributes: { sides: ["left", "right"] } }),
    span("r3", "tumour", { entity: "e1", label: "diagnosis", attributes: { negated: true } }),
  ],
});

test("what searches read beside spans and entities is as if made anew after every rewrite, undone and done again", () => {
  let rewritten = 0;
  const property = fc.property(
    dice([ana, ben]),
    fc.array(change, { minLength: 3, maxLength: 6 }),
    (rolls, given) => {
      const db = begin();
      addReport(db, sentence, { layers: [rich] });
      play(db, rolls);
      const sound = () => expect(held(db)).toEqual(madeAnew(db));
      sound();
      for (const one of given) {
        if (attempt(db, () => rewriteProject(db, ana, [SchemeChange.parse(one)]))) rewritten += 1;
        sound();
      }
      for (const [step, direction] of [
        [undo, "undo"],
        [redo, "redo"],
      ] as const)
        for (let n = 0; n < given.length && nextSteps(db, ana.annotator)[direction]; n++) {
          attempt(db, () => step(db, ana));
          sound();
        }
      expect(rowsOf(db, "SELECT id FROM renaming")).toEqual([]);
      closeProject(db);
    },
  );
  fc.assert(property, { numRuns: 15 });
  expect(rewritten).toBeGreaterThan(15);
}, 180_000);
