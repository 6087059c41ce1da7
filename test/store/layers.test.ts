import { expect, test } from "vitest";
import { undo } from "../../electron/store/history.ts";
import {
  readLayer,
  setLayerLabels,
  setLayerNote,
  setLayerStatus,
  setLayerUnsure,
} from "../../electron/store/layers.ts";
import { addReport, ana, dump, newProject } from "./project.ts";

test("labels of a whole report are kept in the layer, told, and taken back by undo", () => {
  const db = newProject();
  const report = addReport(db);
  const before = dump(db);

  const change = setLayerLabels(db, ana, report, { quality: "good", rare: true });

  expect(change).toMatchObject({
    summary: "labelled “case-1”: quality good, rare",
    report,
    layer: { status: "open", labels: { quality: "good", rare: true } },
  });
  expect(readLayer(db, report, "Ana").labels).toEqual({ quality: "good", rare: true });
  expect(readLayer(db, report, "Ben").labels).toEqual({});
  expect(undo(db, ana).layer).toEqual({ status: "open", labels: {}, note: "", unsure: false });
  expect(dump(db)).toEqual(before);
});

test("a note on a report and a doubt of one's work on it are kept, and are a step of undo each", () => {
  const db = newProject();
  const report = addReport(db);
  const before = dump(db);

  expect(setLayerNote(db, ana, report, "Two tumours").layer).toEqual({
    status: "open",
    labels: {},
    note: "Two tumours",
    unsure: false,
  });
  expect(setLayerUnsure(db, ana, report, true).summary).toBe("was unsure of “case-1”");
  expect(readLayer(db, report, "Ana")).toMatchObject({ note: "Two tumours", unsure: true });
  expect(undo(db, ana).layer).toMatchObject({ note: "Two tumours", unsure: false });
  undo(db, ana);
  expect(dump(db)).toEqual(before);
});

test("the summary says only what changed", () => {
  const db = newProject();
  const report = addReport(db);
  setLayerLabels(db, ana, report, { quality: "good", organs: ["uterus"] });
  const change = setLayerLabels(db, ana, report, { organs: ["uterus", "spine"] });
  expect(change.summary).toBe("labelled “case-1”: no quality, organs uterus, spine");
});

test("a report that is done takes no labels", () => {
  const db = newProject();
  const report = addReport(db);
  setLayerStatus(db, ana, report, "done");
  expect(() => setLayerLabels(db, ana, report, { rare: true })).toThrow(/reopen it/);
});

test("labels that stay as they are leave no step to undo", () => {
  const db = newProject();
  const report = addReport(db);
  expect(setLayerLabels(db, ana, report, {}).history).toBeNull();
  setLayerLabels(db, ana, report, { rare: true });
  expect(setLayerLabels(db, ana, report, { rare: true }).history).toBeNull();
});
