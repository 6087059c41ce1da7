import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { correctText } from "../../electron/store/corrections.ts";
import { closeProject, openProject } from "../../electron/store/database.ts";
import { readDocument } from "../../electron/store/documents.ts";
import { nextSteps, redo, undo } from "../../electron/store/history.ts";
import {
  listReadingTimes,
  noteReading,
  readReading,
  refuseUnread,
} from "../../electron/store/reading.ts";
import { readReport } from "../../electron/store/reports.ts";
import { addSpan } from "../../electron/store/spans.ts";
import { currentRevision } from "../../electron/store/texts.ts";
import { nothingRead, type ReadingFact } from "../../shared/reading/reading.ts";
import {
  addReport,
  ana,
  arrivalOf,
  ben,
  draft,
  dump,
  newProject,
  rangeOf,
  sentence,
  takeIn,
} from "./project.ts";

const sha = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
const note = (
  annotator: string,
  report: string,
  facts: ReadingFact[],
  { seconds = 0, text = sentence } = {},
) => ({
  report,
  annotator,
  facts,
  seconds,
  textSha256: sha(text),
});
const history = "SELECT count(*) FROM history";

test("what was read is kept by annotator, over a restart, and leaves no step to undo", () => {
  let db = newProject();
  const report = addReport(db);
  const steps = db.prepare(history).pluck().get();
  const read = rangeOf("The tumour");
  expect(readReading(db, report, "Ana")).toEqual(nothingRead);

  noteReading(db, note("Ana", report, [{ is: "read", ...read }], { seconds: 2.5 }));
  noteReading(db, note("Ana", report, [{ is: "skipped", start: 40, end: 50 }], { seconds: 4 }));
  expect(db.prepare(history).pluck().get()).toBe(steps);
  closeProject(db);
  db = openProject(db.name);

  const kept = { read: [read], skipped: [{ start: 40, end: 50 }], seconds: 6.5 };
  expect(readReading(db, report, "Ana")).toEqual(kept);
  expect(readReading(db, report, "Ben")).toEqual(nothingRead);
  closeProject(db);
});

test("reading begins no layer, and undo leaves it as it is", () => {
  const db = newProject();
  const report = addReport(db);
  const before = dump(db);
  noteReading(db, note("Ana", report, [{ is: "read", start: 0, end: 10 }]));
  expect(dump(db)).toEqual(before);
  addSpan(db, ana, report, draft("desmin"));
  undo(db, ana);
  expect(readReading(db, report, "Ana").read).toEqual([{ start: 0, end: 10 }]);
});

test("a correction carries reading over, its undo carries it back, and so does its redo", () => {
  const db = newProject();
  const report = addReport(db);
  const read = rangeOf("positive for desmin");
  noteReading(db, note("Ana", report, [{ is: "read", ...read }], { seconds: 9 }));
  const { start, end } = rangeOf("tumour");
  const edits = [{ start, end, text: "large tumour" }];
  correctText(db, ben, { report, base: 1, edits });

  const words = () => {
    const { text } = readReport(db, report);
    const reading = readReading(db, report, "Ana");
    return [reading.read.map((range) => text.slice(range.start, range.end)), reading.seconds];
  };
  expect(words()).toEqual([["positive for desmin"], 9]);
  undo(db, ben);
  expect(words()).toEqual([["positive for desmin"], 9]);
  redo(db, ben);
  expect(words()).toEqual([["positive for desmin"], 9]);
});

test("what was read in a text that was corrected meanwhile counts in the text of now", () => {
  const db = newProject();
  const report = addReport(db);
  correctText(db, ben, { report, base: 1, edits: [{ start: 0, end: 0, text: "Case 7. " }] });
  const read = rangeOf("desmin");
  const { read: now } = noteReading(db, note("Ana", report, [{ is: "read", ...read }]));
  expect(now).toEqual([{ start: read.start + 8, end: read.end + 8 }]);
});

test("a stretch that moved takes its reading along, also out of the middle of what was read", () => {
  const db = newProject();
  const report = addReport(db, "One two three four.");
  const read = { start: 0, end: 13 };
  const text = "One two three four.";
  noteReading(db, note("Ana", report, [{ is: "read", ...read }], { text }));
  correctText(db, ben, {
    report,
    base: 1,
    edits: [
      { start: 4, end: 8, text: "" },
      { start: 18, end: 18, text: "two ", moved: [{ start: 4, end: 8, at: 0 }] },
    ],
  });
  expect(readReport(db, report).text).toBe("One three fourtwo .");
  expect(readReading(db, report, "Ana").read).toEqual([
    { start: 0, end: 9 },
    { start: 14, end: 18 },
  ]);
});

