import fc from "fast-check";
import { expect } from "vitest";
import { correctText } from "../../electron/store/corrections.ts";
import type { WriteDb } from "../../electron/store/database.ts";
import {
  addEntity,
  mergeEntities,
  removeEntity,
  splitEntity,
  updateEntity,
} from "../../electron/store/entities.ts";
import type { Author } from "../../electron/store/history.ts";
import {
  readLayer,
  setLayerLabels,
  setLayerNote,
  setLayerStatus,
} from "../../electron/store/layers.ts";
import { listSteps, readThen } from "../../electron/store/past.ts";
import { addRelation } from "../../electron/store/relations.ts";
import {
  describeReport,
  listReportIds,
  readReport,
  removeReports,
} from "../../electron/store/reports.ts";
import { restoreThings } from "../../electron/store/restore.ts";
import { rewriteProject } from "../../electron/store/scheme/rewriting.ts";
import { readScheme, replaceScheme } from "../../electron/store/scheme/schemes.ts";
import { joinSpans, splitSpan } from "../../electron/store/span-shapes.ts";
import { addSpan, removeSpans, updateSpan } from "../../electron/store/spans.ts";
import { currentRevision } from "../../electron/store/texts.ts";
import { AppError } from "../../shared/errors.ts";
import type { Change } from "../../shared/model/change.ts";
import {
  addReport,
  arrivalOf,
  dump,
  layer,
  newProject,
  sentence,
  span,
  takeIn,
} from "./project.ts";

/** Numbers that each operation takes as it likes: which report, which mark, where. */
export interface Dice {
  operation: keyof typeof operations;
  who: Author;
  a: number;
  b: number;
  text: string;
}

interface Scene {
  db: WriteDb;
  who: Author;
  report: string;
  spans: string[];
  entities: string[];
  dice: Dice;
}

const pick = <Item>(list: readonly Item[], at: number): Item | undefined => list[at % list.length];
const labels = ["marker", "diagnosis", "drug", "unheard-of"];
const fields = [{ result: "positive", percent: 30 }, { result: "negative" }, { method: "IHC" }];
const placeOf = ({ a, b }: Dice) => {
  const start = a % (sentence.length - 1);
  return { start, end: Math.min(sentence.length, start + 1 + (b % 20)) };
};

const operations = {
  addSpan({ db, who, report, entities, dice }: Scene) {
    const range = placeOf(dice);
    const entity = pick([null, "new" as const, pick(entities, dice.b) ?? null], dice.a) ?? null;
    const quote = sentence.slice(range.start, range.end);
    const label = pick(labels, dice.b) ?? "";
    return addSpan(db, who, report, { label, ranges: [range], quote, entity });
  },
  updateSpan({ db, who, spans, entities, dice }: Scene) {
    const patches = [
      { label: pick(labels, dice.b) ?? "" },
      { ranges: [placeOf(dice)] },
      { note: dice.text, attributes: { negated: true as const } },
      { entity: pick(entities, dice.b) ?? "new" },
      { entity: null },
    ];
    return updateSpan(db, who, pick(spans, dice.a) ?? "", pick(patches, dice.b) ?? {});
  },
  removeSpans: ({ db, who, spans, dice }: Scene) =>
    removeSpans(db, who, [pick(spans, dice.a) ?? "", pick(spans, dice.b) ?? ""]),
  addEntity: ({ db, who, report, spans, dice }: Scene) =>
    addEntity(db, who, {
      ...{ report, kind: "marker", name: dice.text },
      spans: spans.filter((_, at) => (dice.a >> at) % 2 === 1),
    }),
  updateEntity: ({ db, who, entities, dice }: Scene) =>
    updateEntity(db, who, pick(entities, dice.a) ?? "", {
      ...{ name: dice.text, note: dice.text },
      ...pick([{}, { kind: "drug" }, ...fields.map((one) => ({ fields: one }))], dice.b),
    }),
  mergeEntities: ({ db, who, entities, dice }: Scene) =>
    mergeEntities(db, who, {
      into: pick(entities, dice.a) ?? "",
      from: [pick(entities, dice.b) ?? "", pick(entities, dice.b + 1) ?? ""],
    }),
  splitEntity({ db, who, report, dice, entities }: Scene) {
    const entity = pick(entities, dice.a) ?? "";
    const own = readLayer(db, report, who.annotator).spans.filter((one) => one.entity === entity);
    const spans = own.filter((_, at) => (dice.b >> at) % 2 === 0).map(({ id }) => id);
    return splitEntity(db, who, { entity, spans, name: dice.text });
  },
  removeEntity: ({ db, who, entities, dice }: Scene) =>
    removeEntity(db, who, pick(entities, dice.a) ?? ""),
  setStatus: ({ db, who, report, dice }: Scene) =>
    setLayerStatus(
      db,
      who,
      report,
      pick(["open", "open", "done", "locked"] as const, dice.a) ?? "open",
    ),
  describeReport: ({ db, who, report, dice }: Scene) =>
    describeReport(db, who, { report, title: dice.text || "x", case: `case ${dice.a % 3}` }),
  removeReports: ({ db, who, report, dice }: Scene) =>
    dice.a % 4 === 0 ? removeReports(db, who, [report]) : null,
  replaceScheme: ({ db, who, dice }: Scene) =>
    replaceScheme(db, who, { ...readScheme(db).scheme, name: dice.text.trim() || "x" }),
  correctText({ db, who, report, dice }: Scene) {
    const { length } = readReport(db, report).text;
    const start = Math.min(dice.a % 60, length);
    const edits = [{ start, end: Math.min(length, start + (dice.b % 7)), text: dice.text }];
    return correctText(db, who, { report, base: currentRevision(db, report), edits });
  },
  importReport({ db, who, dice }: Scene) {
    const layers = [layer(who.annotator, { spans: [span("s1", "desmin"), span("s2", "SMA")] })];
    takeIn(db, [arrivalOf(sentence, { name: `more ${dice.a}`, layers })], who);
    return null;
  },
  splitSpan: ({ db, who, spans, dice }: Scene) =>
    splitSpan(db, who, pick(spans, dice.a) ?? "", dice.b % 60),
  joinSpans: ({ db, who, spans, dice }: Scene) =>
    joinSpans(db, who, [pick(spans, dice.a) ?? "", pick(spans, dice.a + 1) ?? ""]),
  addRelation: ({ db, who, report, spans, dice }: Scene) =>
    addRelation(db, who, {
      ...{ report, label: "has", from: pick(spans, dice.a) ?? "", to: pick(spans, dice.b) ?? "" },
    }),
  setNote: ({ db, who, report, dice }: Scene) => setLayerNote(db, who, report, dice.text),
  mergeLabels({ db, who, dice }: Scene) {
    const { labels: defined } = readScheme(db).scheme;
    const subject = { list: "labels" as const, of: null, name: pick(defined, dice.a)?.name ?? "" };
    return rewriteProject(db, who, [
      { do: "merge", subject, into: pick(defined, dice.b)?.name ?? "" },
    ]);
  },
  setLabels: ({ db, who, report, dice }: Scene) =>
    setLayerLabels(db, who, report, { quality: dice.text || "good" }),
  restore({ db, who, report, dice }: Scene) {
    const steps = listSteps(db, who.annotator, { report, about: null, before: null, limit: 50 });
    const step = pick(steps, dice.a)?.id ?? 0;
    const { differences } = readThen(db, report, who.annotator, step);
    const lost = differences.filter(({ since }) => since !== "added");
    return restoreThings(db, who, { report, step, ids: [pick(lost, dice.b)?.id ?? ""] });
  },
} satisfies Record<string, (scene: Scene) => Change | null>;

