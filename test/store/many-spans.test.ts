import { expect, test } from "vitest";
import { undo } from "../../electron/store/history.ts";
import { addSpans } from "../../electron/store/many-spans.ts";
import { addReport, ana, dump, marks, newProject, problems, rangeOf } from "./project.ts";

const text = "CD34 was seen. Later CD34 was lost, and cd34 came back.";
const places = [0, 21, 40].map((start) => ({
  range: { start, end: start + 4 },
  quote: text.slice(start, start + 4),
}));

test("many places are marked in one step, all of one new entity, and unmarked in one", () => {
  const db = newProject();
  const report = addReport(db, text);
  const before = dump(db);
  const draft = { label: "marker", attributes: { negated: true as const }, entity: "new" };

  const change = addSpans(db, ana, { report, draft, places });

  expect(change.summary).toBe("marked “CD34” in 3 places as marker");
  expect(change.put.spans.map(({ attributes }) => attributes)).toEqual(
    places.map(() => ({ negated: true })),
  );
  expect(marks(db, report, "Ana")).toEqual({
    spans: [
      "CD34: marker → marker CD34",
      "CD34: marker → marker CD34",
      "cd34: marker → marker CD34",
    ],
    entities: ["marker CD34"],
  });
  expect(problems(db)).toEqual([]);
  undo(db, ana);
  expect({ ...dump(db), layer: [] }).toEqual({ ...before, layer: [] });
});

test("none is marked when one place does not say its quote", () => {
  const db = newProject();
  const report = addReport(db, text);
  const before = dump(db);
  const wrong = { range: rangeOf("Later", text), quote: "CD34" };
  const draft = { label: "marker", attributes: {}, entity: null };
  expect(() => addSpans(db, ana, { report, draft, places: [...places, wrong] })).toThrow(
    "“CD34” is not what the report says at that place",
  );
  expect(dump(db)).toEqual(before);
});
