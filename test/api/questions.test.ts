import { expect, test } from "vitest";
import type { Session } from "../../electron/api/session.ts";
import { readScheme } from "../../electron/store/scheme/schemes.ts";
import type { Entity } from "../../shared/model/annotation.ts";
import type { DocumentLayer } from "../../shared/model/document.ts";
import { addReport, dump, layer, sentence, span } from "../store/project.ts";
import { ask, newSession } from "./session.ts";

const done = { status: "done" } as const;

/** Ana took the boundary short, labelled SMA as a diagnosis and forgot caldesmon; Ben did not. */
function addCase(session: Session, name: string): string {
  return addReport(session.db, undefined, {
    name,
    layers: [
      layer("Ana", {
        ...done,
        spans: [
          span("a1", "tumour", { label: "diagnosis" }),
          span("a2", "SMA", { label: "diagnosis" }),
          span("a3", "desmin"),
        ],
      }),
      layer("Ben", {
        ...done,
        spans: [
          span("b1", "The tumour", { label: "diagnosis" }),
          span("b2", "SMA"),
          span("b3", "desmin"),
          span("b4", "h-caldesmon"),
        ],
      }),
    ],
  });
}

async function keyOf(session: Session, report: string, words: string): Promise<string> {
  const { comparison } = await ask(session, "review.open", { report });
  return comparison.differences.find((one) => one.words === words)?.key ?? "";
}

async function decideFor(session: Session, report: string, words: string, reason = "") {
  const choice = { do: "take", annotator: "Ben" } as const;
  const key = await keyOf(session, report, words);
  return ask(session, "review.decide", { report, key, choice, reason });
}

const changes = async (session: Session) => {
  const { rows, ...counts } = await ask(session, "feedback.mine", {});
  return {
    ...counts,
    rows: rows.map(({ said, mine, decided, difference, decision, isAgreed }) => ({
      ...{
        said,
        mine,
        decided,
        isAgreed,
        types: difference.types,
        reason: decision?.reason ?? null,
      },
    })),
  };
};

test("who annotated sees what was decided otherwise, with its reason, and nobody else's name", async () => {
  const { session } = newSession();
  const report = addCase(session, "case-1");
  expect(await changes(session)).toMatchObject({ rows: [], total: 0, reports: 0 });
  await decideFor(session, report, "SMA", "guideline unclear");
  expect(await changes(session)).toMatchObject({
    rows: [{ said: "SMA", types: ["label"], reason: "guideline unclear", isAgreed: false }],
    ...{ total: 1, reports: 1, byType: [{ type: "label", count: 1 }] },
    byLabel: [
      { label: "diagnosis", count: 1 },
      { label: "marker", count: 1 },
    ],
  });
  const mine = await ask(session, "feedback.mine", {});
  expect(JSON.stringify(mine)).not.toContain("Ben");
});

test("once the gold layer is finished, all that is otherwise in it is told", async () => {
  const { session } = newSession();
  const report = addCase(session, "case-1");
  for (const words of ["The tumour", "SMA", "h-caldesmon", "tumour"])
    if (await keyOf(session, report, words)) await decideFor(session, report, words);
  await ask(session, "review.acceptAgreed", { reports: [report], rule: { of: "all" } });
  await ask(session, "review.finish", { report, isFinished: true });
  const { rows } = await changes(session);
  expect(rows.map(({ mine, decided, types }) => `${types}: ${mine} → ${decided}`)).toEqual([
    "boundary: tumour → The tumour",
    "label: SMA → SMA",
    "missing: null → h-caldesmon",
  ]);
});

test("a change that is agreed to stays so, and undo takes it back", async () => {
  const { session } = newSession();
  const report = addCase(session, "case-1");
  await decideFor(session, report, "SMA");
  const { rows } = await ask(session, "feedback.mine", {});
  const key = rows[0]?.difference.key ?? "";
  const change = await ask(session, "feedback.agree", { report, key, isAgreed: true });
  expect(change).toMatchObject({ stale: ["questions"], removed: [] });
  expect((await changes(session)).rows).toMatchObject([{ isAgreed: true }]);
  await ask(session, "history.undo", {});
  expect((await changes(session)).rows).toMatchObject([{ isAgreed: false }]);
});

test("feedback goes to those whose reports were reviewed, with just these reports", async () => {
  const { session } = newSession();
  const report = addCase(session, "case-1");
  addCase(session, "case-2");
  await decideFor(session, report, "SMA");
  expect(await ask(session, "feedback.recipients", {})).toEqual({
    recipients: [
      { annotator: "Ana", reports: [report] },
      { annotator: "Ben", reports: [report] },
    ],
  });
});

test("differences that recur are gathered with their examples, and say when they were asked about", async () => {
  const { session } = newSession();
  addCase(session, "case-1");
  addCase(session, "case-2");
  const { recurrent, total } = await ask(session, "questions.gather", {});
  expect(total).toBe(3);
  const sma = recurrent.find(({ words }) => words === "sma");
  expect(sma).toMatchObject({
    labels: ["diagnosis", "marker"],
    count: 2,
    reports: 2,
    question: null,
  });
  expect(sma?.examples.map(({ title, said, before }) => `${title}: ${before}|${said}`)).toEqual([
    "case-1: The tumour was positive for desmin, |SMA",
    "case-2: The tumour was positive for desmin, |SMA",
  ]);
  const { pattern, examples } = sma ?? { pattern: "", examples: [] };
  await ask(session, "questions.ask", {
    label: "marker",
    text: "Is SMA a marker?",
    pattern,
    examples,
  });
  const after = await ask(session, "questions.gather", {});
  const { questions } = await ask(session, "questions.list", {});
  expect(after.recurrent.find((one) => one.pattern === pattern)?.question).toBe(questions[0]?.id);
  expect((await ask(session, "questions.gather", { least: 3 })).total).toBe(0);
});

