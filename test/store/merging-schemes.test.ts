import { expect, test } from "vitest";
import type { WriteDb } from "../../electron/store/database.ts";
import { redo, undo } from "../../electron/store/history.ts";
import { setLayerStatus } from "../../electron/store/layers.ts";
import { mergePackages, previewMerge } from "../../electron/store/merging/merge.ts";
import {
  answerQuestion,
  askQuestion,
  listQuestions,
} from "../../electron/store/review/questions.ts";
import { rewriteProject } from "../../electron/store/scheme/rewriting.ts";
import {
  listVersions,
  readScheme,
  replaceScheme,
  restoreScheme,
} from "../../electron/store/scheme/schemes.ts";
import { addSpan } from "../../electron/store/spans.ts";
import { Scheme } from "../../shared/model/scheme.ts";
import { mergeInto, packed, replicaOf } from "./packages.ts";
import { addReport, ana, ben, draft, dump, marks, newProject, problems } from "./project.ts";

const rename = (db: WriteDb, name: string, to: string) =>
  rewriteProject(db, ben, [{ do: "rename", subject: { list: "labels", of: null, name }, to }]);

function answer(db: WriteDb, text: string): void {
  askQuestion(db, ben, { label: "marker", text: "Clones?", pattern: "", examples: [] });
  const question = listQuestions(db).find(({ state }) => state === "open")?.id ?? "";
  answerQuestion(db, ben, { question, label: "marker", answer: text, examples: [] });
}

const guideline = (db: WriteDb) =>
  readScheme(db).scheme.labels.find(({ name }) => name === "marker")?.guideline;

const named = (db: WriteDb, name: string) =>
  replaceScheme(db, ana, Scheme.parse({ ...readScheme(db).scheme, name }));

const nameOf = (db: WriteDb) => readScheme(db).scheme.name;

test("what a question was answered with comes to an annotator by merging, in one step that is undone", () => {
  const here = newProject();
  addReport(here);
  const there = replicaOf(here, ana);
  answer(here, "Not its clone.");
  const before = dump(there);
  const foreseen = previewMerge(there, ana, packed(here));
  expect(dump(there)).toEqual(before);
  const { report, change } = mergeInto(there, ana, here);
  expect(report).toEqual(foreseen);
  expect(report.isNews).toBe(true);
  expect(report.scheme).toEqual({
    isSame: true,
    taken: {
      version: 2,
      changes: ["Label “marker” has another text in its guideline."],
      annotations: 0,
    },
    ...{ followed: [], added: [], differences: [] },
  });
  expect(change).toMatchObject({
    summary: "merged “some.casepack” (version 2 of the scheme)",
    stale: ["scheme"],
  });
  expect(readScheme(there)).toEqual(readScheme(here));
  expect(guideline(there)).toMatch(/Not its clone\.$/);
  expect(listVersions(there)[0]).toEqual({
    ...{ version: 2, annotator: "Ana", at: ana.now().toISOString(), isCurrent: true },
    summary: "took over version 2 of the scheme with “some.casepack”",
  });
  expect(mergeInto(there, ana, here).change.history).toBeNull();
  undo(there, ana);
  expect(dump(there)).toEqual(before);
  redo(there, ana);
  expect(readScheme(there)).toEqual(readScheme(here));
  undo(there, ana);
  expect(mergeInto(there, ana, here).report.scheme.taken).toMatchObject({ version: 3 });
});

test("marks made under an old name get the new one, closed ones too, and go back by it", () => {
  const here = newProject();
  const report = addReport(here);
  const other = addReport(here, undefined, { name: "case-2" });
  const there = replicaOf(here, ana);
  addSpan(there, ana, report, draft("desmin", { label: "drug" }));
  addSpan(there, ana, report, draft("SMA", { label: "drug" }));
  addSpan(there, ana, other, draft("SMA", { label: "drug" }));
  setLayerStatus(there, ana, other, "done");
  const before = dump(there);
  rename(here, "drug", "medicine");
  answer(here, "Not its clone.");
  rename(here, "medicine", "substance");
  // Feedback on one report, which nobody has marked here.
  const { report: told } = mergeInto(there, ana, here, { annotators: ["Ana"], reports: [report] });
  expect(told.scheme.taken).toEqual({
    version: 4,
    changes: expect.arrayContaining(["Label “marker” has another text in its guideline."]),
    annotations: 3,
  });
  expect(readScheme(there)).toEqual(readScheme(here));
  expect(marks(there, report, "Ana").spans).toEqual(["desmin: substance", "SMA: substance"]);
  expect(marks(there, other, "Ana").spans).toEqual(["SMA: substance"]);
  expect(problems(there)).toEqual([]);
  const back = mergeInto(here, ben, there).report;
  expect(back).toMatchObject({ conflicts: 0, scheme: { isSame: true, taken: null, followed: [] } });
  for (const id of [report, other]) expect(marks(here, id, "Ana")).toEqual(marks(there, id, "Ana"));
  expect(mergeInto(there, ana, here).report.isNews).toBe(false);
  undo(there, ana);
  expect(dump(there)).toEqual(before);
});

