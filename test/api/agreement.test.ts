import { expect, test } from "vitest";
import type { Session } from "../../electron/api/session.ts";
import { setLayerStatus } from "../../electron/store/layers.ts";
import type { Progress } from "../../shared/contract.ts";
import { addReport, ana, draft, layer, sentence, span } from "../store/project.ts";
import { ask, newSession } from "./session.ts";

function withLayers(session: Session, name: string, words: Record<string, string[]>): string {
  const layers = Object.entries(words).map(([annotator, marked]) =>
    layer(annotator, {
      status: "done",
      spans: marked.map((one, at) => span(`s${at}`, one)),
    }),
  );
  return addReport(session.db, sentence, { name, layers });
}

test("says who has finished what, and which two can be compared", async () => {
  const { session } = newSession();
  withLayers(session, "a", { Ana: ["desmin"], Ben: ["SMA"], gold: [] });
  addReport(session.db, sentence, { name: "b", layers: [layer("Ana"), layer("Cy")] });
  addReport(session.db, sentence, { name: "c", layers: [layer("de-identification")] });
  expect(await ask(session, "agreement.annotators", {})).toEqual({
    annotators: [
      { annotator: "Ana", finished: 1, open: 1 },
      { annotator: "Ben", finished: 1, open: 0 },
      // All that Cy has came in files.
      { annotator: "Cy", finished: 1, open: 0 },
      { annotator: "gold", finished: 1, open: 0 },
    ],
    pairs: [
      { a: "Ana", b: "Ben", reports: 1 },
      { a: "Ana", b: "gold", reports: 1 },
      { a: "Ben", b: "gold", reports: 1 },
    ],
  });
});

test("measures in a thread, with progress, what all who have finished marked", async () => {
  const { session } = newSession();
  withLayers(session, "a", { Ana: ["desmin", "SMA"], Ben: ["desmin"], gold: ["desmin"] });
  const last = withLayers(session, "b", { Ana: ["SMA"], Ben: ["SMA"] });
  withLayers(session, "c", { Ana: ["SMA"] });
  const told: Progress[] = [];
  const agreement = await ask(
    session,
    "agreement.measure",
    { measures: ["f1-exact", "cohen-kappa-token"], by: ["report"], bootstrap: 50 },
    { progress: (progress) => told.push(progress) },
  );
  expect(agreement).toMatchObject({ units: 2, cases: 2, annotators: ["Ana", "Ben"] });
  const f1 = agreement.measures.filter(({ id }) => id === "f1-exact");
  expect(f1.map(({ scope, value, report }) => [scope, value, report?.title])).toEqual([
    ["all", 4 / 5, undefined],
    ["report", 2 / 3, "a"],
    ["report", 1, "b"],
  ]);
  expect(f1[0]?.ci).toHaveLength(2);
  expect(f1[2]?.behind).toMatchObject({ reports: [last], annotators: ["Ana", "Ben"] });
  expect(agreement.leftOut.map(({ what, count }) => [what, count])).toEqual([
    ["Layers of decisions: not compared with what was decided on.", 1],
    ["Reports that only one of them has finished: not compared.", 1],
  ]);
  expect(told.at(-1)).toEqual({ done: 50, total: 50, doing: "Drawing cases for the intervals" });
});

test("only of reports that are named or found, against gold, and gamma where it is asked for", async () => {
  const { session } = newSession();
  const first = withLayers(session, "a", { Ana: ["desmin", "SMA"], gold: ["desmin"] });
  withLayers(session, "b", { Ana: ["SMA"], gold: ["desmin"] });
  const agreement = await ask(session, "agreement.measure", {
    ...{ annotators: ["gold", "Ana"], measures: ["precision-exact", "recall-exact", "gamma"] },
    ...{ reports: [first], bootstrap: 0 },
  });
  expect(agreement.units).toBe(1);
  const values = agreement.measures.map(({ id, value }) => [id, value]);
  expect(values.slice(0, 2)).toEqual([
    ["precision-exact", 0.5],
    ["recall-exact", 1],
  ]);
  expect(values[2]).toEqual(["gamma", expect.any(Number)]);
  const none = await ask(session, "agreement.measure", { search: "marker:nowhere", bootstrap: 0 });
  expect(none).toMatchObject({ units: 0, annotators: [] });
});

test("who is not there, and a query that is not understood, are refused in a sentence", async () => {
  const { session } = newSession();
  withLayers(session, "a", { Ana: ["desmin"], Ben: [] });
  await expect(ask(session, "agreement.measure", { annotators: ["Ana", "Zoe"] })).rejects.toThrow(
    'There is no annotator "Zoe" in the project; there are Ana, Ben.',
  );
  await expect(ask(session, "agreement.measure", { search: "desmin OR" })).rejects.toMatchObject({
    code: "bad-input",
  });
});

const f1 = { measures: ["f1-exact" as const], bootstrap: 0 };

test("work that came in files is compared as it is, until its annotator goes on with it here", async () => {
  const { session } = newSession();
  const spans = [span("s", "desmin")];
  const layers = ["Ana", "Ben"].map((annotator) => layer(annotator, { spans }));
  const report = addReport(session.db, sentence, { name: "a", layers });
  const agreement = await ask(session, "agreement.measure", f1);
  expect(agreement).toMatchObject({
    units: 1,
    annotators: ["Ana", "Ben"],
    measures: [{ value: 1 }],
  });
  expect(agreement.leftOut).toEqual([
    {
      what: "Layers that are not finished: compared, since all that their annotator has came in files.",
      ...{ count: 2, examples: ["a, Ana", "a, Ben"] },
    },
  ]);
  await ask(session, "span.add", { report, draft: draft("SMA") });
  const later = await ask(session, "agreement.measure", f1);
  expect(later).toMatchObject({ units: 0, annotators: ["Ben"] });
  expect(later.measures[0]).toMatchObject({ value: null, undefined: "one-annotator" });
  const asked = await ask(session, "agreement.measure", { ...f1, unfinished: true });
  expect(asked).toMatchObject({
    units: 1,
    annotators: ["Ana", "Ben"],
    measures: [{ value: 2 / 3 }],
  });
  setLayerStatus(session.db, ana, report, "done");
  expect((await ask(session, "agreement.measure", f1)).measures[0]?.value).toBe(2 / 3);
});

test("it can be cancelled, and the project goes on", async () => {
  const { session } = newSession();
  for (const name of ["a", "b", "c"]) withLayers(session, name, { Ana: ["desmin"], Ben: ["SMA"] });
  const cancel = new AbortController();
  const measuring = ask(
    session,
    "agreement.measure",
    { bootstrap: 10_000 },
    { signal: cancel.signal, progress: () => cancel.abort() },
  );
  await expect(measuring).rejects.toMatchObject({ code: "cancelled" });
  expect((await ask(session, "agreement.measure", { bootstrap: 0 })).units).toBe(3);
});
