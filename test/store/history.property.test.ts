import fc from "fast-check";
import { expect, test } from "vitest";
import { closeProject, openProject, type WriteDb } from "../../electron/store/database.ts";
import {
  addEntity,
  mergeEntities,
  removeEntity,
  splitEntity,
  updateEntity,
} from "../../electron/store/entities.ts";
import { type Author, nextSteps, redo, undo } from "../../electron/store/history.ts";
import { readLayer, setLayerStatus } from "../../electron/store/layers.ts";
import { describeReport, listReportIds, removeReports } from "../../electron/store/reports.ts";
import { readScheme, replaceScheme } from "../../electron/store/schemes.ts";
import { addSpan, removeSpans, updateSpan } from "../../electron/store/spans.ts";
import { AppError } from "../../shared/errors.ts";
import type { Change } from "../../shared/model/change.ts";
import {
  addReport,
  ana,
  ben,
  dump,
  layer,
  newProject,
  problems,
  sentence,
  span,
} from "./project.ts";

/** Numbers that each operation takes as it likes: which report, which mark, where. */
interface Dice {
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
    updateEntity(db, who, pick(entities, dice.a) ?? "", { name: dice.text, note: dice.text }),
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
} satisfies Record<string, (scene: Scene) => Change | null>;

// What SQLite stores is well-formed text; half a character cannot be typed.
const text = fc.string({ unit: "grapheme", maxLength: 12 });
const dice = (people: Author[]) =>
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
function begin() {
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
function play(db: WriteDb, rolls: readonly Dice[]) {
  for (const roll of rolls) {
    const report = pick(listReportIds(db), roll.a) ?? "";
    const { spans, entities } = readLayer(db, report, roll.who.annotator);
    const ids = { spans: spans.map(({ id }) => id), entities: entities.map(({ id }) => id) };
    attempt(db, () =>
      operations[roll.operation]({ db, who: roll.who, report, ...ids, dice: roll }),
    );
  }
}

function attempt(db: WriteDb, work: () => unknown): boolean {
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

function all(db: WriteDb, who: Author, direction: "undo" | "redo") {
  const step = { undo, redo }[direction];
  while (nextSteps(db, who.annotator)[direction] !== null) step(db, who);
}

test("whatever one person does, undoing all leads to the start and redoing all to the end", () => {
  fc.assert(
    fc.property(dice([ana]), fc.boolean(), (rolls, restart) => {
      let db = begin();
      const reopen = () => {
        if (!restart) return;
        closeProject(db);
        db = openProject(db.name);
      };
      const start = dump(db);
      play(db, rolls);
      expect(problems(db)).toEqual([]);
      const end = dump(db);
      reopen();
      all(db, ana, "undo");
      expect(dump(db)).toEqual(start);
      reopen();
      all(db, ana, "redo");
      expect(dump(db)).toEqual(end);
      closeProject(db);
    }),
    { numRuns: 60 },
  );
}, 60_000);

test("two people's steps interleaved are undone, or refused whole, and nothing dangles", () => {
  fc.assert(
    fc.property(
      dice([ana, ben]),
      fc.array(fc.tuple(fc.constantFrom(ana, ben), fc.constantFrom(undo, redo)), { maxLength: 30 }),
      (rolls, steps) => {
        const db = begin();
        play(db, rolls);
        for (const [who, step] of steps) attempt(db, () => step(db, who));
        expect(problems(db)).toEqual([]);
        closeProject(db);
      },
    ),
    { numRuns: 40 },
  );
}, 60_000);
