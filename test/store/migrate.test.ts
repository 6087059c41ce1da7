import { existsSync } from "node:fs";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { applicationId, closeProject, openProject } from "../../electron/store/database.ts";
import { migrate, newestSchema, schemaVersion } from "../../electron/store/migrate.ts";
import { temporaryFolder } from "./project.ts";

const tables = (db: Database.Database) =>
  db
    .prepare("SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main'")
    .pluck()
    .all()
    .filter((name) => !String(name).startsWith("sqlite"))
    .toSorted();

test("0001 makes every table of an empty database", () => {
  const db = new Database(":memory:");
  migrate(db, 1);
  expect(schemaVersion(db)).toBe(1);
  expect(tables(db)).toEqual([
    "entity",
    "event",
    "grouping",
    "history",
    "layer",
    "layer_source",
    "project",
    "relation",
    "report",
    "report_text",
    "scheme",
    "source_file",
    "span",
  ]);
  expect(db.pragma("foreign_key_check")).toEqual([]);
});

test("a database that is up to date is left as it is", () => {
  const db = new Database(":memory:");
  migrate(db);
  const before = db.prepare("SELECT * FROM sqlite_schema").all();
  migrate(db);
  expect(db.prepare("SELECT * FROM sqlite_schema").all()).toEqual(before);
  expect(schemaVersion(db)).toBe(newestSchema);
});

test("a project from a newer app is refused, untouched", () => {
  const db = new Database(":memory:");
  db.pragma("user_version = 999");
  expect(() => migrate(db)).toThrow(expect.objectContaining({ code: "project-too-new" }));
  expect(schemaVersion(db)).toBe(999);
  expect(tables(db)).toEqual([]);
});

test("before an older project is brought up to date, a copy is laid beside it", () => {
  const file = `${temporaryFolder()}/old.casemark`;
  const old = new Database(file);
  old.pragma(`application_id = ${applicationId}`);
  old.exec("CREATE TABLE older (name TEXT); INSERT INTO older VALUES ('kept')");
  old.close();

  closeProject(openProject(file));

  const backup = `${file}.version-0.backup`;
  expect(existsSync(backup)).toBe(true);
  const copy = new Database(backup, { readonly: true });
  expect(copy.prepare("SELECT name FROM older").pluck().all()).toEqual(["kept"]);
  expect(copy.pragma("application_id", { simple: true })).toBe(applicationId);
  expect(schemaVersion(copy)).toBe(0);
  copy.close();
});

test("0005 makes everybody sure of what there is, without a note on reports", () => {
  const db = new Database(":memory:");
  migrate(db, 3);
  db.exec(`INSERT INTO report VALUES (1, 'r', 'present', 'r', 'r', 'r.txt', 6, '{}', '[]', '[]', 1);
           INSERT INTO layer VALUES ('l', 'r', 'Ana', 'open', '{}');
           INSERT INTO entity VALUES ('e', 'l', 'marker', 'CD34', '[]', '{}', '');
           INSERT INTO span VALUES ('s', 'l', 'marker', 0, 4, '[[0,4]]', 'CD34', '{}', 'e', '', '')`);
  migrate(db, 5);
  for (const table of ["span", "entity", "layer"])
    expect(db.prepare(`SELECT unsure, note FROM ${table}`).all()).toEqual([
      { unsure: 0, note: "" },
    ]);
});

test("0006 finds which annotations, layers and reports the steps of before touched", () => {
  const db = new Database(":memory:");
  migrate(db, 5);
  const row = { id: "s", layer: "r/Ana" };
  const changes = [
    [{ table: "presence", reports: ["r", "q"], before: "removed", after: "present" }],
    [
      { table: "layer", id: "r/Ana", before: null, after: { id: "r/Ana" } },
      { table: "span", id: "s", before: null, after: row },
    ],
    [{ table: "span", id: "s", before: row, after: null }],
  ];
  const insert = db.prepare(
    `INSERT INTO history (at, annotator, operation, summary, changes, state)
     VALUES ('', 'Ana', '', '', ?, 'done')`,
  );
  for (const one of changes) insert.run(JSON.stringify(one));
  migrate(db, 6);
  const touches = db.prepare("SELECT target, step FROM history_touch ORDER BY step, target");
  expect(touches.raw().all()).toEqual([
    ["q", 1],
    ["r", 1],
    ["r/Ana", 2],
    ["s", 2],
    ["r/Ana", 3],
    ["s", 3],
  ]);
});

