import { expect, test } from "vitest";
import {
  itemsOf,
  type ListLine,
  withResult,
} from "../../../../renderer/annotate/entities/list/listing.ts";
import { defaultScheme } from "../../../../shared/scheme/default-scheme.ts";

const line = (id: string, parts: Partial<ListLine> = {}): ListLine => ({
  id,
  label: "marker",
  kind: "marker",
  range: { start: 0, end: 3 },
  quote: id,
  name: id,
  fields: {},
  entity: "new",
  found: "new",
  span: null,
  isLikely: true,
  isTaken: true,
  ...parts,
});

test("a line speaks of the entity of an earlier one by its place among those that are taken", () => {
  const lines = [line("a", { isTaken: false }), line("b"), line("c"), line("d", { entity: 1 })];
  expect(itemsOf(lines).map(({ name, entity }) => [name, entity])).toEqual([
    ["b", "new"],
    ["c", "new"],
    ["d", 0],
  ]);
});

test("the first line that is taken of one entity makes it", () => {
  const lines = [line("a", { isTaken: false }), line("b", { entity: 0 })];
  expect(itemsOf(lines).map(({ entity }) => entity)).toEqual(["new"]);
});

test("words that are marked already are linked and not marked again", () => {
  expect(itemsOf([line("a", { span: "s", entity: "e" })])[0]).toMatchObject({
    mark: { span: "s" },
    entity: "e",
  });
});

test("a result goes into the field that has it, and takes the line", () => {
  const session = { scheme: defaultScheme };
  const refused = line("a", { isTaken: false });
  expect(withResult(refused, "negative", session)).toMatchObject({
    isTaken: true,
    fields: { result: "negative" },
  });
  const drug = line("b", { kind: "drug", isTaken: false });
  expect(withResult(drug, "negative", session)).toBe(drug);
});
