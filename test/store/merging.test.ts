import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { checkProject } from "../../electron/store/check.ts";
import { correctText } from "../../electron/store/corrections.ts";
import type { WriteDb } from "../../electron/store/database.ts";
import { removeEntity } from "../../electron/store/entities.ts";
import { redo, undo } from "../../electron/store/history.ts";
import { readLayer } from "../../electron/store/layers.ts";
import { listConflicts, settleConflict } from "../../electron/store/merging/conflicts.ts";
import { mergePackages } from "../../electron/store/merging/merge.ts";
import { migrate } from "../../electron/store/migrate.ts";
import { noteReading, readReading } from "../../electron/store/reading.ts";
import { addRelation } from "../../electron/store/relations.ts";
import { listReportIds, readReport, removeReports } from "../../electron/store/reports.ts";
import { decide } from "../../electron/store/review/decisions.ts";
import { listDecisions, readReviewed } from "../../electron/store/review/reviewing.ts";
import { rewriteProject } from "../../electron/store/scheme/rewriting.ts";
import { readScheme, replaceScheme } from "../../electron/store/scheme/schemes.ts";
import { addSpan, removeSpans, updateSpan } from "../../electron/store/spans.ts";
import { currentRevision } from "../../electron/store/texts.ts";
import { Scheme } from "../../shared/model/scheme.ts";
import { emptyReplica, mergeInto, packed, replicaOf } from "./packages.ts";
import {
  addReport,
  ana,
  ben,
  draft,
  dump,
  layer,
  marks,
  newProject,
  problems,
  rangeOf,
  sentence,
  span,
} from "./project.ts";

test("what somebody marked in a project opened from a package comes back with it", () => {
  const here = newProject();
  const report = addReport(here);
  const there = replicaOf(here, ana);
  addSpan(there, ana, report, draft("desmin", { entity: "new" }));
  const { report: told, change } = mergeInto(here, ben, there);
  expect(marks(here, report, "Ana")).toEqual(marks(there, report, "Ana"));
  expect(told).toMatchObject({ isNews: true, added: 2, changed: 0, conflicts: 0, newReports: [] });
  expect(told.layers).toMatchObject([{ annotator: "Ana", status: "open", added: 2 }]);
  expect(change.summary).toBe("merged “some.casepack” (2 annotations)");
  expect(problems(here)).toEqual([]);
});

test("merging the same again is no step", () => {
  const here = newProject();
  const report = addReport(here);
  const there = replicaOf(here, ana);
  addSpan(there, ana, report, draft("desmin"));
  mergeInto(here, ben, there);
  const { report: told, change } = mergeInto(here, ben, there);
  expect(change.history).toBeNull();
  expect(told).toMatchObject({ isNews: false, added: 0, unchanged: 1 });
});

test("undo takes a merge back, redo and merging anew bring it again", () => {
  const here = newProject();
  const report = addReport(here);
  const there = replicaOf(here, ana);
  addSpan(there, ana, report, draft("desmin"));
  mergeInto(here, ben, there);
  undo(here, ben);
  expect(marks(here, report, "Ana").spans).toEqual([]);
  redo(here, ben);
  expect(marks(here, report, "Ana").spans).toEqual(["desmin: marker"]);
  undo(here, ben);
  const { report: told } = mergeInto(here, ben, there);
  expect(told).toMatchObject({ added: 1 });
  expect(marks(here, report, "Ana").spans).toEqual(["desmin: marker"]);
});

test("one who works in two places has both changes, and where they differ both versions", () => {
  const here = newProject();
  const report = addReport(here);
  addSpan(here, ana, report, draft("desmin"));
  addSpan(here, ana, report, draft("SMA"));
  const there = replicaOf(here, ana);
  const [desmin, sma] = readLayer(here, report, "Ana").spans.map(({ id }) => id);
  updateSpan(here, ana, desmin ?? "", { label: "diagnosis" });
  updateSpan(there, ana, desmin ?? "", { label: "drug" });
  removeSpans(there, ana, [sma ?? ""]);
  const { report: told } = mergeInto(here, ana, there);
  expect(told).toMatchObject({ conflicts: 1, removed: 1 });
  mergeInto(there, ana, here);
  expect(marks(there, report, "Ana")).toEqual(marks(here, report, "Ana"));
});