test("0007 keeps the schemes that the history tells of, and the current one", () => {
  const db = new Database(":memory:");
  migrate(db, 6);
  const row = (version: number, body: string) => ({ id: "scheme", version, body });
  const change = { table: "scheme", before: row(1, '"first"'), after: row(2, '"second"') };
  db.prepare(
    `INSERT INTO history (at, annotator, operation, summary, changes, state)
     VALUES ('then', 'Ana', '', 'changed it', ?, 'done')`,
  ).run(
    JSON.stringify([
      { table: "presence", reports: [] },
      { ...change, id: "scheme" },
    ]),
  );
  db.exec(`INSERT INTO scheme VALUES ('scheme', 2, '"second"')`);
  migrate(db, 7);
  const versions = db.prepare("SELECT version, annotator, at, summary, body FROM scheme_version");
  expect(versions.all()).toEqual([
    { version: 1, annotator: "", at: "", summary: "", body: '"first"' },
    { version: 2, annotator: "Ana", at: "then", summary: "changed it", body: '"second"' },
  ]);
});

test("0008 makes what is searched for of spans and entities that were there before", () => {
  const db = new Database(":memory:");
  migrate(db, 7);
  db.exec(`
    INSERT INTO report (id, state, title, case_name, source, characters, metadata, sections, warnings)
    VALUES ('r', 'present', 'A report', 'P1', 'a.txt', 6, '{}', '[]', '[]');
    INSERT INTO layer (id, report, annotator, status, labels) VALUES ('r/Ana', 'r', 'Ana', 'open', '{}');
    INSERT INTO entity (id, layer, kind, name, codes, fields, note)
    VALUES ('e', 'r/Ana', 'marker', 'desmin', '[]', '{"result":"positive","percent":30}', '');
    INSERT INTO span (id, layer, label, start, "end", ranges, quote, attributes, entity, note)
    VALUES ('s', 'r/Ana', 'marker', 0, 6, '[[0,6]]', 'desmin', '{"negated":true,"sides":["left","right"]}', 'e', '')`);
  migrate(db, 8);
  const rows = (table: string) => db.prepare(`SELECT name, value FROM ${table}`).raw().all();
  expect({ attributes: rows("span_attribute"), fields: rows("entity_field") }).toEqual({
    attributes: [
      ["negated", "true"],
      ["sides", "left"],
      ["sides", "right"],
    ],
    fields: [
      ["percent", 30],
      ["result", "positive"],
    ],
  });
  db.exec("DELETE FROM report");
  expect([...rows("span_attribute"), ...rows("entity_field")]).toEqual([]);
});

test("0009 lays the fields of entities beside the spans that speak of them, and keeps them true", () => {
  const db = new Database(":memory:");
  migrate(db, 8);
  db.exec(`
    INSERT INTO report (id, state, title, case_name, source, characters, metadata, sections, warnings)
    VALUES ('r', 'present', 'A report', 'P1', 'a.txt', 6, '{}', '[]', '[]');
    INSERT INTO layer (id, report, annotator, status, labels) VALUES ('r/Ana', 'r', 'Ana', 'open', '{}');
    INSERT INTO entity (id, layer, kind, name, codes, fields, note)
    VALUES ('e', 'r/Ana', 'marker', 'desmin', '[]', '{"result":"positive"}', '');
    INSERT INTO span (id, layer, label, start, "end", ranges, quote, attributes, entity, note)
    VALUES ('s', 'r/Ana', 'marker', 0, 6, '[[0,6]]', 'desmin', '{}', 'e', '')`);
  migrate(db, 9);
  const rows = () => db.prepare("SELECT value, label, kind, span FROM span_field").raw().all();
  expect(rows()).toEqual([["positive", "marker", "marker", "s"]]);
  db.exec("UPDATE entity SET kind = 'drug'; UPDATE span SET label = 'drug'");
  expect(rows()).toEqual([["positive", "drug", "drug", "s"]]);
  db.exec("UPDATE span SET entity = NULL");
  expect(rows()).toEqual([]);
  db.exec("UPDATE span SET entity = 'e'; DELETE FROM report");
  expect(rows()).toEqual([]);
});

