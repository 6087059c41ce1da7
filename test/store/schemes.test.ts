import { expect, test } from "vitest";
import { undo } from "../../electron/store/history.ts";
import { kindOfLabel, readScheme, replaceScheme } from "../../electron/store/schemes.ts";
import { defaultScheme } from "../../shared/scheme/default-scheme.ts";
import { ana, newProject } from "./project.ts";

test("a new project has the scheme it was given, as version 1", () => {
  expect(readScheme(newProject())).toEqual({ scheme: defaultScheme, version: 1 });
});

test("a scheme that differs is the next version; the same one changes nothing", () => {
  const db = newProject();
  const scheme = { ...defaultScheme, name: "Sarcoma scheme" };
  expect(replaceScheme(db, ana, scheme)).toMatchObject({
    summary: "changed the scheme “Sarcoma scheme”",
    stale: ["scheme"],
  });
  expect(readScheme(db)).toEqual({ scheme, version: 2 });
  expect(replaceScheme(db, ana, scheme).history).toBe(null);
  undo(db, ana);
  expect(readScheme(db)).toEqual({ scheme: defaultScheme, version: 1 });
});

test("a label knows the kind of entity that it speaks of", () => {
  const db = newProject();
  expect([kindOfLabel(db, "marker"), kindOfLabel(db, "unheard-of")]).toEqual(["marker", null]);
});
