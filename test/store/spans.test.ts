import { expect, test } from "vitest";
import { readLayer, setLayerStatus } from "../../electron/store/layers.ts";
import { addSpan, removeSpans, updateSpan } from "../../electron/store/spans.ts";
import type { Change } from "../../shared/model/change.ts";
import {
  addReport,
  ana,
  ben,
  draft,
  dump,
  marks,
  newProject,
  problems,
  rangeOf,
} from "./project.ts";

const idOf = (change: Change) => change.put.spans[0]?.id ?? "";
const nothingElse = { entities: [], relations: [], events: [], groups: [] };

test("a mark is saved, and the change tells all of it", () => {
  const db = newProject();
  const report = addReport(db);

  const change = addSpan(db, ana, report, { ...draft("desmin"), attributes: { negated: true } });

  const span = {
    id: idOf(change),
    label: "marker",
    ranges: [rangeOf("desmin")],
    quote: "desmin",
    attributes: { negated: true },
    entity: null,
    note: "",
  };
  expect(change).toEqual({
    history: 2,
    summary: "marked “desmin” as marker",
    report,
    put: { spans: [span], ...nothingElse },
    removed: [],
    layer: { status: "open", labels: {}, note: "", unsure: false },
    stale: [],
    next: { undo: "marked “desmin” as marker", redo: null },
  });
  expect(readLayer(db, report, "Ana")).toEqual({
    id: `${report}/Ana`,
    annotator: "Ana",
    status: "open",
    labels: {},
    spans: [span],
    ...nothingElse,
  });
  expect(readLayer(db, report, "Ben").spans).toEqual([]);
});

test("a mark of several ranges quotes them with one space between", () => {
  const db = newProject();
  const report = addReport(db);
  const ranges = [rangeOf("tumour"), rangeOf("desmin")];
  const change = addSpan(db, ana, report, { ...draft("desmin"), ranges, quote: "tumour desmin" });
  expect(change.put.spans[0]).toMatchObject({ ranges, quote: "tumour desmin" });
});

test("a mark on new entities names them like the quote, with the kind of the label", () => {
  const db = newProject();
  const report = addReport(db);
  addSpan(db, ana, report, draft("desmin", { entity: "new" }));
  addSpan(db, ana, report, draft("SMA", { entity: "new", label: "unheard-of" }));
  expect(marks(db, report, "Ana")).toEqual({
    spans: ["desmin: marker → marker desmin", "SMA: unheard-of → unheard-of SMA"],
    entities: ["marker desmin", "unheard-of SMA"],
  });
});

test.each([
  ["that does not say so", { ranges: [{ start: 0, end: 3 }] }],
  ["beyond the end", { ranges: [{ start: 50, end: 5000 }] }],
  ["of no length", { ranges: [{ start: 4, end: 4 }], quote: "" }],
  ["that runs backwards", { ranges: [{ start: 9, end: 4 }], quote: "" }],
])("a mark on a place %s is refused and leaves nothing", (_, wrong) => {
  const db = newProject();
  const report = addReport(db);
  const before = dump(db);
  expect(() => addSpan(db, ana, report, { ...draft("desmin"), ...wrong })).toThrow(
    expect.objectContaining({ code: "text-mismatch" }),
  );
  expect(dump(db)).toEqual(before);
});

test("a mark that cuts a character in two is refused", () => {
  const db = newProject();
  const report = addReport(db, "A 🧪 test");
  const half = { ...draft("desmin"), ranges: [{ start: 2, end: 3 }], quote: "\ud83e" };
  expect(() => addSpan(db, ana, report, half)).toThrow("cuts a character in two");
});

test("a mark on a report that is not there is refused with a sentence", () => {
  const db = newProject();
  expect(() => addSpan(db, ana, "nowhere", draft("desmin"))).toThrow(
    "That report is no longer in this project.",
  );
});

