import { expect, test } from "vitest";
import type { Session } from "../../electron/api/session.ts";
import { setLayerStatus } from "../../electron/store/layers.ts";
import { binShifts } from "../../shared/plots/shift-histogram.ts";
import type { AskedFilter } from "../../shared/review/filter.ts";
import { addReport, ben, layer, span } from "../store/project.ts";
import { ask, newSession } from "./session.ts";

const done = { status: "done" } as const;

function addReports(session: Session, count: number): string[] {
  return Array.from({ length: count }, (_, at) =>
    addReport(session.db, undefined, {
      name: `case-${at + 1}`,
      layers: [
        layer("Ana", {
          ...done,
          spans: [span("a1", "tumour", { label: "diagnosis" }), span("a2", "desmin")],
        }),
        layer("Ben", {
          ...done,
          spans: [
            span("b1", "The tumour", { label: "diagnosis" }),
            span("b2", "desmin", { label: "drug" }),
            span("b3", "SMA"),
          ],
        }),
      ],
    }),
  );
}

const count = async (session: Session, filter: AskedFilter) =>
  (await ask(session, "review.list", { filter })).total;

test("every piece of a bar and every bin of shifts leads to as many differences as it says", async () => {
  const { session } = newSession();
  addReports(session, 2);
  const { typesByLabel, shifts } = await ask(session, "review.survey", { filter: {} });
  expect(typesByLabel.map((one) => [one.type, one.label, one.count])).toEqual([
    ["boundary", "diagnosis", 2],
    ["label", "drug", 2],
    ["label", "marker", 2],
    ["missing", "marker", 2],
  ]);
  const bins = binShifts(shifts);
  expect(bins.map(({ edge, from, to, count: many }) => [edge, from, to, many])).toEqual([
    ["start", -4, -4, 2],
    ["end", 0, 0, 2],
  ]);
  for (const { behind, count: said } of [...typesByLabel, ...bins])
    expect({ behind, found: await count(session, behind) }).toEqual({ behind, found: said });
});

test("behind a figure lie only differences of what its annotators have finished", async () => {
  const { session } = newSession();
  const [first = ""] = addReports(session, 3);
  const measure = async (unfinished: boolean) => {
    const wish = { measures: ["f1-exact" as const], bootstrap: 0, unfinished };
    const { units, measures } = await ask(session, "agreement.measure", wish);
    return { units, found: await count(session, measures[0]?.behind ?? {}) };
  };
  expect(await measure(false)).toEqual({ units: 3, found: 9 });
  setLayerStatus(session.db, ben, first, "open");
  expect(await measure(false)).toEqual({ units: 2, found: 6 });
  expect(await measure(true)).toEqual({ units: 3, found: 9 });
});
