import fc from "fast-check";
import { expect, test } from "vitest";
import {
  closeProject,
  openProject,
  type ReadDb,
  type WriteDb,
} from "../../electron/store/database.ts";
import { type Author, nextSteps, redo, undo } from "../../electron/store/history.ts";
import { readLayer } from "../../electron/store/layers.ts";
import { readThen } from "../../electron/store/past.ts";
import { listReportIds, readReport } from "../../electron/store/reports.ts";
import type { Layer } from "../../shared/model/annotation.ts";
import { ana, ben, dump, problems } from "./project.ts";
import { attempt, begin, dice, play } from "./random-work.ts";

/**
 * Every row that undo can put back of what is in the project, in the order in which each layer reads
 * its own; an undone import only hides its reports.
 */
function shown(db: ReadDb): unknown {
  const {
    report = [],
    layer = [],
    ...others
  } = dump(db) as Record<string, Record<string, string>[]>;
  const reports = report.filter(({ state }) => state === "present");
  const ids = new Set(reports.map(({ id }) => id));
  const layers = layer.filter((row) => ids.has(row.report)).toSorted(by("id"));
  const own = new Set(layers.map(({ id }) => id));
  const rows = Object.entries(others).map(([table, all]) => [
    table,
    // Not in their order: an import that was undone keeps the places of its rows, which others had.
    all
      .filter((row) => row.layer === undefined || own.has(row.layer))
      .toSorted(by("id"))
      .toSorted(by("layer")),
  ]);
  return { reports, layers, ...Object.fromEntries(rows) };
}

const by = (column: string) => (a: Record<string, string>, b: Record<string, string>) =>
  (a[column] ?? "") < (b[column] ?? "") ? -1 : Number((a[column] ?? "") > (b[column] ?? ""));

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
      const start = shown(db);
      play(db, rolls);
      expect(problems(db)).toEqual([]);
      const end = shown(db);
      reopen();
      all(db, ana, "undo");
      expect(shown(db)).toEqual(start);
      reopen();
      all(db, ana, "redo");
      expect(shown(db)).toEqual(end);
      closeProject(db);
    }),
    { numRuns: 25 },
  );
}, 180_000);

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
    { numRuns: 15 },
  );
}, 180_000);

test("every report can be seen as it was after each step, whatever was done or undone since", () => {
  fc.assert(
    fc.property(dice([ana, ben]), fc.array(fc.constantFrom(undo, redo)), (rolls, steps) => {
      const db = begin();
      const seen: { step: number; report: string; layer: unknown; text: string }[] = [];
      const look = () => {
        const step = lastStep(db);
        for (const report of listReportIds(db))
          seen.push({
            step,
            report,
            layer: marksOf(db, report),
            text: readReport(db, report).text,
          });
      };
      look();
      play(db, rolls, look);
      for (const step of steps) {
        attempt(db, () => step(db, ana));
        look();
      }
      const there = new Set(listReportIds(db));
      for (const { step, report, layer, text } of seen.filter((one) => there.has(one.report))) {
        const then = readThen(db, report, "Ana", step);
        expect([byId(then.layer), then.text]).toEqual([layer, text]);
      }
      closeProject(db);
    }),
    { numRuns: 15 },
  );
}, 180_000);

const lastStep = (db: ReadDb) => Number(db.prepare("SELECT max(id) FROM history").pluck().get());
const marksOf = (db: ReadDb, report: string) => byId(readLayer(db, report, "Ana"));

/** The layer with its annotations in an order that depends on nothing else. */
function byId(layer: Layer): Layer {
  const sorted = <One extends { id: string }>(list: readonly One[]) =>
    list.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const { spans, entities, relations, events, groups } = layer;
  return {
    ...layer,
    spans: sorted(spans),
    entities: sorted(entities),
    relations: sorted(relations),
    events: sorted(events),
    groups: sorted(groups),
  };
}
