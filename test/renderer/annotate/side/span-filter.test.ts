import { expect, test } from "vitest";
import {
  everySpan,
  filterSpans,
  spanFilters,
} from "../../../../renderer/annotate/side/span-filter.ts";
import { defaultScheme } from "../../../../shared/scheme/default-scheme.ts";
import { span } from "../../state/builders.ts";

const linked = span("s1", [[0, 4]], { quote: "CD34", entity: "e1" });
const lost = span("s2", [[9, 13]], { quote: "S100", flag: "Its words changed." });
const unknown = span("s3", [[20, 24]], { quote: "cd 34", label: "gene", note: "which?" });
const order = [linked, lost, unknown];

const named = (label: string) =>
  spanFilters(order, defaultScheme).find((filter) => filter.label === label) ?? everySpan;
const found = (label: string, words = "") =>
  filterSpans(order, named(label), words).map(({ id }) => id);

test("spans that lost their entity, or whose label the scheme has no more, are listed", () => {
  expect(found("Without an entity (1)")).toEqual(["s2"]);
  expect(found("gene (not in the scheme)")).toEqual(["s3"]);
  const without = { ...defaultScheme, labels: [] };
  expect(spanFilters(order, without).map(({ label }) => label)).toEqual([
    "All labels",
    "To look at (1)",
    "With a note (1)",
    "marker (not in the scheme)",
    "gene (not in the scheme)",
  ]);
});

test("spans are found by their words, in any case", () => {
  expect(found("All labels", "Cd")).toEqual(["s1", "s3"]);
  expect(found("To look at (1)", "cd")).toEqual([]);
  expect(filterSpans(order, everySpan, " ")).toBe(order);
});
