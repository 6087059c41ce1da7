import { setTimeout } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import type { Session } from "../../electron/api/session.ts";
import { addSpan } from "../../electron/store/spans.ts";
import type { Progress } from "../../shared/contract.ts";
import type { DocumentLayer } from "../../shared/model/document.ts";
import { addReport, draft, layer, span } from "../store/project.ts";
import { ask, newSession } from "./session.ts";

const done = { status: "done" } as const;

const twoLayers = (): DocumentLayer[] => [
  layer("Ana", {
    ...done,
    spans: [span("a1", "tumour", { label: "diagnosis" }), span("a2", "desmin")],
  }),
  layer("Ben", {
    ...done,
    spans: [
      span("b1", "The tumour", { label: "diagnosis" }),
      span("b2", "desmin"),
      span("b3", "SMA"),
    ],
  }),
];

function addReports(session: Session, count: number): string[] {
  return Array.from({ length: count }, (_, at) =>
    addReport(session.db, undefined, { name: `case-${at + 1}`, layers: twoLayers() }),
  );
}

const list = (session: Session, filter = {}, more = {}) =>
  ask(session, "review.list", { filter, ...more });

test("differences of many reports are listed page by page, and counted", async () => {
  const { session } = newSession();
  addReports(session, 3);
  const first = await list(session, {}, { limit: 4 });
  expect(first.total).toBe(6);
  const second = await list(session, {}, { limit: 4, after: first.next });
  expect(second.next).toBe(null);
  const words = [...first.rows, ...second.rows].map(
    ({ title, difference, state }) => `${title} ${difference.words} ${difference.types} ${state}`,
  );
  expect(words).toEqual(
    [1, 2, 3].flatMap((at) => [`case-${at} tumour boundary open`, `case-${at} SMA missing open`]),
  );
});

test("each count of a survey leads to as many differences as it says", async () => {
  const { session } = newSession();
  addReports(session, 2);
  const survey = await ask(session, "review.survey", { filter: {} });
  expect(survey).toMatchObject({ differences: 4, agreed: 2, compared: 2, notCompared: 0 });
  const counted = [
    ...[...survey.types, ...survey.stages, ...survey.states, ...survey.labels, ...survey.sections],
    ...[...survey.annotators, ...survey.pairs, ...survey.matrix, ...survey.shifts],
    ...survey.reports,
  ];
  for (const { count, behind } of counted)
    expect({ behind, total: (await list(session, behind)).total }).toEqual({
      behind,
      total: count,
    });
  expect(survey.matrix.map(({ row, column, count }) => [row, column, count])).toEqual([
    ["diagnosis", "diagnosis", 2],
    ["marker", "marker", 2],
    [null, "marker", 2],
  ]);
  expect(survey.shifts.map(({ edge, by, count }) => [edge, by, count])).toEqual([
    ["start", -4, 2],
    ["end", 0, 2],
  ]);
});

test("alike differences are found in all reports and decided in one step, which undo takes back", async () => {
  const { session } = newSession();
  const [report = "", other = ""] = addReports(session, 2);
  const opened = await ask(session, "review.open", { report });
  const missing = opened.comparison.differences.find(({ types }) => types.includes("missing"));
  const key = missing?.key ?? "";
  const asked = { report, key, annotators: null, everywhere: true };
  const { rows, total } = await ask(session, "review.alike", asked);
  const { text } = (await ask(session, "report.open", { report: other })).report;
  const [before = "", after = ""] = text.split("SMA");
  expect(rows.map((row) => [row.report, row.difference.words, row.context])).toEqual([
    [other, "SMA", { before: before.slice(-60), said: "SMA", after: after.trimEnd().slice(0, 60) }],
  ]);
  expect(total).toBe(1);
  const differences = [
    { report, key },
    ...rows.map((row) => ({ report: row.report, key: row.difference.key })),
  ];
  const change = await ask(session, "review.decideMany", {
    differences,
    choice: { do: "take", annotator: "Ben" },
    reason: "guideline",
  });
  expect(change).toMatchObject({ decided: 2, left: [], stale: ["review"] });
  expect((await list(session)).total).toBe(4);
  expect((await list(session, { states: ["decided"] })).total).toBe(2);
  await ask(session, "history.undo", {});
  expect((await list(session, { states: ["decided"] })).total).toBe(0);
});