test("to choose that something is gone, of what came from two places, is no conflict any more", () => {
  const here = newProject();
  const report = addReport(here);
  const there = replicaOf(here, ana);
  addSpan(there, ana, report, draft("desmin"));
  const span = readLayer(there, report, "Ana").spans[0]?.id ?? "";
  const elsewhere = replicaOf(there, ana);
  updateSpan(there, ana, span, { label: "drug" });
  removeSpans(elsewhere, ana, [span]);
  mergeInto(here, ben, there);
  mergeInto(here, ben, elsewhere);
  const [conflict] = listConflicts(here, report);
  const gone = conflict?.versions.find(({ says }) => says === "removed")?.version ?? "";
  settleConflict(here, ben, { report, target: span, version: gone });
  expect(listConflicts(here, report)).toEqual([]);
  expect(marks(here, report, "Ana").spans).toEqual([]);
  mergeInto(there, ana, here);
  expect(listConflicts(there, report)).toEqual([]);
  expect(marks(there, report, "Ana").spans).toEqual([]);
  undo(here, ben);
  const versions = [{ says: "drug “desmin”" }, { says: "removed" }];
  expect(listConflicts(here, report)).toMatchObject([{ target: span, versions }]);
});

const corrected = (db: WriteDb, report: string, from: string, text: string) => {
  const { text: now } = readReport(db, report);
  const start = now.indexOf(from);
  const edits = [{ start, end: start + from.length, text }];
  correctText(db, ben, { report, base: currentRevision(db, report), edits });
};

test("spans of a text that was corrected here since are moved, and flagged where their words changed", () => {
  const here = newProject();
  const report = addReport(here);
  const there = replicaOf(here, ana);
  addSpan(there, ana, report, draft("positive"));
  addSpan(there, ana, report, draft("desmin"));
  corrected(here, report, "The tumour", "This tumour");
  corrected(here, report, "desmin", "Desmin");
  const { report: told } = mergeInto(here, ben, there);
  expect(told).toMatchObject({ added: 2, moved: 2, flagged: 1, texts: [] });
  expect(readLayer(here, report, "Ana").spans).toMatchObject([
    { quote: "positive", ranges: [{ start: 16, end: 24 }] },
    { quote: "Desmin", flag: "The text was corrected here; it was “desmin”." },
  ]);
  expect(problems(here)).toEqual([]);
});

test("a correction that was made elsewhere is told and not taken over; what was marked in it finds its place", () => {
  const here = newProject();
  const report = addReport(here);
  const there = replicaOf(here, ana);
  corrected(there, report, "The tumour", "It");
  const text = readReport(there, report).text;
  addSpan(there, ana, report, { ...draft("SMA"), ranges: [rangeOf("SMA", text)] });
  const { report: told } = mergeInto(here, ben, there);
  expect(told.texts).toEqual([
    { report, title: "case-1", annotator: "Ben", at: "2026-02-03T04:05:06.000Z", edits: 1 },
  ]);
  expect(told).toMatchObject({ added: 1, moved: 1, flagged: 0 });
  expect(readReport(here, report).text).toBe(sentence);
  expect(readLayer(here, report, "Ana").spans[0]?.ranges).toEqual([rangeOf("SMA")]);
  expect(problems(here)).toEqual([]);
  // A third place that has only this one's package knows the text too.
  const third = replicaOf(here, ana);
  expect(marks(third, report, "Ana")).toEqual(marks(here, report, "Ana"));
});

test("a correction here is no conflict with what somebody changed elsewhere", () => {
  const here = newProject();
  const report = addReport(here);
  addSpan(here, ana, report, draft("desmin"));
  const there = replicaOf(here, ana);
  corrected(here, report, "The tumour", "This lesion");
  const [span] = readLayer(there, report, "Ana").spans;
  updateSpan(there, ana, span?.id ?? "", { label: "drug" });
  expect(mergeInto(here, ben, there).report).toMatchObject({ conflicts: 0, changed: 1, moved: 1 });
  expect(marks(here, report, "Ana").spans).toEqual(["desmin: drug"]);
  expect(problems(here)).toEqual([]);
});

