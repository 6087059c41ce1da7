import { describe, expect, test } from "vitest";
import { fitness } from "../../../renderer/palette/fitness.ts";
import { rank } from "../../../renderer/palette/rank.ts";
import type { Entry, Group } from "../../../renderer/palette/sources.ts";

const entry = (group: Group, name: string, detail = ""): Entry => ({
  id: name,
  group,
  name,
  detail,
  run: () => {},
});

const all = [
  entry("Actions", "Finish and Go On"),
  entry("Actions", "Next Report"),
  entry("Actions", "Previous Report"),
  entry("Labels", "diagnosis"),
  entry("Entities", "Desmin", "marker"),
  entry("Reports", "Uterine leiomyosarcoma", "case-7"),
];

const found = (typed: string, recent: string[] = []) =>
  rank(typed, all, recent).map(({ title, entries }) => [title, entries.map(({ name }) => name)]);

describe("what was typed fits", () => {
  test("by beginnings, words, initials and letters, in this order", () => {
    const fits = ["Finish and Go On", "finish", "go fin", "fgo", "nish", "fnsh"].map(
      (typed) => fitness(typed, "Finish and Go On") ?? -1,
    );
    expect(fits.slice(0, 5)).toEqual([100, 80, 60, 50, 40]);
    expect(fits[5]).toBeGreaterThan(0);
    expect(fits[5]).toBeLessThan(40);
  });

  test("by initials with and without the little words of other languages", () => {
    const finish = ["auw", "aw"].map((typed) => fitness(typed, "Abschließen und weiter"));
    const history = ["hdcr", "hcr"].map((typed) => fitness(typed, "Historique du compte rendu"));
    expect([...finish, ...history]).toEqual([50, 50, 50, 50]);
  });

  test("whatever the case and the accents", () => {
    expect(fitness("SJOGREN", "Sjögren’s syndrome")).toBe(80);
  });

  test("not when letters are missing or strewn about", () => {
    expect(fitness("finx", "Finish and Go On")).toBeNull();
    expect(fitness("fw", "fixed by very old walls")).toBeNull();
  });
});

describe("the palette", () => {
  test("has the best kind first, and only what fits", () => {
    expect(found("des")).toEqual([
      ["Entities", ["Desmin"]],
      ["Reports", ["Uterine leiomyosarcoma"]],
    ]);
    expect(found("report")[0]).toEqual(["Actions", ["Next Report", "Previous Report"]]);
  });

  test("puts what was done last first among what fits as well", () => {
    expect(found("report", ["Previous Report"])[0]).toEqual([
      "Actions",
      ["Previous Report", "Next Report"],
    ]);
  });

  test("shows what was done last, and all else, before anything is typed", () => {
    expect(found("", ["Desmin", "gone"])).toEqual([
      ["Last used", ["Desmin"]],
      ["Actions", ["Finish and Go On", "Next Report", "Previous Report"]],
      ["Labels", ["diagnosis"]],
      ["Reports", ["Uterine leiomyosarcoma"]],
    ]);
  });

  test("keeps the reports that the store found by their texts", () => {
    expect(found("smooth muscle")).toEqual([["Reports", ["Uterine leiomyosarcoma"]]]);
  });
});
