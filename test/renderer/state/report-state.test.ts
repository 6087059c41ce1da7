import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  initialState,
  type ReportState,
  reduceReport,
} from "../../../renderer/state/report-state.ts";
import type { Entity, Span } from "../../../shared/model/annotation.ts";
import type { Change } from "../../../shared/model/change.ts";
import { change, entity, openReport, span } from "./builders.ts";

/** What can be worked out anew from the maps alone; the incremental indexes must say the same. */
function rebuilt(state: ReportState): ReportState {
  const fresh = initialState(
    openReport({ spans: [...state.spans.values()], entities: [...state.entities.values()] }),
  );
  return { ...fresh, report: state.report, active: state.active, offer: state.offer };
}

const apply = (state: ReportState, part: Partial<Change>) =>
  reduceReport(state, { type: "changed", change: change(part) });

const put = (spans: Span[], entities: Entity[] = []): Partial<Change> => ({
  put: { spans, entities, relations: [], events: [], groups: [] },
});

/** The change that takes back another one, as the history would answer it. */
function inverse(state: ReportState, { put: made, removed }: Change): Change {
  const ids = [...made.spans, ...made.entities].map(({ id }) => id);
  const touched = [...ids, ...removed];
  return change({
    removed: ids.filter((id) => !state.spans.has(id) && !state.entities.has(id)),
    ...put(
      touched.flatMap((id) => state.spans.get(id) ?? []),
      touched.flatMap((id) => state.entities.get(id) ?? []),
    ),
  });
}

const entityIds = ["e1", "e2", "e3"];
const arbitrarySpan = fc
  .record({
    number: fc.integer({ min: 0, max: 12 }),
    start: fc.integer({ min: 0, max: 60 }),
    length: fc.integer({ min: 1, max: 20 }),
    entity: fc.constantFrom(null, ...entityIds),
  })
  .map(({ number, start, length, entity: linked }) =>
    span(`s${number}`, [[start, start + length]], { entity: linked }),
  );
const arbitraryChange = fc
  .record({
    spans: fc.uniqueArray(arbitrarySpan, { selector: ({ id }) => id, maxLength: 5 }),
    removed: fc.uniqueArray(
      fc.integer({ min: 0, max: 12 }).map((n) => `s${n}`),
      { maxLength: 4 },
    ),
  })
  .map(({ spans, removed }) =>
    change({ ...put(spans), removed: removed.filter((id) => spans.every((s) => s.id !== id)) }),
  );

describe("the open report", () => {
  test("its indexes after any changes are those of a report opened afresh", () => {
    fc.assert(
      fc.property(fc.array(arbitraryChange, { maxLength: 8 }), (changes) => {
        const end = changes.reduce<ReportState>(
          (state, one) => reduceReport(state, { type: "changed", change: one }),
          initialState(openReport({ entities: entityIds.map((id) => entity(id)) })),
        );
        expect(end).toEqual(rebuilt(end));
      }),
    );
  });

  test("a change and its inverse leave it as it was", () => {
    fc.assert(
      fc.property(arbitraryChange, arbitraryChange, (first, second) => {
        const before = reduceReport(initialState(openReport({})), {
          type: "changed",
          change: first,
        });
        const after = reduceReport(before, { type: "changed", change: second });
        const back = reduceReport(after, { type: "changed", change: inverse(before, second) });
        expect(back).toEqual(before);
      }),
    );
  });

  test("parts that a change does not touch stay the same objects", () => {
    const before = initialState(openReport({ spans: [span("s1", [[0, 4]])] }));
    const after = apply(before, {
      layer: { status: "done", labels: {}, note: "", unsure: false },
    });
    expect(after.status).toBe("done");
    for (const part of ["spans", "order", "entities", "entitySpans", "relations"] as const)
      expect(after[part]).toBe(before[part]);
  });

  test("outer spans come before those that they hold, pieces count from the first", () => {
    const inner = span("s1", [[5, 9]]);
    const outer = span("s2", [[5, 20]]);
    const pieces = span("s3", [
      [30, 34],
      [0, 3],
    ]);
    const { order } = initialState(openReport({ spans: [inner, outer, pieces] }));
    expect(order.map(({ id }) => id)).toEqual(["s3", "s2", "s1"]);
  });
});

describe("the chosen span and what is offered for it", () => {
  const open = initialState(
    openReport({ spans: [span("s1", [[0, 4]])], entities: [entity("e1")] }),
  );
  const chosen = reduceReport(open, { type: "activated", span: "s1" });
  const offer = { span: "s1", suggestions: [{ entity: "e1", because: "same words" }] };
  const offered = reduceReport(chosen, { type: "offered", offer });

  test("go when the span is removed", () => {
    expect(apply(offered, { removed: ["s1"] })).toMatchObject({ active: null, offer: null });
  });

  test("what the person has just marked is chosen at once, and what undo brings back is not", () => {
    const more = put([span("s2", [[6, 9]])]);
    const marked = reduceReport(offered, { type: "changed", change: change(more), isOwn: true });
    expect(marked).toMatchObject({ active: "s2", offer: null });
    expect(apply(offered, more)).toMatchObject({ active: "s1", offer });
  });

  test("the offer goes when the span is linked", () => {
    const linked = span("s1", [[0, 4]], { entity: "e1" });
    expect(apply(offered, put([linked]))).toMatchObject({ active: "s1", offer: null });
  });

  test("the offer goes when another span is chosen, and stays through other changes", () => {
    const more = apply(offered, put([span("s2", [[6, 9]])]));
    expect(more.offer).toBe(offer);
    expect(reduceReport(more, { type: "activated", span: "s2" }).offer).toBeNull();
  });
});