test("what was marked with a label's old name gets the new one, and what the scheme lacks is added", () => {
  const here = newProject();
  const report = addReport(here);
  const there = replicaOf(here, ana);
  const { scheme } = readScheme(there);
  const margin = { ...scheme.labels[0], name: "margin", key: null, kind: null, guideline: "" };
  replaceScheme(there, ana, Scheme.parse({ ...scheme, labels: [...scheme.labels, margin] }));
  addSpan(there, ana, report, draft("desmin", { label: "drug" }));
  addSpan(there, ana, report, draft("SMA", { label: "margin" }));
  rewriteProject(here, ben, [
    { do: "rename", subject: { list: "labels", of: null, name: "drug" }, to: "medicine" },
  ]);
  const { report: told } = mergeInto(here, ben, there);
  expect(marks(here, report, "Ana").spans).toEqual(["desmin: medicine", "SMA: margin"]);
  expect(told.scheme).toMatchObject({
    isSame: false,
    followed: ["renamed the label “drug” to “medicine”"],
    added: ["label “margin”"],
  });
  expect([...checkProject(here)]).toEqual([]);
  undo(here, ben);
  expect(readScheme(here).scheme.labels.map(({ name }) => name)).not.toContain("margin");
});

test("what was removed here and is referred to from elsewhere comes back", () => {
  const here = newProject();
  const report = addReport(here);
  addSpan(here, ana, report, draft("desmin", { entity: "new" }));
  const there = replicaOf(here, ana);
  const entity = readLayer(here, report, "Ana").entities[0]?.id ?? "";
  removeEntity(here, ana, entity);
  addSpan(there, ana, report, draft("SMA", { entity }));
  const { report: told } = mergeInto(here, ana, there);
  expect(told).toMatchObject({ added: 1, cameBack: 1, newerHere: 2 });
  expect(marks(here, report, "Ana")).toEqual({
    spans: ["desmin: marker", "SMA: marker → marker desmin"],
    entities: ["marker desmin"],
  });
  mergeInto(there, ana, here);
  expect(marks(there, report, "Ana")).toEqual(marks(here, report, "Ana"));
  expect(mergeInto(here, ana, there).report.isNews).toBe(false);
  expect(problems(here)).toEqual([]);
});

test("a report that was taken out stays out, one that went with an undone merge comes back", () => {
  const here = newProject();
  const report = addReport(here);
  const there = replicaOf(here, ana);
  addSpan(there, ana, report, draft("SMA"));
  removeReports(here, ben, [report]);
  expect(mergeInto(here, ben, there).report).toMatchObject({
    removedHere: [{ report, title: "case-1" }],
    added: 1,
  });
  expect(listReportIds(here)).toEqual([]);
  const empty = emptyReplica(there);
  mergeInto(empty, ben, there);
  undo(empty, ben);
  expect(listReportIds(empty)).toEqual([]);
  mergeInto(empty, ben, there);
  expect(listReportIds(empty)).toEqual([report]);
});

test("what was read in two places is put together, and the longer time counts", () => {
  const here = newProject();
  const report = addReport(here);
  const there = replicaOf(here, ana);
  const { textSha256 } = readReport(here, report);
  const note = { report, annotator: "Ana", textSha256 };
  noteReading(here, { ...note, facts: [{ is: "read", start: 0, end: 10 }], seconds: 5 });
  noteReading(there, { ...note, facts: [{ is: "read", start: 8, end: 20 }], seconds: 9 });
  expect(mergeInto(here, ben, there).report.readings).toBe(1);
  const both = { read: [{ start: 0, end: 20 }], skipped: [], seconds: 9 };
  expect(readReading(here, report, "Ana")).toEqual(both);
  expect(mergeInto(here, ben, there).report.readings).toBe(0);
  expect(readReading(here, report, "Ana")).toEqual(both);
});

test("what a reviewer decided goes along with the layer that it made", () => {
  const here = newProject();
  const done = { status: "done" } as const;
  const report = addReport(here, undefined, {
    layers: [
      layer("Ana", { ...done, spans: [span("a", "desmin"), span("t", "tumour")] }),
      layer("Ben", { ...done, spans: [span("b", "desmin", { label: "drug" })] }),
    ],
  });
  const there = replicaOf(here, ana);
  const [first] = readReviewed(there, report, null).comparison.differences;
  decide(there, ben, {
    ...{ report, key: first?.key ?? "", reason: "guideline", note: "see 4.2", annotators: null },
    choice: { do: "take", annotator: "Ana" },
  });
  const decisions = listDecisions(there, report);
  expect(decisions).toHaveLength(1);
  mergeInto(here, ana, there);
  expect(listDecisions(here, report)).toEqual(decisions);
  expect(marks(here, report, "gold")).toEqual(marks(there, report, "gold"));
  undo(here, ana);
  expect(listDecisions(here, report)).toEqual([]);
});

