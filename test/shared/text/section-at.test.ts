import { expect, test } from "vitest";
import type { Section, SectionKind } from "../../../shared/model/report.ts";
import { sectionAt } from "../../../shared/text/section-at.ts";

const section = (kind: SectionKind, start: number, end: number): Section => ({
  ...{ kind, start, end, title: "" },
});

test("of sections that hold an offset it is the one that begins last, and then ends first", () => {
  const sections = [
    section("results", 0, 5),
    section("case", 0, 40),
    section("microscopy", 10, 30),
    section("molecular", 20, 50),
  ];
  const kinds = [0, 5, 10, 19, 20, 30, 49, 50].map((at) => sectionAt(sections, at)?.kind ?? null);
  expect(kinds).toEqual([
    ...["results", "case", "microscopy", "microscopy"],
    ...["molecular", "molecular", "molecular", null],
  ]);
  expect(sectionAt(sections.toReversed(), 0)?.kind).toBe("results");
});
