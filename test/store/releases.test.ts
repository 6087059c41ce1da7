import { expect, test } from "vitest";
import { metadataKeys } from "../../electron/store/releases.ts";
import { removeReports } from "../../electron/store/reports.ts";
import { ana, arrivalOf, newProject, takeIn } from "./project.ts";

function arrivalWith(name: string, metadata: Record<string, string>) {
  const arrival = arrivalOf(`About ${name}.`, { name });
  return { ...arrival, document: { ...arrival.document, metadata } };
}

test("the names of what the metadata says are those of the reports that are there, each once, in order", () => {
  const db = newProject();
  const [, , gone] = takeIn(db, [
    arrivalWith("one", { year: "2023", kind: "letter" }),
    arrivalWith("two", { year: "2024" }),
    arrivalWith("three", { hospital: "north" }),
  ]);
  expect(metadataKeys(db)).toEqual(["hospital", "kind", "year"]);
  removeReports(db, ana, [gone ?? ""]);
  expect(metadataKeys(db)).toEqual(["kind", "year"]);
});
