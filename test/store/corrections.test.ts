import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { correctText, previewCorrection } from "../../electron/store/corrections.ts";
import type { WriteDb } from "../../electron/store/database.ts";
import { updateEntity } from "../../electron/store/entities.ts";
import { readPlacesOf } from "../../electron/store/extractions.ts";
import { undo } from "../../electron/store/history.ts";
import { readLayer, setLayerStatus } from "../../electron/store/layers.ts";
import { migrate } from "../../electron/store/migrate.ts";
import { describeReport, listReports, readReport, readText } from "../../electron/store/reports.ts";
import { addSpan, updateSpan } from "../../electron/store/spans.ts";
import { listRevisions, readRevision } from "../../electron/store/texts.ts";
import type { TextEdit } from "../../shared/correct/edits.ts";
import { plainPiece } from "../../shared/extract/extracted.ts";
import {
  addReport,
  ana,
  arrivalOf,
  ben,
  draft,
  newProject,
  problems,
  rangeOf,
  sentence,
  takeIn,
} from "./project.ts";

const replace = (words: string, text: string) => ({ ...rangeOf(words), text });

function marked() {
  const db = newProject();
  const report = addReport(db);
  addSpan(db, ana, report, draft("desmin"));
  addSpan(db, ben, report, draft("h-caldesmon"));
  setLayerStatus(db, ben, report, "locked");
  return { db, report };
}

const found = (db: ReturnType<typeof newProject>, search: string) =>
  listReports(db, "Ana", { search, status: "any", after: null, limit: 10 }).total;

test("a correction makes a new text, moves the spans of all, and flags what it touched", () => {
  const { db, report } = marked();
  const edits = [replace("desmin", "DES (desmin)"), replace("SMA", "actin")];
  expect(previewCorrection(db, { report, base: 1, edits })).toEqual([
    { annotator: "Ana", label: "marker", before: "desmin", after: "DES (desmin)" },
  ]);

  const change = correctText(db, ana, { report, base: 1, edits });

  expect(change).toMatchObject({
    summary: "corrected the text of “case-1” in 2 places, 1 span is to be looked at",
    stale: ["reports", "text"],
    put: { spans: [] },
    edits,
  });
  expect(readText(db, report)).toBe(
    "The tumour was positive for DES (desmin), actin and h-caldesmon.",
  );
  expect(readLayer(db, report, "Ana").spans).toMatchObject([
    { quote: "DES (desmin)", flag: "The text was corrected here; it was “desmin”." },
  ]);
  expect(readLayer(db, report, "Ben").spans).toMatchObject([{ quote: "h-caldesmon" }]);
  expect([found(db, "actin"), found(db, "SMA")]).toEqual([1, 0]);
  expect(problems(db)).toEqual([]);
});

test("undo brings back the text, the places and what the search finds; the next text has a new number", () => {
  const { db, report } = marked();
  const before = readReport(db, report);
  correctText(db, ana, { report, base: 1, edits: [replace("SMA", "actin")] });
  expect(undo(db, ana)).toMatchObject({
    stale: ["reports", "text"],
    edits: [{ ...rangeOf("actin", sentence.replace("SMA", "actin")), text: "SMA" }],
  });
  expect(readReport(db, report)).toEqual(before);
  expect([found(db, "actin"), found(db, "SMA")]).toEqual([0, 1]);

  correctText(db, ana, { report, base: 1, edits: [replace("tumour", "tumor")] });
  expect(listRevisions(db, report)).toEqual([
    { revision: 1, base: null, annotator: "", at: "", edits: 0, isCurrent: false },
    { ...{ revision: 2, base: 1, edits: 1, isCurrent: false }, ...made },
    { ...{ revision: 3, base: 1, edits: 1, isCurrent: true }, ...made },
  ]);
  expect(readRevision(db, report, 1).text).toBe(sentence);
  expect(readRevision(db, report, 2)).toMatchObject({ edits: [replace("SMA", "actin")] });
});

const made = { annotator: "Ana", at: "2026-02-03T04:05:06.000Z" };

test("an entity that is called as its span was follows it; one that somebody named does not", () => {
  const db = newProject();
  const report = addReport(db);
  const mark = (words: string) => addSpan(db, ana, report, draft(words, { entity: "new" }));
  mark("desmin");
  const [smooth] = mark("SMA").put.entities;
  mark("h-caldesmon");
  updateEntity(db, ana, smooth?.id ?? "", { name: "smooth muscle actin" });
  updateEntity(db, ana, smooth?.id ?? "", { name: "SMA" });
  const names = () => readLayer(db, report, "Ana").entities.map(({ name }) => name);

  const edits = [replace("desmin", "Desmin"), replace("SMA", "sma")];
  expect(correctText(db, ana, { report, base: 1, edits }).summary).toBe(
    "corrected the text of “case-1” in 2 places, 2 spans are to be looked at, 1 entity has another name",
  );
  expect(names()).toEqual(["Desmin", "SMA", "h-caldesmon"]);
  undo(db, ana);
  expect(names()).toEqual(["desmin", "SMA", "h-caldesmon"]);
});