// What SQLite stores is well-formed text; half a character cannot be typed.
const text = fc.string({ unit: "grapheme", maxLength: 12 });
/** Many operations of these people, each as the dice say. */
export const dice = (people: Author[]) =>
  fc.array(
    fc.record({
      operation: fc.constantFrom(...(Object.keys(operations) as Dice["operation"][])),
      who: fc.constantFrom(...people),
      a: fc.nat(1000),
      b: fc.nat(1000),
      text,
    }),
    { minLength: 1, maxLength: 25 },
  );

/** Two reports, one of them with a layer full of references. */
export function begin() {
  const db = newProject();
  addReport(db);
  const entity = { kind: "marker", name: "n", codes: [], fields: {}, note: "" };
  addReport(db, undefined, {
    layers: [
      layer("Ana", {
        spans: [span("s1", "desmin", { entity: "n1" }), span("s2", "SMA"), span("s3", "tumour")],
        entities: [
          { ...entity, id: "n1" },
          { ...entity, id: "n2", note: "known" },
        ],
        relations: [
          { id: "r1", label: "has", from: "s1", to: "s2", attributes: {}, note: "" },
          { id: "r2", label: "has", from: "n1", to: "n2", attributes: {}, note: "" },
        ],
        events: [
          {
            ...{ id: "e1", label: "Stain", trigger: "s1", attributes: {}, note: "" },
            arguments: [],
          },
          {
            ...{ id: "e2", label: "Stain", trigger: "s2", attributes: {}, note: "" },
            arguments: [
              { role: "of", target: "s1" },
              { role: "after", target: "e1" },
            ],
          },
        ],
        groups: [{ id: "g1", label: "Equiv", members: ["s1", "s2", "s3"], note: "" }],
      }),
    ],
  });
  return db;
}

/** Does what the dice say; what cannot be done is refused with a sentence and changes nothing. */
export function play(db: WriteDb, rolls: readonly Dice[], after = () => {}) {
  for (const roll of rolls) {
    const report = pick(listReportIds(db), roll.a) ?? "";
    const { spans, entities } = readLayer(db, report, roll.who.annotator);
    const ids = { spans: spans.map(({ id }) => id), entities: entities.map(({ id }) => id) };
    attempt(db, () =>
      operations[roll.operation]({ db, who: roll.who, report, ...ids, dice: roll }),
    );
    after();
  }
}

export function attempt(db: WriteDb, work: () => unknown): boolean {
  const before = dump(db);
  try {
    work();
    return true;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(dump(db)).toEqual(before);
    return false;
  }
}
