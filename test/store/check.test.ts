import { expect, test } from "vitest";
import { checkProject } from "../../electron/store/check.ts";
import { addSpan } from "../../electron/store/spans.ts";
import { addReport, ana, draft, layer, newProject, span } from "./project.ts";

function begun() {
  const db = newProject();
  const report = addReport(db);
  addSpan(db, ana, report, draft("desmin"));
  return { db, report, found: () => [...checkProject(db)] };
}

test("a project that only Casemark has written is sound", () => {
  expect(begun().found()).toEqual([]);
});

test.each([
  [
    "a text that is not the imported one",
    "UPDATE report_text SET text = replace(text, 'tumour', 'TUMOUR')",
    { kind: "text", message: "case-1: the text is not the one that was imported." },
  ],
  [
    "a quote that the text does not have",
    "UPDATE span SET quote = 'Desmin'",
    { kind: "quote", message: "case-1: Ana's marker “Desmin” is not what the text says there." },
  ],
  [
    "a place outside the text",
    `UPDATE span SET ranges = '[[5000, 5006]]', start = 5000, "end" = 5006`,
    { kind: "offset", message: "case-1: Ana's marker “desmin” lies outside the text." },
  ],
  [
    "a label that the scheme lacks",
    "UPDATE span SET label = 'unheard-of'",
    { kind: "scheme", message: expect.stringContaining("unheard-of") },
  ],
  [
    "a row without its parent",
    "UPDATE span SET entity = 'nobody'",
    { kind: "database", message: "a row of span points to a entity that is not there." },
  ],
])("%s is found", (_, damage, problem) => {
  const { db, found } = begun();
  db.pragma("foreign_keys = OFF");
  db.exec(damage);
  expect(found()).toContainEqual(expect.objectContaining(problem));
});

test("links to what is not there are found", () => {
  const db = newProject();
  const report = addReport(db, undefined, {
    layers: [
      layer("Ana", {
        spans: [span("s1", "desmin"), span("s2", "SMA")],
        relations: [{ id: "r", label: "has", from: "s1", to: "s2", attributes: {}, note: "" }],
      }),
    ],
  });
  db.exec("UPDATE relation SET to_id = 'nobody'");
  expect([...checkProject(db)]).toContainEqual({
    kind: "reference",
    report,
    message: "case-1: Ana's has points to something that is not there.",
  });
});