test("an entity keeps its name while one of its spans still says it, or none says anything", () => {
  const db = newProject();
  const text = "Desmin was strong. Desmin was focal. SMA was weak.";
  const [report = ""] = takeIn(db, [arrivalOf(text)]);
  const at = (start: number, words: string) => ({
    ...{ label: "marker", quote: words },
    ranges: [{ start, end: start + words.length }],
  });
  const [desmin] = addSpan(db, ana, report, { ...at(0, "Desmin"), entity: "new" }).put.entities;
  addSpan(db, ana, report, { ...at(19, "Desmin"), entity: desmin?.id ?? "" });
  addSpan(db, ana, report, { ...at(37, "SMA"), entity: "new" });
  const names = () => readLayer(db, report, "Ana").entities.map(({ name }) => name);
  const correct = (base: number, edit: TextEdit) =>
    correctText(db, ana, { report, base, edits: [edit] });

  correct(1, { start: 37, end: 40, text: "" });
  correct(2, { start: 0, end: 6, text: "Desmine" });
  expect(names()).toEqual(["Desmin", "SMA"]);
  correct(3, { start: 20, end: 26, text: "DES" });
  expect(names()).toEqual(["DES", "SMA"]);
});

test("a title that is the text's follows it, one that somebody gave does not", () => {
  const db = newProject();
  const text = "Tumuor of the thigh\n\nCase report\n\nA mass was felt by a 40-year-old man.";
  const [one = "", two = ""] = takeIn(db, [arrivalOf(text), arrivalOf(text)]);
  const give = (report: string, title: string) =>
    describeReport(db, ana, { report, title, case: "c" });
  give(one, "Tumuor of the thigh");
  give(two, "Thigh");
  const edits = [{ start: 0, end: 6, text: "Tumour" }];
  const title = (report: string) => readReport(db, report).title;
  for (const report of [one, two]) correctText(db, ana, { report, base: 1, edits });
  expect([title(one), title(two)]).toEqual(["Tumour of the thigh", "Thigh"]);
  undo(db, ana);
  undo(db, ana);
  expect([title(one), title(two)]).toEqual(["Tumuor of the thigh", "Thigh"]);
});

test("a correction of a text that is not the current one is refused", () => {
  const { db, report } = marked();
  const edits = [replace("SMA", "actin")];
  correctText(db, ana, { report, base: 1, edits });
  expect(() => correctText(db, ben, { report, base: 1, edits })).toThrow(
    expect.objectContaining({ code: "changed-since" }),
  );
});

test("a correction that changes nothing leaves no trace", () => {
  const { db, report } = marked();
  const edits = [replace("SMA", "SMA")];
  expect(correctText(db, ana, { report, base: 1, edits })).toMatchObject({ history: null });
  expect(listRevisions(db, report)).toHaveLength(1);
});

test("a correction is not undone over what somebody else has marked in its text since", () => {
  const db = newProject();
  const report = addReport(db);
  correctText(db, ana, { report, base: 1, edits: [replace("tumour", "tumor")] });
  const [text, quote] = [readText(db, report), "desmin"];
  const range = rangeOf(quote, text);
  addSpan(db, ben, report, { label: "marker", ranges: [range], quote, entity: null });
  expect(() => undo(db, ana)).toThrow("somebody else has changed");
  expect(problems(db)).toEqual([]);
});

test("what was removed before another's correction is not put back to a place of the old text", () => {
  const { db, report } = marked();
  undo(db, ana);
  correctText(db, ben, { report, base: 1, edits: [replace("tumour", "tumor")] });
  expect(() => undo(db, ben)).not.toThrow();
  correctText(db, ben, { report, base: 1, edits: [replace("tumour", "tumor")] });
  addSpan(db, ana, report, { ...draft("The"), ranges: [{ start: 0, end: 3 }] });
  expect(problems(db)).toEqual([]);
});

