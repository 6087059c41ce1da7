import { expect, test } from "vitest";
import type { Author } from "../../electron/store/history.ts";
import { decide } from "../../electron/store/review/decisions.ts";
import { listReasons } from "../../electron/store/review/reasons.ts";
import { readReviewed } from "../../electron/store/review/reviewing.ts";
import { addReport, layer, newProject, span } from "./project.ts";

const rita: Author = { annotator: "Rita", now: () => new Date("2026-03-04T05:06:07.000Z") };

test("reasons of decisions are counted over the project, and decisions without one are not", () => {
  const db = newProject();
  const spans = ["tumour", "desmin", "SMA"].map((words, at) => span(`a${at}`, words));
  const done = { status: "done" } as const;
  const layers = [layer("Ana", { ...done, spans }), layer("Ben", done)];
  const report = addReport(db, undefined, { layers });
  expect(listReasons(db)).toEqual([]);
  const given = ["missed", "missed", ""];
  for (const [at, { key }] of readReviewed(db, report, null).comparison.differences.entries())
    decide(db, rita, {
      ...{ report, key, choice: { do: "none" }, annotators: null },
      ...{ reason: given[at] ?? "", note: "" },
    });
  expect(listReasons(db)).toEqual([{ reason: "missed", count: 2 }]);
});
