import { expect, test } from "vitest";
import {
  areStepsHidden,
  redoneInWords,
  undoneInWords,
} from "../../../renderer/state/hidden-steps.ts";

test("while names are hidden, undo and redo do not say whose version a decision took", () => {
  const step = "took what Ada Lindqvist has of “desmin”";
  expect([undoneInWords(step), redoneInWords(step)]).toEqual([
    `Undone: ${step}.`,
    `Done again: ${step}.`,
  ]);
  areStepsHidden.set(true);
  expect([undoneInWords(step), redoneInWords(step)]).toEqual(["Undone.", "Done again."]);
});