test("a flag goes when somebody says so or changes the span, and undo brings it back", () => {
  const { db, report } = marked();
  correctText(db, ana, { report, base: 1, edits: [replace("desmin", "DES")] });
  const flagOf = () => readLayer(db, report, "Ana").spans[0]?.flag;
  const id = readLayer(db, report, "Ana").spans[0]?.id ?? "";
  expect(updateSpan(db, ana, id, { flag: "" }).summary).toBe("looked at “DES”");
  expect(flagOf()).toBe(undefined);
  undo(db, ana);
  expect(flagOf()).toContain("“desmin”");
  updateSpan(db, ana, id, { attributes: { negated: true } });
  expect(flagOf()).toBe(undefined);
});

test("a span whose words were taken out stays, and stays flagged until it is moved", () => {
  const { db, report } = marked();
  correctText(db, ana, { report, base: 1, edits: [replace("desmin, ", "")] });
  const [span] = readLayer(db, report, "Ana").spans;
  expect(span).toMatchObject({ quote: "", ranges: [{ start: 28, end: 28 }] });
  updateSpan(db, ana, span?.id ?? "", { flag: "", note: "gone?" });
  expect(readLayer(db, report, "Ana").spans[0]).toMatchObject({
    note: "gone?",
    flag: "The text was taken out here; it was “desmin”.",
  });
  expect(problems(db)).toEqual([]);
  updateSpan(db, ana, span?.id ?? "", { ranges: [{ start: 28, end: 31 }] });
  expect(readLayer(db, report, "Ana").spans[0]).toEqual(expect.objectContaining({ quote: "SMA" }));
  expect(readLayer(db, report, "Ana").spans[0]?.flag).toBe(undefined);
});

test("the places of the text in its file follow every correction and its undo", () => {
  const db = newProject();
  const place = (element: number) => ({ element });
  const places = ["tumour", "SMA"].map((words, at) => ({ ...rangeOf(words), place: place(at) }));
  const block = { kind: "paragraph" as const, level: null, section: null };
  const extracted = {
    ...{ kind: "html" as const, title: null, metadata: {}, warnings: [] },
    blocks: [{ ...block, pieces: [plainPiece(sentence)] }],
  };
  const choices = { refused: [], removed: [], restored: [], order: null };
  const extraction = { extracted, choices, places };
  const [report = ""] = takeIn(db, [{ ...arrivalOf(sentence), extraction }]);
  const now = () =>
    readPlacesOf(db, report).places.map((one) => readText(db, report).slice(one.start, one.end));

  correctText(db, ana, { report, base: 1, edits: [replace("The ", "This ")] });
  const text = readText(db, report);
  const edits = [{ ...rangeOf("SMA", text), text: "actin" }];
  correctText(db, ana, { report, base: 2, edits });
  expect(now()).toEqual(["tumour", "actin"]);
  undo(db, ana);
  expect(now()).toEqual(["tumour", "SMA"]);
  undo(db, ana);
  expect(readPlacesOf(db, report).places).toEqual(places);
});

test("0003 makes every text its report's first, and steps of before can still be undone", () => {
  const db = new Database(":memory:");
  const row = { id: "s1", layer: "r1/Ana", label: "marker", start: 0, end: 5, ranges: "[[0,5]]" };
  const after = { ...row, quote: "Fever", attributes: "{}", entity: null, note: "" };
  const step = { table: "span", id: "s1", before: null, after };
  migrate(db, 2);
  db.exec(`INSERT INTO report (id, state, title, case_name, source, characters, metadata, sections, warnings)
             VALUES ('r1', 'present', 'One', 'c', 'one.txt', 6, '{}', '[]', '[]');
           INSERT INTO report_text VALUES ('r1', '${"0".repeat(64)}', 'Fever.');
           INSERT INTO layer VALUES ('r1/Ana', 'r1', 'Ana', 'open', '{}');
           INSERT INTO span VALUES ('s1', 'r1/Ana', 'marker', 0, 5, '[[0,5]]', 'Fever', '{}', NULL, '');
           INSERT INTO history (at, annotator, report, operation, summary, changes, state)
             VALUES ('', 'Ana', 'r1', 'span.add', 'marked', '${JSON.stringify([step])}', 'done');`);
  migrate(db, 3);
  expect(db.prepare("SELECT report, revision, text, base FROM report_text").all()).toEqual([
    { report: "r1", revision: 1, text: "Fever.", base: null },
  ]);
  expect(db.prepare("SELECT id, flag FROM span").all()).toEqual([{ id: "s1", flag: "" }]);
  migrate(db);
  // A bare database is what a WriteDb is, here without the lock of a file.
  expect(undo(db as WriteDb, ana)).toMatchObject({ summary: "marked", removed: ["s1"] });
});
