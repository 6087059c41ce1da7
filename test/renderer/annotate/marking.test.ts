import { describe, expect, test } from "vitest";
import { entityRows } from "../../../renderer/annotate/entities/entity-rows.ts";
import {
  attributesOn,
  fieldLine,
  neighbour,
  withAttribute,
} from "../../../renderer/annotate/marking.ts";
import { outlineItems } from "../../../renderer/annotate/reading/outline-items.ts";
import { takesPartIn } from "../../../renderer/annotate/taking-part.ts";
import { initialState } from "../../../renderer/state/report-state.ts";
import { defaultScheme } from "../../../shared/scheme/default-scheme.ts";
import { entity, openReport, span } from "../state/builders.ts";

const fieldsOf = (kind: string) =>
  defaultScheme.kinds.find(({ name }) => name === kind)?.fields ?? [];

describe("an entity in one line", () => {
  test("reads like a row of an immunohistochemistry table, in the scheme's order", () => {
    const fields = { method: "IHC", percent: 90, extent: "diffuse", result: "positive" };
    const line = fieldLine(entity("e1", { fields }), fieldsOf("marker"));
    expect(line).toBe("positive · diffuse · 90 % · IHC");
  });

  test("shows values that the scheme does not know, flags by name and codes", () => {
    const codes = [{ system: "ICD-O-3", code: "8936/3", display: "GIST" }];
    const strange = entity("e1", { fields: { grade: "high", verified: true }, codes });
    expect(fieldLine(strange, [])).toBe("high · verified · 8936/3");
  });
});

test("an attribute that is taken away leaves no trace, the others stay", () => {
  expect(withAttribute({ negated: true, size: 3 }, "negated", null)).toEqual({ size: 3 });
  expect(withAttribute({ size: 3 }, "size", 4)).toEqual({ size: 4 });
});

test("attributes apply to their labels, and to all where none is named", () => {
  const grade = { name: "grade", type: "text", choices: [], unit: "", on: ["diagnosis"] } as const;
  const scheme = { ...defaultScheme, attributes: [{ ...grade, choices: [], on: ["diagnosis"] }] };
  expect(attributesOn(scheme, "marker")).toEqual([]);
  expect(attributesOn(scheme, "diagnosis")).toHaveLength(1);
});

describe("the next span", () => {
  const order = [span("a", [[0, 2]]), span("b", [[10, 12]]), span("c", [[20, 22]])];
  test("follows the active one, and ends at the last", () => {
    expect(neighbour(order, "b", 12, 1)?.id).toBe("c");
    expect(neighbour(order, "b", 10, -1)?.id).toBe("a");
    expect(neighbour(order, "c", 22, 1)).toBeNull();
  });
  test("follows the caret once that has left the active one", () => {
    expect(neighbour(order, "a", 15, 1)?.id).toBe("c");
    expect(neighbour(order, "a", 15, -1)?.id).toBe("b");
  });
  test("is the nearest to the caret while none is active", () => {
    expect(neighbour(order, null, 5, 1)?.id).toBe("b");
    expect(neighbour(order, null, 5, -1)?.id).toBe("a");
    expect(neighbour(order, null, 99, -1)?.id).toBe("c");
  });
});

test("entities stand below their kinds in the order in which the text speaks of them", () => {
  const state = initialState(
    openReport({
      spans: [span("s1", [[20, 24]], { entity: "e1" }), span("s2", [[3, 5]], { entity: "e2" })],
      entities: [entity("e1"), entity("e2"), entity("e3", { kind: "grade" })],
    }),
  );
  const rows = entityRows(state, defaultScheme, "");
  expect(rows.map(({ id, count }) => [id, count])).toEqual([
    ["kind marker", 2],
    ["e2", 1],
    ["e1", 1],
    ["kind grade", 1],
    ["e3", 0],
  ]);
  expect(entityRows(state, defaultScheme, "E2").map(({ id }) => id)).toEqual(["kind marker", "e2"]);
});

test("sections count the spans that begin in them, and tell how far they were read", () => {
  const sections = [
    { kind: "history", title: "History", start: 0, end: 10 },
    { kind: "diagnosis", title: "", start: 10, end: 30 },
  ] as const;
  const order = [span("a", [[0, 2]]), span("b", [[9, 12]]), span("c", [[10, 12]])];
  const items = outlineItems(sections, order, ["read", "unread"]);
  expect(items.map(({ title, count, status }) => [title, count, status])).toEqual([
    ["History", 2, "read"],
    ["Diagnosis", 1, "unread"],
  ]);
});

test("a span shows its relations, its events, the events it takes part in, and its groups", () => {
  const spans = ["s1", "s2", "s3"].map((id, at) =>
    span(id, [[at * 10, at * 10 + 5]], { quote: id.toUpperCase() }),
  );
  const shared = { attributes: {}, note: "" };
  const state = initialState(
    openReport({
      spans,
      relations: [
        {
          id: "r1",
          label: "MODIFIES",
          from: "s1",
          to: "s2",
          attributes: { sure: true },
          note: "see margin",
        },
      ],
      events: [
        {
          id: "v1",
          label: "Resection",
          trigger: "s2",
          arguments: [{ role: "Site", target: "s1" }],
          ...shared,
        },
      ],
      groups: [{ id: "g1", label: "Equiv", members: ["s1", "s3"], note: "" }],
    }),
  );
  expect(takesPartIn("s1", state)).toEqual([
    {
      id: "r1",
      relation: state.relations.get("r1"),
      what: "MODIFIES · sure",
      others: [{ role: "→", target: "s2", text: "S2" }],
    },
    { id: "v1 Site", what: "Site of Resection", others: [{ role: "", target: "s2", text: "S2" }] },
    { id: "g1", what: "Equiv (group)", others: [{ role: "", target: "s3", text: "S3" }] },
  ]);
  expect(takesPartIn("s2", state).map(({ what }) => what)).toEqual([
    "Resection (event)",
    "MODIFIES · sure",
  ]);
});

test("an entity takes part in the relations between entities", () => {
  const treats = { id: "r1", label: "TREATS", from: "e1", to: "e2", attributes: {}, note: "" };
  const state = initialState(
    openReport({ entities: [entity("e1"), entity("e2")], relations: [treats] }),
  );
  expect(takesPartIn("e2", state)).toEqual([
    {
      id: "r1",
      relation: treats,
      what: "TREATS",
      others: [{ role: "←", target: "e1", text: "e1" }],
    },
  ]);
});
