import { expect, test } from "vitest";
import { redo, undo } from "../../electron/store/history.ts";
import { readLayer } from "../../electron/store/layers.ts";
import { addSpan, removeSpans, updateSpan } from "../../electron/store/spans.ts";
import { mergeInto, replicaOf } from "./packages.ts";
import { addReport, ana, ben, draft, marks, newProject, problems } from "./project.ts";

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
