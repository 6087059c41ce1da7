import { expect, test } from "vitest";
import type { ReadDb } from "../../../electron/store/database.ts";
import { candidatesStatement } from "../../../electron/store/search/candidates.ts";
import { scopeOf, teachWords } from "../../../electron/store/search/names.ts";
import { parseQuery } from "../../../shared/search/parse.ts";
import { addReport, layer, newProject, sentence, span } from "../project.ts";

/** A project in which the names that are looked for stand for something. */
function project(): ReadDb {
  const db = newProject();
  const entity = { id: "e", kind: "marker", name: "CD34", codes: [], fields: {}, note: "" };
  const spans = [span("s", "desmin", { entity: "e" })];
  addReport(db, sentence, { layers: [layer("Ana", { spans, entities: [entity] })] });
  teachWords(db);
  return db;
}

/** How SQLite looks a query up: one line for each table, as EXPLAIN QUERY PLAN says it. */
function plan(db: ReadDb, query: string): string[] {
  return parseQuery(query).groups.flatMap((group) => {
    const { sql, values } = candidatesStatement(db, group, scopeOf(db, group, "Ana"));
    return db
      .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(values)
      .map(({ detail }) => detail);
  });
}

/** What the few rows have that are noted, doubted, flagged or without a span is gone through whole. */
const isSmall = (line: string) =>
  /json_each|VIRTUAL TABLE|INDEX span_(note|unsure|flag)|SCAN bare_entity/.test(line);

const queries = [
  "desmin",
  "desmin SMA -CD34",
  "NEAR(desmin SMA, 3)",
  "label:marker",
  "label:marker desmin",
  "attr:negated",
  "attr:size>3 label:marker",
  "attr:negated attr:uncertain",
  "field:result=positive",
  "field:result=positive label:marker",
  "entity:CD34",
  "entity:CD34 field:result=positive",
  "kind:drug",
  "kind:drug label:drug",
  "kind:drug field:dose=*",
  "attr:negated field:percent>50 -attr:uncertain",
  "text:desmin label:marker by:anyone field:result=positive status:open",
  "is:linked",
  "note:check",
  "is:unsure",
  "is:flagged",
  "is:marked",
  "by:anyone label:marker",
  "status:open desmin",
  "status:new",
  "case:P1*",
  "text:desmin label:marker",
  "-label:marker",
];

test("no query goes through a table from end to end", () => {
  const db = project();
  const told = queries.map((query) => ({
    query,
    scans: plan(db, query).filter((line) => line.startsWith("SCAN ") && !isSmall(line)),
    reports: plan(db, query).some((line) => /report USING.* INDEX report_place/.test(line)),
  }));
  expect(told).toEqual(queries.map((query) => ({ query, scans: [], reports: true })));
});

test("what a search asks of spans comes from the indexes made for it", () => {
  const db = project();
  const uses = (query: string, index: string) =>
    expect(plan(db, query)).toContainEqual(
      expect.stringContaining(`USING COVERING INDEX ${index}`),
    );
  uses("label:marker", "span_label (label=?)");
  uses("label:marker desmin*", "span_quote (quote=? AND label=?)");
  uses("entity:CD34", "span_entity");
  uses("is:unsure label:drug", "span_unsure");
  uses("note:check", "span_note");
  uses("is:linked", "span_linked (layer=? AND entity>?)");
  uses("kind:marker", "entity_kind (kind=?)");
  uses("kind:marker is:linked", "entity_kind (kind=? AND layer=?)");
  for (const query of ["attr:negated", "field:result=positive label:marker"])
    expect(plan(db, query)).toContainEqual(
      expect.stringContaining("SEARCH own USING PRIMARY KEY (name=?"),
    );
});
