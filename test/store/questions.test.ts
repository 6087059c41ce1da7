import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { migrate } from "../../electron/store/migrate.ts";

test("0016 adds guideline questions and agreed changes to a project with packages, and keeps what is in it", () => {
  const db = new Database(":memory:");
  migrate(db, 15);
  db.exec("INSERT INTO conflict_choice VALUES ('c1', 'r1/Ana', 's1', 'v1')");
  migrate(db, 16);
  expect(db.prepare("SELECT * FROM conflict_choice").all()).toEqual([
    { id: "c1", layer: "r1/Ana", target: "s1", chosen: "v1" },
  ]);
  expect(db.prepare("SELECT * FROM guideline_question").all()).toEqual([]);
  expect(() =>
    db.exec(
      "INSERT INTO guideline_question VALUES ('q1', '', '?', '', '[]', '', '', '', '', '', NULL)",
    ),
  ).toThrow("CHECK constraint failed: label <> ''");
  expect(() => db.exec("INSERT INTO agreed_change VALUES ('a1', 'r1', '', '')")).toThrow(
    "CHECK constraint failed: annotator <> ''",
  );
  expect(db.pragma("foreign_key_check")).toEqual([]);
});