test("an update changes what it names and nothing else", () => {
  const db = newProject();
  const report = addReport(db);
  const id = idOf(addSpan(db, ana, report, draft("desmin", { entity: "new" })));

  const change = updateSpan(db, ana, id, { note: "diffuse", attributes: { historical: true } });
  expect(change.put.spans[0]).toMatchObject({
    id,
    quote: "desmin",
    label: "marker",
    note: "diffuse",
    attributes: { historical: true },
  });
  expect(updateSpan(db, ana, id, { ranges: [rangeOf("SMA")] }).put.spans[0]).toMatchObject({
    quote: "SMA",
    note: "diffuse",
  });
  expect(problems(db)).toEqual([]);
});

test("an update that changes nothing leaves no trace in the history", () => {
  const db = newProject();
  const report = addReport(db);
  const id = idOf(addSpan(db, ana, report, draft("desmin")));
  const change = updateSpan(db, ana, id, { label: "marker", note: "" });
  expect(change).toMatchObject({ history: null, put: { spans: [] } });
  expect(change.next.undo).toBe("marked “desmin” as marker");
});

test("a relabelled mark takes an entity of its own along, and leaves a shared one", () => {
  const db = newProject();
  const report = addReport(db);
  const first = addSpan(db, ana, report, draft("desmin", { entity: "new" }));
  const entity = first.put.spans[0]?.entity ?? null;
  updateSpan(db, ana, idOf(first), { label: "drug" });
  expect(marks(db, report, "Ana").entities).toEqual(["drug desmin"]);

  addSpan(db, ana, report, draft("SMA", { entity, label: "drug" }));
  updateSpan(db, ana, idOf(first), { label: "marker" });
  expect(marks(db, report, "Ana")).toEqual({
    spans: ["desmin: marker", "SMA: drug → drug desmin"],
    entities: ["drug desmin"],
  });
});

test("the last mark of an entity that nothing is known of takes it along", () => {
  const db = newProject();
  const report = addReport(db);
  const change = addSpan(db, ana, report, draft("desmin", { entity: "new" }));
  const removed = removeSpans(db, ana, [idOf(change)]);
  expect(removed.removed.toSorted()).toEqual(
    [idOf(change), change.put.entities[0]?.id ?? ""].toSorted(),
  );
  expect(marks(db, report, "Ana")).toEqual({ spans: [], entities: [] });
});

test("several marks are removed in one step, the same one twice too", () => {
  const db = newProject();
  const report = addReport(db);
  const ids = ["desmin", "SMA"].map((words) => idOf(addSpan(db, ana, report, draft(words))));
  const change = removeSpans(db, ana, [...ids, ...ids]);
  expect(change.removed.toSorted()).toEqual(ids.toSorted());
  expect(change.next.undo).toBe("unmarked 2 spans");
});

test("nobody changes another annotator's marks", () => {
  const db = newProject();
  const report = addReport(db);
  const id = idOf(addSpan(db, ana, report, draft("desmin")));
  const notFound = expect.objectContaining({ code: "not-found" });
  expect(() => updateSpan(db, ben, id, { note: "no" })).toThrow(notFound);
  expect(() => removeSpans(db, ben, [id])).toThrow(notFound);
});

test("a finished layer takes no marks until it is reopened", () => {
  const db = newProject();
  const report = addReport(db);
  const id = idOf(addSpan(db, ana, report, draft("desmin")));
  setLayerStatus(db, ana, report, "done");
  const closed = expect.objectContaining({ code: "layer-closed" });
  expect(() => addSpan(db, ana, report, draft("SMA"))).toThrow(closed);
  expect(() => updateSpan(db, ana, id, { note: "no" })).toThrow(closed);
  expect(() => removeSpans(db, ana, [id])).toThrow(closed);
  setLayerStatus(db, ana, report, "open");
  expect(addSpan(db, ana, report, draft("SMA")).history).not.toBe(null);
});