test("a label merged here does not stand against what was changed elsewhere", () => {
  const here = newProject();
  const report = addReport(here);
  addSpan(here, ana, report, draft("desmin", { label: "drug" }));
  const there = replicaOf(here, ana);
  const [one] = readLayer(there, report, "Ana").spans;
  updateSpan(there, ana, one?.id ?? "", { note: "look" });
  const subject = { list: "labels" as const, of: null, name: "drug" };
  rewriteProject(here, ben, [{ do: "merge", subject, into: "procedure" }]);
  expect(mergeInto(here, ben, there).report).toMatchObject({ conflicts: 0, changed: 1 });
  expect(readLayer(here, report, "Ana").spans).toMatchObject([
    { label: "procedure", note: "look" },
  ]);
});

test("several packages are merged in one step, which one undo takes back", () => {
  const here = newProject();
  const report = addReport(here);
  addSpan(here, ben, report, draft("tumour"));
  const [first, second] = [replicaOf(here, ana), replicaOf(here, ben)];
  addSpan(first, ana, report, draft("desmin"));
  addSpan(second, ben, report, draft("SMA"));
  const [span] = readLayer(here, report, "Ben").spans;
  updateSpan(first, ben, span?.id ?? "", { label: "drug" });
  updateSpan(second, ben, span?.id ?? "", { label: "diagnosis" });
  const before = dump(here);
  const { change, merged } = mergePackages(here, ana, [packed(first), packed(second)]);
  expect(change.summary).toBe("merged 2 packages");
  expect(merged.map(({ report: told }) => told)).toMatchObject([
    { added: 1, changed: 1, conflicts: 0 },
    { added: 1, conflicts: 1 },
  ]);
  expect(listConflicts(here, null)).toMatchObject([{ report, target: span?.id }]);
  undo(here, ana);
  expect(dump(here)).toEqual(before);
  expect(listConflicts(here, null)).toEqual([]);
  redo(here, ana);
  expect(listConflicts(here, null)).toHaveLength(1);
  expect(problems(here)).toEqual([]);
});

test("a merge that somebody has built on since stays, and their work with it", () => {
  const here = newProject();
  const report = addReport(here);
  const there = replicaOf(here, ana);
  addSpan(there, ana, report, draft("desmin", { entity: "new" }));
  mergeInto(here, ben, there);
  addSpan(here, ana, report, draft("SMA"));
  expect(() => undo(here, ben)).toThrow(/stays as it is, because somebody else has changed/);
  expect(marks(here, report, "Ana").spans).toEqual([
    "desmin: marker → marker desmin",
    "SMA: marker",
  ]);
});

test("what a merge has linked to something of one's own keeps that from being undone", () => {
  const here = newProject();
  const report = addReport(here);
  for (const words of ["desmin", "SMA"]) addSpan(here, ana, report, draft(words));
  const there = replicaOf(here, ana);
  const [from = "", to = ""] = readLayer(there, report, "Ana").spans.map(({ id }) => id);
  addRelation(there, ana, { report, label: "has", from, to });
  mergeInto(here, ben, there);
  expect(() => undo(here, ana)).toThrow(/stays as it is/);
  expect(problems(here)).toEqual([]);
});

test("0015 leaves a project as it was", () => {
  const db = new Database(":memory:");
  migrate(db, 14);
  db.exec(
    `INSERT INTO report VALUES (1, 'r', 'present', 'r', 'r', 'r.txt', 6, '{}', '[]', '[]', 1)`,
  );
  const before = db.prepare("SELECT * FROM report").all();
  migrate(db, 15);
  expect(db.prepare("SELECT * FROM report").all()).toEqual(before);
  expect(db.prepare("SELECT count(*) FROM carried_version").pluck().get()).toBe(0);
});