test("an answer becomes guideline text as a version of the scheme, in one step with its question", async () => {
  const { session } = newSession();
  const report = addCase(session, "case-1");
  const start = sentence.indexOf("SMA");
  await ask(session, "questions.ask", {
    ...{ label: "marker", text: "Is SMA a marker?" },
    examples: [{ report, start, end: start + 3, labels: ["diagnosis", "marker"] }],
  });
  const open = (await ask(session, "questions.list", {})).questions;
  expect(open).toMatchObject([
    { state: "open", askedBy: "Ana", schemeVersion: null, examples: [{ said: "SMA" }] },
  ]);
  const before = dump(session.db);
  const { scheme, version } = readScheme(session.db);
  const guideline = scheme.labels.find(({ name }) => name === "marker")?.guideline ?? "";
  const change = await ask(session, "questions.answer", {
    ...{ question: open[0]?.id ?? "", label: "marker", answer: "Every antibody is a marker." },
    examples: [{ text: "SMA", note: "an antibody" }],
  });
  expect(change.stale.toSorted()).toEqual(["questions", "scheme"]);
  const marker = readScheme(session.db).scheme.labels.find(({ name }) => name === "marker");
  expect(marker?.guideline).toBe(
    [guideline, "Every antibody is a marker."].filter(Boolean).join("\n\n"),
  );
  expect(marker?.examples?.at(-1)).toEqual({ text: "SMA", isGood: true, note: "an antibody" });
  expect((await ask(session, "questions.list", {})).questions).toMatchObject([
    { state: "answered", answeredBy: "Ana", schemeVersion: version + 1 },
  ]);
  await ask(session, "history.undo", {});
  const { guideline_question, scheme: undone } = dump(session.db);
  expect({ guideline_question, scheme: undone }).toEqual({
    guideline_question: before.guideline_question,
    scheme: before.scheme,
  });
  await ask(session, "history.redo", {});
  expect((await ask(session, "questions.list", {})).questions).toMatchObject([
    { state: "answered", schemeVersion: version + 1 },
  ]);
});

test("labels that are not there, and questions that are answered or gone, are refused with a sentence", async () => {
  const { session } = newSession();
  await expect(
    ask(session, "questions.ask", { label: "wheel", text: "What is it?" }),
  ).rejects.toThrow("The scheme has no label “wheel”; choose one that it has.");
  await ask(session, "questions.ask", { label: "marker", text: "What is it?" });
  const [question] = (await ask(session, "questions.list", {})).questions;
  const answer = { question: question?.id ?? "", label: "marker", answer: "It is one." };
  await ask(session, "questions.answer", answer);
  await expect(ask(session, "questions.answer", answer)).rejects.toThrow(
    "That question is answered; ask another one instead.",
  );
  await ask(session, "questions.remove", { question: answer.question });
  expect((await ask(session, "questions.list", {})).questions).toEqual([]);
  await expect(ask(session, "questions.answer", answer)).rejects.toThrow(
    "That question is no longer there.",
  );
});

test("where only attributes differ, each attribute is gathered by itself", async () => {
  const { session } = newSession();
  for (const name of ["case-1", "case-2"])
    addReport(session.db, undefined, {
      name,
      layers: [
        layer("Ana", { ...done, spans: [span("a1", "SMA", { attributes: { negated: true } })] }),
        layer("Ben", { ...done, spans: [span("b1", "SMA", { attributes: { uncertain: true } })] }),
      ],
    });
  const { recurrent } = await ask(session, "questions.gather", {});
  expect(recurrent.map(({ attribute, words, count }) => ({ attribute, words, count }))).toEqual([
    { attribute: "negated", words: "", count: 2 },
    { attribute: "uncertain", words: "", count: 2 },
  ]);
});

test("codes that only stand in another order, or are called otherwise, are no question", async () => {
  const { session } = newSession();
  const code = (number: string, display = "") => ({ system: "ICD-O", code: number, display });
  const work = (codes: Entity["codes"], fields: Entity["fields"]): Partial<DocumentLayer> => ({
    ...done,
    spans: [span("s", "tumour", { entity: "e" })],
    entities: [{ id: "e", kind: "diagnosis", name: "tumour", codes, fields, note: "" }],
  });
  for (const name of ["case-1", "case-2"])
    addReport(session.db, undefined, {
      name,
      layers: [
        layer("Ana", work([code("8830/3"), code("8890/3")], { status: "primary" })),
        layer("Ben", work([code("8890/3"), code("8830/3", "Sarcoma")], { status: "recurrence" })),
      ],
    });
  const { recurrent } = await ask(session, "questions.gather", {});
  expect(recurrent.map(({ stage, attribute }) => `${stage} ${attribute}`)).toEqual([
    "entities status",
  ]);
});
