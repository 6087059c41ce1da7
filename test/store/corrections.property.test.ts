import fc from "fast-check";
import { expect, test } from "vitest";
import { correctText } from "../../electron/store/corrections.ts";
import type { WriteDb } from "../../electron/store/database.ts";
import { type Author, redo, undo } from "../../electron/store/history.ts";
import { readLayers } from "../../electron/store/layers.ts";
import { readText } from "../../electron/store/reports.ts";
import { addSpan, removeSpans } from "../../electron/store/spans.ts";
import { currentRevision, readRevision } from "../../electron/store/texts.ts";
import { AppError } from "../../shared/errors.ts";
import { anyRolls, editsFrom } from "../shared/correct/arbitrary-correction.ts";
import { anyDocument } from "../shared/formats/arbitrary-document.ts";
import { ana, arrivalOf, ben, dump, newProject, problems, takeIn } from "./project.ts";

/** A report with two annotators' layers, in which no span is without words. */
const anyReport = fc
  .tuple(anyDocument, fc.constantFrom("open" as const, "done" as const, "locked" as const))
  .map(([{ text, layers }, status]) => {
    const [layer] = layers;
    const spans = layer?.spans.filter(({ ranges }) => ranges.every((one) => one.start < one.end));
    const own = (annotator: string) => ({
      ...{ annotator, status, source: null, labels: {}, entities: [] },
      ...{ relations: [], events: [], groups: [] },
      spans: (spans ?? []).map((span) => ({ ...span, entity: null })),
    });
    return arrivalOf(text, { layers: [own("Ana"), own("Ben")] });
  });

const anyDeeds = fc.array(fc.record({ rolls: anyRolls, a: fc.nat(999), who: fc.boolean() }), {
  minLength: 1,
  maxLength: 4,
});

// Whatever else the search makes of signs, these are words of their own to it.
const asciiWords = /(?<![^\s,-])[a-z0-9]+(?![^\s,-])/g;

function searchFinds(db: WriteDb, report: string): boolean {
  const words = readText(db, report).match(asciiWords) ?? [];
  return words.every((word) =>
    db
      .prepare("SELECT rowid FROM report_search WHERE report_search MATCH ?")
      .all(`"${word}"`)
      .some(Boolean),
  );
}

function state(db: WriteDb, report: string) {
  return { rows: dump(db), text: readText(db, report) };
}

test("corrections and undo leave a sound project, untouched words, and no trace when undone", () => {
  const db = newProject();
  fc.assert(
    fc.property(anyReport, anyDeeds, (arrival, deeds) => {
      const [report = ""] = takeIn(db, [arrival]);
      const states = [state(db, report)];
      for (const { rolls } of deeds) {
        const edits = editsFrom(readText(db, report), rolls);
        if (edits.length === 0) continue;
        const base = currentRevision(db, report);
        const before = readRevision(db, report, base).text;
        const change = correctText(db, ana, { report, base, edits });
        expect(readRevision(db, report, base).text).toBe(before);
        if (change.history !== null) states.push(state(db, report));
        expect(problems(db)).toEqual([]);
        expect(searchFinds(db, report)).toBe(true);
      }
      for (const earlier of states.slice(0, -1).toReversed()) {
        undo(db, ana);
        expect(state(db, report)).toEqual(earlier);
        expect(searchFinds(db, report)).toBe(true);
      }
      for (const later of states.slice(1)) {
        redo(db, ana);
        expect(state(db, report)).toEqual(later);
      }
      expect(problems(db)).toEqual([]);
      clear(db);
    }),
    { numRuns: 60 },
  );
});

interface Deed {
  deed: "mark" | "remove" | "correct" | "undo" | "redo";
  rolls: Parameters<typeof editsFrom>[1];
  a: number;
  who: Author;
}

function mark(db: WriteDb, report: string, { who, a }: Deed) {
  const text = readText(db, report);
  const start = text.length === 0 ? 0 : a % text.length;
  const range = { start, end: start + 3 };
  const quote = text.slice(start, start + 3);
  return addSpan(db, who, report, { label: "marker", ranges: [range], quote, entity: null });
}

function removeFirst(db: WriteDb, report: string, { who }: Deed) {
  const own = readLayers(db, report).find(({ annotator }) => annotator === who.annotator);
  return removeSpans(
    db,
    who,
    (own?.spans ?? []).slice(0, 1).map(({ id }) => id),
  );
}

function correct(db: WriteDb, report: string, { who, rolls }: Deed) {
  const edits = editsFrom(readText(db, report), rolls);
  return correctText(db, who, { report, base: currentRevision(db, report), edits });
}

const doers = {
  mark,
  remove: removeFirst,
  correct,
  undo: (db: WriteDb, _: string, { who }: Deed) => undo(db, who),
  redo: (db: WriteDb, _: string, { who }: Deed) => redo(db, who),
};

/** Does it; what cannot be done is refused with a sentence. */
function attempt(db: WriteDb, report: string, deed: Deed) {
  try {
    doers[deed.deed](db, report, deed);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}

const anyDeed: fc.Arbitrary<Deed> = fc.record({
  deed: fc.constantFrom("mark", "remove", "correct", "undo", "undo", "redo"),
  rolls: anyRolls,
  a: fc.nat(999),
  who: fc.constantFrom(ana, ben),
});

test("whatever two people mark, correct and undo, every place counts in the text there is", () => {
  const db = newProject();
  fc.assert(
    fc.property(anyReport, fc.array(anyDeed, { minLength: 3, maxLength: 14 }), (arrival, deeds) => {
      const [report = ""] = takeIn(db, [arrival]);
      db.exec("UPDATE layer SET status = 'open'");
      for (const deed of deeds) {
        attempt(db, report, deed);
        expect(problems(db)).toEqual([]);
      }
      clear(db);
    }),
    { numRuns: 60 },
  );
});

/** Another run begins with nothing, in the same file: making one takes long. */
function clear(db: WriteDb) {
  db.exec(`
    DELETE FROM history_touch; DELETE FROM history;
    DELETE FROM report; DELETE FROM report_search;
  `);
}
