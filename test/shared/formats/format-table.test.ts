import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { titleOfFormat } from "../../../shared/formats/format-ids.ts";
import { formatTable, inReadme, tableRows } from "./format-table.ts";

const rows = tableRows();

test.each(rows)("$format.id keeps what it is given, or says what it loses", ({ format, cells }) => {
  const other = cells.filter((cell) => cell !== "kept" && cell !== "lost, reported");
  expect([titleOfFormat(format.id), other]).toEqual([titleOfFormat(format.id), []]);
});

test("the README's table is what the formats do", () => {
  const readme = readFileSync(new URL("../../../README.md", import.meta.url), "utf8");
  expect(inReadme.exec(readme)?.[0]).toBe(formatTable(rows));
});
