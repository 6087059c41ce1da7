import { expect, test } from "vitest";
import {
  asTabs,
  choiceFor,
  columnsOf,
  readValue,
  rowsOf,
  sorted,
} from "../../../../renderer/annotate/entities/table/columns.ts";
import type { Entity, Span } from "../../../../shared/model/annotation.ts";
import { defaultScheme } from "../../../../shared/scheme/default-scheme.ts";

const marker = defaultScheme.kinds.find(({ name }) => name === "marker")!;
const columns = columnsOf(marker);

const entity = (name: string, fields: Entity["fields"], kind = "marker"): Entity => ({
  id: name,
  kind,
  name,
  codes: [],
  fields,
  note: "",
});

const span = (id: string, start: number, of: string): Span => ({
  id,
  label: "marker",
  ranges: [{ start, end: start + 3 }],
  quote: of,
  attributes: {},
  entity: of,
  note: "",
});

const entities = new Map(
  [
    entity("Ki-67", { result: "positive", percent: 5 }),
    entity("SMA", { result: "negative" }),
    entity("CD34", { result: "positive", percent: 30, extent: "focal" }),
    entity("desmin", {}),
    entity("lymphoma", {}, "diagnosis"),
  ].map((each) => [each.id, each]),
);
const spans = new Map([
  ["SMA", [span("1", 10, "SMA"), span("2", 90, "SMA")]],
  ["CD34", [span("3", 40, "CD34")]],
]);
const rows = rowsOf("marker", entities, spans);
const names = (by: string | null, isDescending = false) =>
  sorted(rows, columns, { by, isDescending }).map(({ id }) => id);

test("a table has the kind's fields as its columns", () => {
  expect(columns.map(({ title }) => title)).toEqual([
    ...["marker", "result", "extent", "percent (%)", "intensity", "method", "clone", "marks"],
  ]);
});

test("rows stand as in the text, and sort by what a column says with nothing last", () => {
  expect(names(null)).toEqual(["SMA", "CD34", "Ki-67", "desmin"]);
  expect(names("name")).toEqual(["CD34", "desmin", "Ki-67", "SMA"]);
  expect(names("field percent")).toEqual(["Ki-67", "CD34", "SMA", "desmin"]);
  expect(names("field percent", true)).toEqual(["CD34", "Ki-67", "SMA", "desmin"]);
  expect(names("field result")).toEqual(["CD34", "Ki-67", "SMA", "desmin"]);
  expect(names("marks", true)).toEqual(["SMA", "CD34", "Ki-67", "desmin"]);
});

test("it is copied with titles and tabs, each entity on one line", () => {
  const odd = rowsOf("marker", new Map([["a", entity("A\tB\nC", { result: "positive" })]]), spans);
  expect(asTabs(columns, odd)).toBe(
    "marker\tresult\textent\tpercent (%)\tintensity\tmethod\tclone\tmarks\nA B C\tpositive\t\t\t\t\t\t0",
  );
});

test("what is written into a cell becomes a value of its field, or nothing", () => {
  const field = (name: string) => marker.fields.find((each) => each.name === name)!;
  expect(readValue(field("percent"), "12,5 %")).toBe(12.5);
  expect(readValue(field("percent"), "many")).toBeUndefined();
  expect(readValue(field("percent"), " ")).toBeNull();
  expect(readValue(field("result"), "Negative")).toBe("negative");
  expect(readValue(field("result"), "perhaps")).toBeUndefined();
  expect(readValue(field("clone"), " 1A4 ")).toBe("1A4");
});

test("a letter chooses the next choice that begins with it, a sign the result it stands for", () => {
  const choices = ["positive", "negative", "equivocal", "not stated"];
  expect(choiceFor(choices, "", "n")).toBe("negative");
  expect(choiceFor(choices, "negative", "n")).toBe("not stated");
  expect(choiceFor(choices, "not stated", "N")).toBe("negative");
  expect(choiceFor(choices, "", "+")).toBe("positive");
  expect(choiceFor(["focal", "diffuse"], "", "+")).toBeNull();
  expect(choiceFor(choices, "", "x")).toBeNull();
});
