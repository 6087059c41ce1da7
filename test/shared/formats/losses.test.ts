import { expect, test } from "vitest";
import { addUpLosses, countedLoss } from "../../../shared/formats/losses.ts";

test("counts of many documents are added up, and equal sentences are said once", () => {
  const name = '"PD-L1 (22)": written otherwise.';
  expect(
    addUpLosses([
      countedLoss("Entities", 3, "not seen."),
      name,
      countedLoss("Report labels", 1, "not seen."),
      countedLoss("Entities", 4, "not seen."),
      name,
    ]),
  ).toEqual(["Entities (7): not seen.", name, "Report labels (1): not seen."]);
});
