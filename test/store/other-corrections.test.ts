import { expect, test } from "vitest";
import { correctText } from "../../electron/store/corrections.ts";
import type { WriteDb } from "../../electron/store/database.ts";
import { redo, undo } from "../../electron/store/history.ts";
import { readLayer } from "../../electron/store/layers.ts";
import { listOtherCorrections } from "../../electron/store/other-corrections.ts";
import { addSpan } from "../../electron/store/spans.ts";
import { currentRevision, readRevision } from "../../electron/store/texts.ts";
import { mergeInto, replicaOf } from "./packages.ts";
import { addReport, ana, ben, draft, newProject, problems, sentence } from "./project.ts";

const textOf = (db: WriteDb, report: string) => readRevision(db, report, null).text;

function replace(db: WriteDb, author: typeof ana, report: string, from: string, text: string) {
  const start = textOf(db, report).indexOf(from);
  const edits = [{ start, end: start + from.length, text }];
  correctText(db, author, { report, base: currentRevision(db, report), edits });
}

/** Makes all that others corrected. */
function takeOver(db: WriteDb, report: string): void {
  const { revision: base, corrections } = listOtherCorrections(db, report);
  const edits = corrections.flatMap((one) => one.edits).sort((a, b) => a.start - b.start);
  correctText(db, ben, { report, base, edits });
}

test("what others corrected elsewhere can be made here, in a text that was corrected too, and undone", () => {
  const here = newProject();
  const report = addReport(here);
  addSpan(here, ben, report, draft("desmin"));
  const there = replicaOf(here, ana);
  replace(there, ana, report, "desmin", "Desmin");
  replace(there, ana, report, "SMA", "smooth muscle actin");
  replace(here, ben, report, "The tumour", "This tumour");
  expect(listOtherCorrections(here, report).corrections).toEqual([]);
  mergeInto(here, ben, there);
  const { revision, corrections } = listOtherCorrections(here, report);
  expect(revision).toBe(2);
  expect(corrections.map(({ annotator, lost }) => [annotator, lost])).toEqual([
    ["Ana", 0],
    ["Ana", 0],
  ]);
  takeOver(here, report);
  const both = sentence
    .replace("The tumour", "This tumour")
    .replace("desmin", "Desmin")
    .replace("SMA", "smooth muscle actin");
  expect(textOf(here, report)).toBe(both);
  expect(readLayer(here, report, "Ben").spans[0]?.quote).toBe("Desmin");
  expect(listOtherCorrections(here, report).corrections).toEqual([]);
  undo(here, ben);
  expect(listOtherCorrections(here, report).corrections).toEqual(corrections);
  expect(problems(here)).toEqual([]);
});

test("a correction that was made of the same text makes the same text here, so that nothing of it moves", () => {
  const here = newProject();
  const report = addReport(here);
  const there = replicaOf(here, ana);
  replace(there, ana, report, "desmin", "Desmin");
  mergeInto(here, ben, there);
  takeOver(here, report);
  expect(listOtherCorrections(here, report).corrections).toEqual([]);
  addSpan(there, ana, report, draft("SMA"));
  expect(mergeInto(here, ben, there).report).toMatchObject({ added: 1, moved: 0, texts: [] });
});

test("a correction that was taken back elsewhere is neither told nor offered, and is once it is made again", () => {
  const here = newProject();
  const report = addReport(here);
  const there = replicaOf(here, ana);
  replace(there, ana, report, "desmin", "Desmin");
  undo(there, ana);
  expect(mergeInto(here, ben, there).report.texts).toEqual([]);
  expect(listOtherCorrections(here, report).corrections).toEqual([]);
  redo(there, ana);
  expect(mergeInto(here, ben, there).report.texts.length).toBe(1);
  expect(listOtherCorrections(here, report).corrections.length).toBe(1);
});

test("where two people corrected a place differently the first is offered, and the other told", () => {
  const here = newProject();
  const report = addReport(here);
  const [anas, bens] = [replicaOf(here, ana), replicaOf(here, ben)];
  replace(anas, ana, report, "desmin", "Desmin");
  replace(bens, ben, report, "desmin", "DESMIN");
  mergeInto(here, ben, anas);
  mergeInto(here, ben, bens);
  const { corrections } = listOtherCorrections(here, report);
  expect(corrections.map(({ edits, lost }) => [edits.length, lost])).toEqual([
    [1, 0],
    [0, 1],
  ]);
});
