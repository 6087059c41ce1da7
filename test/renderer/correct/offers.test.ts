import { expect, test } from "vitest";
import { takenOf, withTaken } from "../../../renderer/correct/chosen-repairs.ts";
import { withOffers } from "../../../renderer/correct/offers.ts";
import { applyEdits } from "../../../shared/correct/edits.ts";
import { findDefects } from "../../../shared/defects/find.ts";

const text = "The tumour is  rare. It was posi  tive for desmin.";

test("what others corrected is offered in the order of the text, in place of what was found there", () => {
  const found = findDefects(text);
  expect(found.length).toBe(2);
  const start = text.indexOf("posi");
  const edits = [{ start, end: start + "posi  tive".length, text: "positive" }];
  const offers = withOffers(found, [
    { annotator: "Ana", at: "2026-02-03T12:00:00Z", edits, lost: 0 },
  ]);
  expect(offers.map(({ replacement, because }) => [replacement, because])).toEqual([
    [found[0]?.replacement, found[0]?.because],
    ["positive", "Ana corrected this elsewhere on Feb 3, 2026."],
  ]);
  const taken = withTaken(text, [], offers);
  expect(applyEdits(text, taken)).toBe("The tumour is rare. It was positive for desmin.");
  expect([...takenOf(offers, taken)]).toEqual([0, 1]);
});
