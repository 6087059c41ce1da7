import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { applyEdits } from "../../../shared/correct/edits.ts";
import { editsOf } from "../../../shared/defects/as-edits.ts";
import { findDefects } from "../../../shared/defects/find.ts";
import { normaliseNewlines } from "../../../shared/text/newlines.ts";

const file = fileURLToPath(
  new URL("../../../../shared/data/reports/lms-cervical-spine-metastasis.txt", import.meta.url),
);
const read = () => normaliseNewlines(readFileSync(file, "utf8")).text;

/** Every defect of the report that a person found in it, but for line ends: "line:column kind: old > new". */
const byHand = [
  "5:17 spaces:    >  ",
  "5:36 spaces:    >  ",
  "9:92 ligature: e > The",
  "14:20 spaces:    >  ",
  "16:14 spaces:    >  ",
  "41:63 hyphen: / > ",
  "53:19 spaces:    >  ",
  "53:52 spaces:    >  ",
  "59:40 spaces:    >  ",
  "93:26 spaces:    >  ",
  "101:1 figure-letters: cba// > ",
  "107:1 figure-letters: a b/ > ",
  "110:1 ligature: e > The",
  "120:8 spaces:    >  ",
];

/** The lines, from 1, that end where the page did; every other line is blank, a heading or a paragraph's last. */
const wrapped = [
  ...[3, 4, 5, 6, 7, 9, 10, 11, 14, 15, 16, 17, 18, 19, 20, 21, 24, 25, 27, 28, 29, 30, 31, 36, 37],
  ...[38, 39, 40, 42, 43, 44, 45, 46, 47, 52, 55, 56, 57, 58, 59, 60, 67, 68, 69, 70, 71, 72, 73],
  ...[74, 79, 80, 81, 82, 83, 88, 89, 90, 91, 92, 93, 94, 97, 98, 103, 104, 110, 111, 112, 113],
  ...[115, 117, 118, 120, 121],
];

function placed(text: string) {
  return findDefects(text).map((defect) => {
    const before = text.slice(0, defect.start).split("\n");
    const old = text
      .slice(defect.start, defect.end)
      .replaceAll("\n", "/")
      .replaceAll("\u00a0", " ");
    const place = `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
    return {
      ...defect,
      line: before.length,
      said: `${place} ${defect.kind}: ${old} > ${defect.replacement}`,
    };
  });
}

describe.skipIf(!existsSync(file))(
  "the report that was copied from a PDF (skipped without ../shared/data)",
  () => {
    test("has every defect that a person found in it, and no other", () => {
      const found = placed(read());
      const [moves, repairs] = [true, false].map((moves) =>
        found.filter(({ kind }) => (kind === "order") === moves),
      );
      const others = repairs?.filter(({ kind }) => kind !== "line-end");
      expect(others?.map(({ said }) => said)).toEqual(byHand);
      const ends = repairs?.filter(({ kind }) => kind === "line-end");
      expect(ends?.map(({ line }) => line)).toEqual(wrapped);
      expect(new Set(ends?.map(({ replacement }) => replacement))).toEqual(new Set([" "]));
      expect(repairs?.filter(({ certainty }) => certainty !== "sure")).toEqual([]);
      expect(moves).toMatchObject([{ line: 8, certainty: "likely", movedTo: 0 }]);
    });

    test("is mended when all are taken, its title page and its torn word as well", () => {
      const text = applyEdits(read(), editsOf(read(), findDefects(read())));
      expect(text).toMatch(
        /^Background: .* muscle\. The most common sites .*\n\nCase Description: /,
      );
      expect(text).toMatch(
        /\n\nConclusion: .*\n\n INTRODUCTION\n\n.*Here, a 63-year-old female who/,
      );
      expect(text).toContain("laminar/C5–C6 bony foraminal lesion documented");
      expect(text).toContain("CONCLUSION\n\nThe prognosis for");
      expect(text).not.toMatch(/\ncba\n|\na b\n/);
      expect(findDefects(text)).toEqual([]);
    });
  },
);
