import { expect, test } from "vitest";
import { undo } from "../../electron/store/history.ts";
import { setLayerStatus } from "../../electron/store/layers.ts";
import { summarise } from "../../electron/store/project.ts";
import { describeReport, removeReports } from "../../electron/store/reports.ts";
import { addSpan } from "../../electron/store/spans.ts";
import { ana, arrivalOf, ben, draft, newProject, sentence, takeIn } from "./project.ts";

test("a new project holds nothing", () => {
  expect(summarise(newProject())).toEqual({ reports: 0, cases: 0, characters: 0, layers: [] });
});

test("reports, cases, characters and everybody's work are counted, without what was removed", () => {
  const db = newProject();
  const texts = [sentence, "A sarcoma 🧪.", sentence];
  const reports = takeIn(
    db,
    texts.map((text, at) => arrivalOf(text, { name: `case-${at}` })),
  );
  const [first = "", second = "", third = ""] = reports;
  describeReport(db, ana, { report: second, title: "Again", case: "case-0" });
  for (const words of ["desmin", "SMA"]) addSpan(db, ana, first, draft(words));
  addSpan(db, ben, first, draft("SMA"));
  setLayerStatus(db, ana, second, "done");
  setLayerStatus(db, ben, first, "locked");
  addSpan(db, ben, third, draft("desmin"));

  const whole = {
    reports: 3,
    cases: 2,
    characters: 2 * sentence.length + 13,
    layers: [
      { annotator: "Ana", reports: 2, done: 1, spans: 2 },
      { annotator: "Ben", reports: 2, done: 1, spans: 2 },
    ],
  };
  expect(summarise(db)).toEqual(whole);
  removeReports(db, ana, [third]);
  expect(summarise(db)).toEqual({
    reports: 2,
    cases: 1,
    characters: sentence.length + 13,
    layers: [
      { annotator: "Ana", reports: 2, done: 1, spans: 2 },
      { annotator: "Ben", reports: 1, done: 1, spans: 1 },
    ],
  });
  undo(db, ana);
  expect(summarise(db)).toEqual(whole);
});
