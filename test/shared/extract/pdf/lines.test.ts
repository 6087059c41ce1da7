import { expect, test } from "vitest";
import { boxOnPage, sheetsOf } from "../../../../shared/extract/pdf/runs.ts";
import { page, pageOf, run } from "./builders.ts";

const texts = (lines: ReturnType<typeof pageOf>) => lines.map(({ text }) => text);

test("runs without a gap make one word, a gap makes a space", () => {
  expect(texts(pageOf([run("Gri", 50, 100), run("ff", 65, 100), run("on", 78, 100)]))).toEqual([
    "Griff on",
  ]);
});

test("a raised reference number stays in its line, also where it is drawn later", () => {
  const lines = pageOf([
    run("survival", 50, 100),
    run("is", 100, 100),
    run("below", 50, 112),
    run("12", 90, 96, { size: 6 }),
  ]);
  expect(texts(lines)).toEqual(["survival12 is", "below"]);
});

test("an exponent is written in raised digits, and a lowered number is not", () => {
  const lines = pageOf([
    run("10", 50, 100),
    run("−3", 60, 96, { size: 6 }),
    run("mm2", 72, 100),
    run("10", 50, 112),
    run("4", 60, 114, { size: 6 }),
  ]);
  expect(texts(lines)).toEqual(["10⁻³ mm2", "104"]);
});

test("a gutter parts two lines", () => {
  expect(texts(pageOf([run("left", 50, 100), run("right", 90, 100)]))).toEqual(["left", "right"]);
});

test("text drawn twice to look bold is kept once and remembered", () => {
  const [line] = pageOf([run("Margins", 50, 100), run("Margins", 50.4, 100.2)]);
  expect([line?.text, line?.doubled]).toEqual(["Margins", "Margins"]);
});

test("a number before a hanging paragraph belongs to its first line", () => {
  expect(texts(pageOf([run("Smith J. Title.", 80, 100), run("1.", 50, 100)]))).toEqual([
    "1. Smith J. Title.",
  ]);
});

test("Arabic is put together from right to left", () => {
  expect(texts(pageOf([run("العالم", 50, 100), run("مرحبا", 84, 100)]))).toEqual(["مرحبا العالم"]);
});

test("turned text is read upright and its box is where it stands on the page", () => {
  const face = { name: "Text", bold: false, italic: false };
  const [sheet] = sheetsOf(1, page, [
    { text: "up the side", matrix: [0, -10, -10, 0, 40, 500], width: 60, face },
  ]);
  expect(sheet && { ...sheet, runs: sheet.runs.length }).toEqual({
    page: 1,
    turn: 270,
    width: 800,
    height: 600,
    runs: 1,
  });
  const [first] = sheet?.runs ?? [];
  if (!sheet || !first) throw new Error("no sheet");
  expect(boxOnPage(sheet, [first.left, first.baseline - 8, first.right, first.baseline])).toEqual([
    32, 440, 40, 500,
  ]);
});
