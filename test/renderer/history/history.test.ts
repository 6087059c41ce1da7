import { expect, test } from "vitest";
import { shownThen } from "../../../renderer/history/shown-then.ts";
import { isTakenBack, stepRows, titleOf } from "../../../renderer/history/step-rows.ts";
import type { HistoryStep } from "../../../shared/contract/history.ts";
import type { Layer, Span } from "../../../shared/model/annotation.ts";
import { defaultScheme } from "../../../shared/scheme/default-scheme.ts";

const step = (id: number, at: string, state: HistoryStep["state"] = "done"): HistoryStep => ({
  ...{ id, at, state, annotator: "Ana", report: "r", summary: "marked “CD34” as marker" },
});

test("steps stand below their days", () => {
  const rows = stepRows(
    [step(3, "2026-02-02T10"), step(2, "2026-02-02T09"), step(1, "2026-02-01T09")],
    (at) => at.slice(0, 10),
  );
  expect(rows.map(({ id, isHeading = false }) => [id, isHeading])).toEqual([
    ["day 2026-02-02", true],
    ["3", false],
    ["2", false],
    ["day 2026-02-01", true],
    ["1", false],
  ]);
});

test("an undo says what it undid, and what was undone is told apart", () => {
  expect(titleOf(step(1, ""))).toBe("Marked “CD34” as marker");
  expect(titleOf(step(1, "", "undo"))).toBe("Undid: marked “CD34” as marker");
  expect(
    (["done", "undone", "abandoned", "undo"] as const).map((state) =>
      isTakenBack(step(1, "", state)),
    ),
  ).toEqual([false, true, true, false]);
});

test("a span that is other now has a label of the same look that says so", () => {
  const span = (id: string): Span => ({
    ...{ id, label: "marker", ranges: [{ start: 0, end: 4 }], quote: "CD34" },
    ...{ attributes: {}, entity: null, note: "" },
  });
  const nothing = { entities: [], relations: [], events: [], groups: [], labels: {} };
  const spans = [span("a"), span("b"), span("c")];
  const layer: Layer = { id: "l", annotator: "Ana", status: "open", spans, ...nothing };
  const common = { what: "spans", name: "CD34", label: "marker", parts: [] } as const;
  const differences = [
    { ...common, id: "a", since: "removed" as const, parts: [] },
    { ...common, id: "b", since: "changed" as const, parts: [] },
  ];
  const shown = shownThen({ layer, differences }, defaultScheme.labels);
  expect(shown.spans.map(({ label }) => label)).toEqual([
    "marker gone",
    "marker changed",
    "marker",
  ]);
  const colours = shown.labels
    .filter(({ name }) => name.startsWith("marker"))
    .map(({ colour }) => colour);
  expect(new Set(colours).size).toBe(1);
});
