import { rmSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { closeProject, type ReadDb, type WriteDb } from "../../electron/store/database.ts";
import { type Author, nextSteps, redo, undo } from "../../electron/store/history.ts";
import { readLayer } from "../../electron/store/layers.ts";
import {
  acceptAgreed,
  decide,
  decideMany,
  withdraw,
} from "../../electron/store/review/decisions.ts";
import { listDecisions, readReviewed } from "../../electron/store/review/reviewing.ts";
import { AppError } from "../../shared/errors.ts";
import type { DocumentLayer } from "../../shared/model/document.ts";
import type { AlikeChoice, Choice } from "../../shared/review/decision.ts";
import type { Stage } from "../../shared/review/difference.ts";
import { addReport, dump, layer, newProject, problems, rangeOf, span } from "./project.ts";

const rita: Author = { annotator: "Rita", now: () => new Date("2026-03-04T05:06:07.000Z") };

interface Drawn {
  marks: { words: string; label: string; entity: string | null }[];
  relations: [number, number][];
  result: string;
}

/** One annotator's marks: words, which of two entities they speak of, and which of them are related. */
const anyLayer: fc.Arbitrary<Drawn> = fc.record({
  marks: fc.array(
    fc.record({
      words: fc.constantFrom("tumour", "The tumour", "desmin", "desmin, SMA", "SMA"),
      label: fc.constantFrom("marker", "diagnosis"),
      entity: fc.constantFrom(null, "e1", "e2"),
    }),
    { maxLength: 5 },
  ),
  relations: fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { maxLength: 3 }),
  result: fc.constantFrom("positive", "negative"),
});

function layerOf(annotator: string, { marks, relations, result }: Drawn): DocumentLayer {
  const id = (at: number) => `s${at}`;
  const spans = marks.map(({ words, label, entity }, at) => span(id(at), words, { label, entity }));
  const used = new Set(marks.flatMap(({ entity }) => entity ?? []));
  return layer(annotator, {
    status: "done",
    spans,
    entities: [...used].map((own) => ({
      ...{ id: own, kind: "marker", name: own, codes: [], note: "" },
      fields: { result },
    })),
    relations: relations
      .filter(([from, to]) => from !== to && Math.max(from, to) < marks.length)
      .map(([from, to], at) => ({
        ...{ id: `r${at}`, label: "of", from: id(from), to: id(to), attributes: {}, note: "" },
      })),
    labels: { result },
  });
}

const choices: AlikeChoice[] = [
  ...["A", "B", "C"].map((annotator) => ({ do: "take" as const, annotator })),
  ...(["union", "intersection", "none", "later"] as const).map((what) => ({ do: what })),
];

/** Two spans by hand, the second of which others may have marked as well; and of the other stages one thing. */
const edits: Record<Stage, Choice> = {
  spans: {
    do: "edit",
    spans: ["The tumour", "SMA"].map((quote) => ({
      ...{ label: "marker", quote, attributes: {} },
      ranges: [rangeOf(quote)],
    })),
  },
  entities: {
    do: "editEntity",
    entity: { kind: "marker", name: "by hand", codes: [], fields: {} },
  },
  relations: {
    do: "editRelation",
    relation: { label: "in", isReversed: true, attributes: {} },
  },
  labels: { do: "editLabel", value: "by hand" },
};

const anyStep = fc.record({
  // Mostly decisions, of whatever stage.
  do: fc.constantFrom(
    ...Array(8).fill("decide"),
    ...["all", "edit", "edit", "withdraw", "accept", "undo", "redo"],
  ),
  at: fc.nat(30),
  choice: fc.constantFrom(...choices),
});
type Step = { do: string; at: number; choice: AlikeChoice };

function take(db: WriteDb, report: string, step: Step): void {
  const { differences } = readReviewed(db, report, null).comparison;
  const decisions = listDecisions(db, report);
  const why = { reason: "", note: "", annotators: null };
  const { key, stage = "spans" } = differences[step.at % Math.max(1, differences.length)] ?? {};
  const decision = decisions[step.at % Math.max(1, decisions.length)];
  if (step.do === "decide" && key) decide(db, rita, { report, key, choice: step.choice, ...why });
  if (step.do === "all" && key)
    decideMany(db, rita, {
      ...why,
      differences: differences.map((one) => ({ report, key: one.key })),
      choice: step.choice,
    });
  if (step.do === "edit" && key) decide(db, rita, { report, key, choice: edits[stage], ...why });
  if (step.do === "withdraw" && decision) withdraw(db, rita, { decisions: [decision.id] });
  if (step.do === "accept")
    acceptAgreed(db, rita, { ...why, reports: null, rule: { of: "majority" }, stage: null });
  if (step.do === "undo") undo(db, rita);
  if (step.do === "redo") redo(db, rita);
}

/** What of the gold layer no decision has made, and what decisions have made that is not there. */
function unsound(db: ReadDb, report: string): string[] {
  const { spans, entities, relations } = readLayer(db, report, "gold");
  const there = [...spans, ...entities, ...relations].map(({ id }) => id);
  const decisions = listDecisions(db, report);
  const made = decisions.flatMap(({ stage, gold }) => (stage === "labels" ? [] : gold));
  const members = decisions.flatMap((one) => one.members.flatMap((own) => own.members));
  const ofEntities = decisions
    .filter(({ stage }) => stage === "entities")
    .flatMap(({ gold }) => gold);
  return [
    ...there.filter((id) => !made.includes(id)).map((id) => `${id} was decided by nobody`),
    ...made.filter((id) => !there.includes(id)).map((id) => `${id} is gone`),
    ...made.filter((id, at) => made.indexOf(id) !== at).map((id) => `${id} was made twice`),
    ...members.filter((id, at) => members.indexOf(id) !== at).map((id) => `${id} is decided twice`),
    ...ofEntities
      .filter((id) => !spans.some(({ entity }) => entity === id))
      .map((id) => `nobody speaks of ${id}`),
    ...problems(db),
  ];
}

test("whatever is decided in whatever order, the gold layer is just what decisions made, and all of it can be undone", () => {
  fc.assert(
    fc.property(
      fc.array(anyLayer, { minLength: 2, maxLength: 3 }),
      fc.array(anyStep, { maxLength: 25 }),
      (drawn, steps) => {
        const db = newProject();
        const names = ["A", "B", "C"];
        const layers = drawn.map((one, at) => layerOf(names[at] ?? "", one));
        const report = addReport(db, undefined, { layers });
        const start = dump(db);
        for (const step of steps) {
          try {
            take(db, report, step);
          } catch (error) {
            if (!(error instanceof AppError)) throw error;
          }
          expect(unsound(db, report)).toEqual([]);
        }
        while (nextSteps(db, "Rita").undo !== null) undo(db, rita);
        expect(dump(db)).toEqual(start);
        closeProject(db);
        rmSync(db.name);
      },
    ),
    { numRuns: 25 },
  );
});
