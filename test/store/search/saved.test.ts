import { expect, test } from "vitest";
import { undo } from "../../../electron/store/history.ts";
import { forgetSearch, listSaved, saveSearch } from "../../../electron/store/search/saved.ts";
import { ana, ben, newProject } from "../project.ts";

test("a search is kept under its name, gives way to one of the same name, and undo brings it back", () => {
  const db = newProject();
  const change = saveSearch(db, ana, { name: "Unmarked CD34", query: "CD34 -is:marked" });
  expect(change).toMatchObject({
    summary: "saved the search “Unmarked CD34”",
    stale: ["searches"],
  });
  saveSearch(db, ben, { name: "unmarked cd34", query: "CD34" });
  saveSearch(db, ben, { name: "Doubts", query: "is:unsure" });
  const told = () => listSaved(db).map(({ name, query, annotator }) => [name, query, annotator]);
  expect(told()).toEqual([
    ["Doubts", "is:unsure", "Ben"],
    ["unmarked cd34", "CD34", "Ben"],
  ]);
  forgetSearch(db, ben, listSaved(db)[0]?.id ?? "");
  expect(told()).toEqual([["unmarked cd34", "CD34", "Ben"]]);
  undo(db, ben);
  expect(told()).toHaveLength(2);
  expect(() => forgetSearch(db, ben, "nowhere")).toThrow("no longer there");
});
