import { expect, test } from "vitest";
import { addUpLosses, lossSentence } from "../../../shared/formats/losses.ts";

const entities = (count: number, ...examples: string[]) => ({
  ...{ things: "Entities", count, consequence: "not seen.", examples },
});

test("counts of many documents are added up, and the first examples kept", () => {
  const labels = { things: "Report labels", count: 1, consequence: "not seen.", examples: [] };
  const sum = addUpLosses([entities(3, "a", "b", "c"), labels, entities(4, "d", "e", "f")]);
  expect(sum).toEqual([entities(7, "a", "b", "c", "d", "e"), labels]);
});

test("a loss is one sentence with its count", () => {
  expect(lossSentence(entities(3))).toBe("Entities (3): not seen.");
});
