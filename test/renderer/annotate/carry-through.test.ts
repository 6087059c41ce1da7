import { expect, test } from "vitest";
import { type Correction, carryThrough } from "../../../renderer/annotate/carry-through.ts";

const text = "e tumour was 5 cm.";
const steps: Correction[] = [
  [{ start: 0, end: 1, text: "The" }],
  [{ start: 15, end: 16, text: "6" }],
];
const tumour = { start: 2, end: 8 };

test("places go through every correction that led to the text", () => {
  const corrections = [...steps];
  const carry = carryThrough(text, "The tumour was 6 cm.", corrections);
  expect(carry(tumour)).toEqual({ start: 4, end: 10 });
  expect(corrections).toEqual([]);
});

test("a correction that is not in the text yet waits for the next reading", () => {
  const corrections = [...steps];
  const carry = carryThrough(text, "The tumour was 5 cm.", corrections);
  expect(carry(tumour)).toEqual({ start: 4, end: 10 });
  expect(corrections).toEqual(steps.slice(1));
});

test("in a text that is another for no known reason, a place is never outside", () => {
  const carry = carryThrough(text, "Short.", []);
  expect(carry({ start: 10, end: 16 })).toEqual({ start: 6, end: 6 });
});
