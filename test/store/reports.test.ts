import { expect, test } from "vitest";
import { listAnnotators, setLayerStatus } from "../../electron/store/layers.ts";
import {
  describeReport,
  listReportIds,
  listReports,
  readReport,
  removeReports,
} from "../../electron/store/reports.ts";
import { addSpan } from "../../electron/store/spans.ts";
import { addReport, ana, arrivalOf, ben, draft, newProject, sentence, takeIn } from "./project.ts";

const all = { search: "", status: "any", after: null, limit: 200 } as const;

function threeReports() {
  const db = newProject();
  const arrivals = [
    arrivalOf(sentence, { name: "desmin-case" }),
    arrivalOf("Ein Sarkom der Gebärmutter, 100 % CD10.", { name: "german" }),
    arrivalOf("Nodular fasciitis.", { name: "50%_done" }),
  ];
  return { db, reports: takeIn(db, arrivals) };
}

test("a report is read as it came", () => {
  const db = newProject();
  const report = addReport(db);
  expect(readReport(db, report)).toEqual({
    id: report,
    title: "case-1",
    case: "case-1",
    text: sentence,
    textSha256: "5458b4b981fcfdfb80f9910c4bcf5c06f779205e3d29507648e0efd20e51dc56",
    sections: [],
    metadata: {},
    source: "case-1.txt",
    warnings: [],
  });
});

test("the list shows the current annotator's work, and everybody's number of marks", () => {
  const { db, reports } = threeReports();
  const [first = "", second = ""] = reports;
  addSpan(db, ana, first, draft("desmin"));
  addSpan(db, ben, first, draft("desmin"));
  addSpan(db, ben, first, draft("SMA"));
  setLayerStatus(db, ben, second, "done");

  const { rows, total, next } = listReports(db, "Ben", all);

  expect({ total, next }).toEqual({ total: 3, next: null });
  expect(rows[0]).toEqual({
    id: first,
    title: "desmin-case",
    case: "desmin-case",
    source: "desmin-case.txt",
    characters: sentence.length,
    warnings: 0,
    status: "open",
    spans: 2,
    layers: [
      { annotator: "Ana", spans: 1, status: "open" },
      { annotator: "Ben", spans: 2, status: "open" },
    ],
  });
  expect(rows.map(({ status }) => status)).toEqual(["open", "done", "new"]);
  expect(listAnnotators(db)).toEqual(["Ana", "Ben"]);
});

test("reports that several people have a layer in can be asked for, also a page at a time", () => {
  const { db, reports } = threeReports();
  for (const report of reports) setLayerStatus(db, ana, report, "open");
  const [first = "", , third = ""] = reports;
  addSpan(db, ben, first, draft("desmin"));
  setLayerStatus(db, ben, third, "done");
  const several = { ...all, severalLayers: true };
  const page = listReports(db, "Ana", { ...several, limit: 1 });
  expect([page.rows.map(({ id }) => id), page.total]).toEqual([[first], 2]);
  const next = listReports(db, "Ana", { ...several, after: page.next });
  expect([next.rows.map(({ id }) => id), next.next]).toEqual([[third], null]);
  expect(listReports(db, "Ana", { ...several, search: "fasc" }).total).toBe(1);
});

test.each([
  ["desmin", ["desmin-case"]],
  ["SMA tum", ["desmin-case"]],
  ["tum SMA", []],
  ["gebarmutter", ["german"]],
  ["cd10", ["german"]],
  ["fasc", ["50%_done"]],
  ["50%_", ["50%_done"]],
  ['"desmin" OR NEAR(', ["desmin-case"].slice(1)],
  ["%", ["50%_done"]],
  ["++", []],
  ["  ", ["desmin-case", "german", "50%_done"]],
  ["nothing like it", []],
])("a search for %j finds %j", (search, titles) => {
  const { db } = threeReports();
  const { rows, total } = listReports(db, "Ana", { ...all, search });
  expect(rows.map(({ title }) => title)).toEqual(titles);
  expect(total).toBe(titles.length);
});

test("pages follow each other without a gap or an overlap", () => {
  const db = newProject();
  const reports = takeIn(
    db,
    Array.from({ length: 7 }, (_, n) => arrivalOf(`Report ${n}.`, { name: `r${n}` })),
  );
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page: ReturnType<typeof listReports> = listReports(db, "Ana", {
      ...all,
      after,
      limit: 3,
    });
    expect(page.total).toBe(7);
    seen.push(...page.rows.map(({ id }) => id));
    after = page.next;
  } while (after !== null);
  expect(seen).toEqual(reports);
});

test("reports are listed by status", () => {
  const { db, reports } = threeReports();
  setLayerStatus(db, ana, reports[1] ?? "", "locked");
  const listed = (status: "new" | "locked" | "open") =>
    listReports(db, "Ana", { ...all, status }).rows.map(({ title }) => title);
  expect(listed("locked")).toEqual(["german"]);
  expect(listed("new")).toEqual(["desmin-case", "50%_done"]);
  expect(listed("open")).toEqual([]);
});

test("a report gets another title and case", () => {
  const { db, reports } = threeReports();
  const [report = ""] = reports;
  const change = describeReport(db, ana, { report, title: "Uterus", case: "Patient 7" });
  expect(change).toMatchObject({
    summary: "renamed “desmin-case” to “Uterus”",
    report,
    stale: ["reports"],
  });
  expect(readReport(db, report)).toMatchObject({ title: "Uterus", case: "Patient 7" });
  expect(describeReport(db, ana, { report, title: "Uterus", case: "Patient 8" }).summary).toBe(
    "put “Uterus” in case Patient 8",
  );
});

test("removed reports are nowhere to be seen, and nothing can be done with them", () => {
  const { db, reports } = threeReports();
  const [first = "", second = ""] = reports;
  addSpan(db, ana, first, draft("desmin"));
  const change = removeReports(db, ben, [first, second, first]);

  expect(change).toMatchObject({ summary: "removed 2 reports", stale: ["reports"] });
  expect(listReportIds(db)).toEqual([reports[2]]);
  expect(listReports(db, "Ana", { ...all, search: "desmin" }).rows).toEqual([]);
  expect(listAnnotators(db)).toEqual([]);
  const notFound = expect.objectContaining({ code: "not-found" });
  expect(() => readReport(db, first)).toThrow(notFound);
  expect(() => addSpan(db, ana, first, draft("SMA"))).toThrow(notFound);
  expect(() => setLayerStatus(db, ana, first, "done")).toThrow(notFound);
  expect(() => removeReports(db, ana, [first])).toThrow(notFound);
  expect(() => describeReport(db, ana, { report: first, title: "x", case: "x" })).toThrow(notFound);
});