test("a text that the report never had, and a place outside of it, are refused", () => {
  const db = newProject();
  const report = addReport(db);
  expect(() => noteReading(db, note("Ana", report, [], { text: "another" }))).toThrow(
    expect.objectContaining({ code: "changed-since" }),
  );
  const outside: ReadingFact = { is: "read", start: 0, end: sentence.length + 1 };
  expect(() => noteReading(db, note("Ana", report, [outside]))).toThrow(
    expect.objectContaining({ code: "bad-input" }),
  );
  expect(() => noteReading(db, note("Ana", "nothing", []))).toThrow(
    expect.objectContaining({ code: "not-found" }),
  );
  expect(readReading(db, report, "Ana")).toEqual(nothingRead);
});

test("whatever is corrected and undone, reading stays in order and inside of the text", () => {
  const edit = fc.record({ at: fc.nat(60), cut: fc.nat(12), text: fc.string({ maxLength: 8 }) });
  fc.assert(
    fc.property(fc.array(fc.tuple(edit, fc.boolean()), { maxLength: 6 }), (rolls) => {
      const db = newProject();
      const report = addReport(db);
      noteReading(db, note("Ana", report, [{ is: "read", start: 4, end: 30 }]));
      for (const [{ at, cut, text }, back] of rolls) {
        const length = readReport(db, report).text.length;
        const start = Math.min(at, length);
        const edits = [{ start, end: Math.min(length, start + cut), text }];
        correctText(db, ben, { report, base: currentRevision(db, report), edits });
        if (back && nextSteps(db, "Ben").undo) undo(db, ben);
        const { text: now } = readReport(db, report);
        let last = -1;
        for (const range of readReading(db, report, "Ana").read) {
          expect(range.start).toBeGreaterThan(last);
          expect(range.end).toBeGreaterThan(range.start);
          expect(range.end).toBeLessThanOrEqual(now.length);
          last = range.end;
        }
      }
      closeProject(db);
    }),
    { numRuns: 15 },
  );
});

test("what was read goes out with its layer and comes in with it", () => {
  const db = newProject();
  const report = addReport(db);
  addSpan(db, ana, report, draft("desmin"));
  noteReading(db, note("Ana", report, [{ is: "read", start: 0, end: 10 }], { seconds: 61.4 }));
  const document = readDocument(db, report, "Ana");
  expect(document.layers[0]?.reading).toEqual({
    read: [{ start: 0, end: 10 }],
    skipped: [],
    seconds: 61,
  });
  const [again = ""] = takeIn(db, [{ ...arrivalOf(sentence), document }]);
  expect(readReading(db, again, "Ana")).toEqual(document.layers[0]?.reading);
});

test("work is finished only once everything was read or skipped on purpose", () => {
  const db = newProject();
  const report = addReport(db);
  expect(() => refuseUnread(db, report, "Ana")).toThrow(
    expect.objectContaining({
      code: "not-read",
      message: "“case-1” is not read to its end: “Text”; read that or skip it, then finish.",
    }),
  );
  noteReading(db, note("Ana", report, [{ is: "read", start: 0, end: 20 }]));
  expect(() => refuseUnread(db, report, "Ana")).toThrow(/not read/);
  noteReading(db, note("Ana", report, [{ is: "skipped", start: 20, end: sentence.length }]));
  refuseUnread(db, report, "Ana");
  expect(() => refuseUnread(db, report, "Ben")).toThrow(/not read/);
});

test("how far and how long somebody is with reports is told of those that they have begun", () => {
  const db = newProject();
  const [first, second] = [addReport(db), addReport(db)];
  noteReading(db, note("Ana", first, [{ is: "read", start: 0, end: 28 }], { seconds: 30 }));
  noteReading(db, note("Ben", second, [], { seconds: 5 }));
  expect(listReadingTimes(db, [first, second, "nothing"], "Ana")).toEqual([
    { report: first, seconds: 30, percent: 50 },
  ]);
});