test("progress says how far each report is, and who cannot be compared", async () => {
  const { session } = newSession();
  const [report = ""] = addReports(session, 1);
  addReport(session.db, undefined, { name: "alone", layers: twoLayers().slice(0, 1) });
  addReport(session.db, undefined, {
    name: "same",
    layers: [0, 1].map((at) => layer(`P${at}`, { ...done, spans: [span("s", "SMA")] })),
  });
  addReport(session.db, undefined, {
    name: "empty",
    layers: [0, 1].map((at) => layer(`P${at}`, done)),
  });
  addReport(session.db, undefined, { name: "nobody" });
  await ask(session, "review.acceptAgreed", { reports: [report], rule: { of: "all" } });
  const { reports, total } = await ask(session, "review.progress", {});
  expect(
    reports.map(({ title, nothing, open, agreed, accepted }) => ({
      title,
      nothing,
      open,
      agreed,
      accepted,
    })),
  ).toEqual([
    { title: "case-1", nothing: null, open: 2, agreed: 0, accepted: 1 },
    { title: "alone", nothing: "one-annotator", open: 0, agreed: 0, accepted: 0 },
    { title: "same", nothing: "all-agreed", open: 0, agreed: 1, accepted: 0 },
    { title: "empty", nothing: "nothing-marked", open: 0, agreed: 0, accepted: 0 },
  ]);
  expect(total).toMatchObject({ reports: 4, compared: 3, finished: 0, open: 2, agreed: 1 });
});

test("work from files is compared as it came; who goes on here and has not finished is named, and compared when asked for", async () => {
  const { session } = newSession();
  const [ana, ben] = twoLayers();
  const layers = [ana, ben, layer("Cem", { spans: [span("c1", "SMA")] })].flatMap(
    (one) => one ?? [],
  );
  const report = addReport(session.db, undefined, { layers });
  const annotatorsOf = async () =>
    (await ask(session, "review.open", { report })).comparison.annotators;
  expect(await annotatorsOf()).toEqual(["Ana", "Ben", "Cem"]);
  addSpan(session.db, { annotator: "Cem", now: () => new Date() }, report, draft("desmin"));
  const opened = await ask(session, "review.open", { report });
  expect(opened.comparison.annotators).toEqual(["Ana", "Ben"]);
  expect(opened.notCompared).toEqual([{ annotator: "Cem", why: "not-finished" }]);
  const two = await ask(session, "review.open", { report, annotators: ["Cem", "Ben"] });
  expect(two.comparison.annotators).toEqual(["Ben", "Cem"]);
  expect(two.notCompared).toEqual([{ annotator: "Ana", why: "not-named" }]);
});

test("a list that nobody waits for any more is cancelled, and the next one is answered", async () => {
  const { session } = newSession();
  addReports(session, 3);
  const aborted = AbortSignal.abort();
  await expect(ask(session, "review.list", { filter: {} }, { signal: aborted })).rejects.toThrow(
    "It was cancelled.",
  );
  expect((await list(session)).total).toBe(6);
});

test("what is agreed on in many reports is accepted in a thread, in one step, and undone in one", async () => {
  const { session } = newSession();
  addReports(session, 12);
  const told: Progress[] = [];
  const change = await ask(
    session,
    "review.acceptAgreed",
    { reports: null, rule: { of: "all" } },
    { progress: (progress) => told.push(progress) },
  );
  expect(change).toMatchObject({ accepted: 12, waiting: 0, stale: ["review"], report: null });
  expect(told.at(0)).toEqual({ done: 0, total: 12, doing: "Accepting what is agreed on" });
  const progress = async () => (await ask(session, "review.progress", {})).total;
  expect(await progress()).toMatchObject({ accepted: 12, agreed: 0, open: 24 });
  await ask(session, "history.undo", {});
  expect(await progress()).toMatchObject({ accepted: 0, agreed: 12, open: 24 });
});

test("a thread that was ended for want of memory gives way to a new one", async () => {
  const { session } = newSession();
  addReports(session, 1);
  expect((await list(session)).total).toBe(2);
  const memory = vi.spyOn(process.memoryUsage, "rss").mockReturnValue(Number.MAX_SAFE_INTEGER);
  await setTimeout(1000);
  memory.mockRestore();
  expect((await list(session)).total).toBe(2);
});