test("a mark that both know, with the old name there, is neither changed nor in conflict", () => {
  const here = newProject();
  const report = addReport(here);
  addSpan(here, ana, report, draft("desmin", { label: "drug" }));
  const there = replicaOf(here, ana);
  rename(here, "drug", "medicine");
  expect(mergeInto(there, ana, here).report).toMatchObject({ conflicts: 0, changed: 0 });
  expect(marks(there, report, "Ana").spans).toEqual(["desmin: medicine"]);
  expect(mergeInto(here, ben, there).report).toMatchObject({ isNews: false, conflicts: 0 });
});

test("labels that became one there become one here, as with what comes from there", () => {
  const here = newProject();
  const report = addReport(here);
  addSpan(here, ana, report, draft("desmin", { label: "drug" }));
  const there = replicaOf(here, ana);
  addSpan(there, ana, report, draft("SMA", { label: "drug" }));
  const subject = { list: "labels" as const, of: null, name: "drug" };
  rewriteProject(here, ben, [{ do: "merge", subject, into: "procedure" }]);
  mergeInto(there, ana, here);
  expect(marks(there, report, "Ana").spans).toEqual(["desmin: procedure", "SMA: procedure"]);
  mergeInto(here, ben, there);
  expect(marks(here, report, "Ana")).toEqual(marks(there, report, "Ana"));
  expect(mergeInto(there, ana, here).report).toMatchObject({ isNews: false, conflicts: 0 });
});

test("what was marked under a label that is gone there stays, and is undone with nothing lost", () => {
  const here = newProject();
  const report = addReport(here);
  const there = replicaOf(here, ana);
  addSpan(there, ana, report, draft("SMA", { label: "drug" }));
  const subject = { list: "labels" as const, of: null, name: "drug" };
  rewriteProject(here, ben, [{ do: "remove", subject, annotations: "remove" }]);
  mergeInto(there, ana, here);
  expect(readScheme(there)).toEqual(readScheme(here));
  expect(marks(there, report, "Ana").spans).toEqual(["SMA: drug"]);
});

test("an older scheme changes nothing, and of two that went on from one the one here stays", () => {
  const here = newProject();
  addReport(here);
  const there = replicaOf(here, ana);
  const old = packed(there);
  named(here, "Second");
  const [{ report: older } = { report: null }] = mergePackages(here, ben, [old]).merged;
  expect(older).toMatchObject({ isNews: false, scheme: { isSame: false, taken: null } });
  named(there, "Other");
  expect(mergeInto(there, ana, here).report).toMatchObject({
    isNews: false,
    scheme: { taken: null, differences: ["The scheme is named “Second” instead of “Other”."] },
  });
  expect([nameOf(here), nameOf(there)]).toEqual(["Second", "Other"]);
});

test("what was taken back here does not come again from those who have it", () => {
  const here = newProject();
  addReport(here);
  named(here, "Second");
  const there = replicaOf(here, ana);
  undo(here, ana);
  const first = nameOf(here);
  expect(mergeInto(here, ana, there).report.scheme.taken).toBeNull();
  expect(nameOf(here)).toBe(first);
  redo(here, ana);
  restoreScheme(here, ana, 1);
  expect(mergeInto(here, ana, there).report.scheme.taken).toBeNull();
  // Nor can it be said which of the two is the later one.
  expect(mergeInto(there, ana, here).report.scheme.taken).toBeNull();
  named(here, "Third");
  expect(mergeInto(there, ana, here).report.scheme.taken).not.toBeNull();
  expect(nameOf(there)).toBe("Third");
});

test("schemes along one line come to the last of them in whatever order they are merged", () => {
  const here = newProject();
  const report = addReport(here);
  const [one, two] = [replicaOf(here, ana), replicaOf(here, ana)];
  for (const there of [one, two]) addSpan(there, ana, report, draft("SMA", { label: "drug" }));
  rename(here, "drug", "medicine");
  const second = packed(here);
  rename(here, "medicine", "substance");
  const third = packed(here);
  expect(mergePackages(one, ana, [second, third]).merged).toMatchObject([
    { report: { scheme: { taken: { version: 2 } } } },
    { report: { scheme: { taken: { version: 3 } } } },
  ]);
  mergePackages(two, ana, [third, second]);
  for (const there of [one, two]) {
    expect(readScheme(there)).toEqual(readScheme(here));
    expect(marks(there, report, "Ana").spans).toEqual(["SMA: substance"]);
    expect(problems(there)).toEqual([]);
  }
});

test("what an annotator sends back does not change the scheme of who handed it out", () => {
  const here = newProject();
  addReport(here);
  const there = replicaOf(here, ana);
  named(there, "Ana's own");
  const back = packed(there);
  const source = { ...back, manifest: { ...back.manifest, purpose: "return" as const } };
  const [one] = mergePackages(here, ben, [source]).merged;
  expect(one?.report.scheme).toMatchObject({ isSame: false, taken: null });
  expect(nameOf(here)).not.toBe("Ana's own");
});
