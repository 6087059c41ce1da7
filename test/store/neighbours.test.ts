import { expect, test } from "vitest";
import { setLayerStatus } from "../../electron/store/layers.ts";
import { findNeighbours } from "../../electron/store/neighbours.ts";
import { removeReports } from "../../electron/store/reports.ts";
import { neighboursInList } from "../../electron/store/search/work-list.ts";
import { ana, arrivalOf, ben, newProject, takeIn } from "./project.ts";

const all = { search: "", status: "any" } as const;

/** Reports a to e; a is done, d is locked, and c is out of the project again. */
function fiveReports() {
  const db = newProject();
  const texts = { a: "Sarcoma.", b: "Sarcoma.", c: "Sarcoma.", d: "Lymphoma.", e: "A sarcoma." };
  const arrivals = Object.entries(texts).map(([name, text]) => arrivalOf(text, { name }));
  const [a = "", b = "", c = "", d = "", e = ""] = takeIn(db, arrivals);
  setLayerStatus(db, ana, a, "done");
  setLayerStatus(db, ana, d, "locked");
  removeReports(db, ana, [c]);
  return { db, a, b, d, e };
}

test("reports stand beside each other in the order they came, without those removed", () => {
  const { db, a, b, d, e } = fiveReports();
  expect(findNeighbours(db, "Ana", { ...all, report: b })).toEqual({
    previous: a,
    next: d,
    nextOpen: e,
  });
});

test("the next open report is looked for from the start when none follows", () => {
  const { db, b, d, e } = fiveReports();
  expect(findNeighbours(db, "Ana", { ...all, report: e })).toEqual({
    previous: d,
    next: null,
    nextOpen: b,
  });
});

test("what one has finished is open to another", () => {
  const { db, a, e } = fiveReports();
  expect(findNeighbours(db, "Ben", { ...all, report: e }).nextOpen).toBe(a);
});

test("a search leaves out what does not fit it, and a status too, but not from what is open", () => {
  const { db, a, b, e } = fiveReports();
  const filter = { search: "sarcoma", status: "done" } as const;
  expect(findNeighbours(db, "Ana", { ...filter, status: "any", report: b }).next).toBe(e);
  expect(findNeighbours(db, "Ana", { ...filter, report: b })).toEqual({
    previous: a,
    next: null,
    nextOpen: e,
  });
});

test("around the only report there is nothing", () => {
  const db = newProject();
  const [report = ""] = takeIn(db, [arrivalOf("Alone.")]);
  setLayerStatus(db, ben, report, "done");
  expect(findNeighbours(db, "Ben", { ...all, report })).toEqual({
    previous: null,
    next: null,
    nextOpen: null,
  });
});

test("a list of work is followed by what it finds and by what the library is narrowed to", () => {
  const { db, a, b, d, e } = fiveReports();
  const around = (query: string, report: string, more = {}) =>
    neighboursInList(db, "Ana", { ...all, ...more, query, report });
  expect(around("sarcoma", b)).toEqual({ previous: a, next: e, nextOpen: e });
  expect(around("sarcoma -is:marked", d)).toEqual({ previous: b, next: e, nextOpen: e });
  expect(around("status:open OR status:new", a)).toEqual({ previous: null, next: b, nextOpen: b });
  expect(around("sarcoma", b, { status: "done" })).toEqual({
    previous: a,
    next: null,
    nextOpen: e,
  });
  expect(around("-nothing", a, { search: "lymph" })).toEqual({
    ...{ previous: null, next: d, nextOpen: null },
  });
});
