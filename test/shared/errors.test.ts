import { expect, test } from "vitest";
import { AppError } from "../../shared/errors.ts";

test("a sentence has nothing of a file that would control a screen", () => {
  const { message } = new AppError("bad-file", 'no "\u001b[2J\u0007\t" here\nand "\uD800" there');
  expect(message).toBe('no "\uFFFD[2J\uFFFD " here\nand "\uFFFD" there');
});

test("of what is too long to be read, the middle is left out of each line", () => {
  const { message } = new AppError("bad-file", `begins ${"x".repeat(10_000)} ends\nand more`);
  const [first = "", second] = message.split("\n");
  expect(first).toMatch(/^begins x+ … x+ ends$/);
  expect([first.length, second]).toEqual([503, "and more"]);
});
