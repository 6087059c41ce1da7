import { expect, test } from "vitest";
import { undo } from "../../electron/store/history.ts";
import {
  kindOfLabel,
  listVersions,
  readScheme,
  readVersion,
  replaceScheme,
  restoreScheme,
} from "../../electron/store/scheme/schemes.ts";
import { defaultScheme } from "../../shared/scheme/default-scheme.ts";
import { ana, ben, newProject } from "./project.ts";

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

test("every version is kept with who made it, when and how, also one that was undone", () => {
  const db = newProject();
  const named = (name: string) => ({ ...defaultScheme, name });
  replaceScheme(db, ana, named("Second"));
  undo(db, ana);
  replaceScheme(db, ben, named("Third"));
  restoreScheme(db, ana, 2);
  expect(readScheme(db)).toEqual({ scheme: named("Second"), version: 4 });
  expect(readVersion(db, 3)).toEqual(named("Third"));
  const at = "2026-02-03T04:05:06.000Z";
  expect(listVersions(db)).toEqual([
    {
      version: 4,
      annotator: "Ana",
      at,
      summary: "went back to version 2 of the scheme",
      isCurrent: true,
    },
    { version: 3, annotator: "Ben", at, summary: "changed the scheme “Third”", isCurrent: false },
    { version: 2, annotator: "Ana", at, summary: "changed the scheme “Second”", isCurrent: false },
    {
      version: 1,
      annotator: "",
      at: expect.any(String),
      summary: "began with this scheme",
      isCurrent: false,
    },
  ]);
});