test("0010 lets many new names come without the tables beside them, for as long as it says so", () => {
  const db = new Database(":memory:");
  migrate(db, 9);
  db.exec(`
    INSERT INTO report (id, state, title, case_name, source, characters, metadata, sections, warnings)
    VALUES ('r', 'present', 'A report', 'P1', 'a.txt', 6, '{}', '[]', '[]');
    INSERT INTO layer (id, report, annotator, status, labels) VALUES ('r/Ana', 'r', 'Ana', 'open', '{}');
    INSERT INTO entity (id, layer, kind, name, codes, fields, note)
    VALUES ('e', 'r/Ana', 'marker', 'desmin', '[]', '{"result":"positive"}', '');
    INSERT INTO span (id, layer, label, start, "end", ranges, quote, attributes, entity, note)
    VALUES ('s', 'r/Ana', 'marker', 0, 6, '[[0,6]]', 'desmin', '{"negated":true}', 'e', '')`);
  migrate(db, 10);
  const rows = () =>
    db
      .prepare(
        `SELECT a.label, f.label, f.kind FROM span_attribute AS a JOIN span_field AS f USING (span)`,
      )
      .raw()
      .all();
  const rename = (to: string) =>
    db.exec(`UPDATE entity SET kind = '${to}'; UPDATE span SET label = '${to}'`);
  rename("drug");
  expect(rows()).toEqual([["drug", "drug", "drug"]]);
  db.exec("INSERT INTO renaming VALUES (1)");
  rename("marker");
  expect(rows()).toEqual([["drug", "drug", "drug"]]);
  db.exec("DELETE FROM renaming");
  rename("stain");
  expect(rows()).toEqual([["stain", "stain", "stain"]]);
});

test("0011 knows the entities that no span speaks of, and goes on knowing them", () => {
  const db = new Database(":memory:");
  migrate(db, 10);
  db.exec(`
    INSERT INTO report (id, state, title, case_name, source, characters, metadata, sections, warnings)
    VALUES ('r', 'present', 'A report', 'P1', 'a.txt', 6, '{}', '[]', '[]');
    INSERT INTO layer (id, report, annotator, status, labels) VALUES ('r/Ana', 'r', 'Ana', 'open', '{}');
    INSERT INTO entity (id, layer, kind, name, codes, fields, note)
    VALUES ('bare', 'r/Ana', 'marker', 'SMA', '[]', '{}', ''), ('e', 'r/Ana', 'marker', 'desmin', '[]', '{}', '');
    INSERT INTO span (id, layer, label, start, "end", ranges, quote, attributes, entity, note)
    VALUES ('s', 'r/Ana', 'marker', 0, 6, '[[0,6]]', 'desmin', '{}', 'e', '')`);
  migrate(db, 11);
  const bare = () => db.prepare("SELECT entity FROM bare_entity").pluck().all();
  expect(bare()).toEqual(["bare"]);
  db.exec("UPDATE span SET entity = 'bare'");
  expect(bare()).toEqual(["e"]);
  db.exec("UPDATE span SET entity = NULL");
  expect(bare()).toEqual(["bare", "e"]);
  db.exec("UPDATE span SET entity = 'e'; DELETE FROM entity WHERE id = 'bare'");
  expect(bare()).toEqual([]);
  db.exec("DELETE FROM span");
  expect(bare()).toEqual(["e"]);
  db.exec("DELETE FROM report");
  expect(bare()).toEqual([]);
});
