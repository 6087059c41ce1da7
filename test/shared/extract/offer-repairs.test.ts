import { expect, test } from "vitest";
import { applyEdits } from "../../../shared/correct/edits.ts";
import { editsOf } from "../../../shared/defects/as-edits.ts";
import type { Defect } from "../../../shared/defects/defect.ts";
import { findDefects } from "../../../shared/defects/find.ts";
import { firstChoices, noChoices, pieceId, swapBlocks } from "../../../shared/extract/choices.ts";
import { composeText } from "../../../shared/extract/compose.ts";
import type { Extracted } from "../../../shared/extract/extracted.ts";
import { chooseMove, isMoved } from "../../../shared/extract/moves.ts";
import { offerRepairs } from "../../../shared/extract/offer-repairs.ts";
import { readPlain } from "../../../shared/extract/plain.ts";

const text = "The mass was\nresected  whole.\n\n12\n\nIt was a lipoma.\n";
const defect = (start: number, end: number, replacement: string, more: Partial<Defect> = {}) => {
  const given = { kind: "spaces", because: "So it is.", certainty: "sure" } as const;
  return { ...given, start, end, replacement, ...more };
};
const withAllRefused = (file: Extracted) => ({
  ...noChoices,
  refused: file.blocks.flatMap(({ pieces }, block) => pieces.map((_, at) => pieceId(block, at))),
});

test("repairs are offered, and the text stays the file's own until they are taken", () => {
  const defects = [defect(12, 13, " "), defect(21, 23, " ")];
  const file = offerRepairs(readPlain(text), defects);
  expect(composeText(file, firstChoices(file)).text).toBe(text);
  expect(composeText(file, withAllRefused(file)).text).toBe(text);
  expect(composeText(file).text).toBe(text.replace("was\n", "was ").replace("  ", " "));
  expect(file.notes).toEqual([
    "2 repairs are offered and not taken; look at the text to take them.",
  ]);
});

test("a repair over several blocks makes one of them", () => {
  const before = readPlain(text);
  const file = offerRepairs(before, [defect(28, 36, " ")]);
  expect(file.blocks.length).toBeLessThan(before.blocks.length);
  expect(composeText(file).text).toBe(`${text.slice(0, 28)} ${text.slice(36)}`);
});

test("what stands in the wrong place is said", () => {
  const file = offerRepairs(readPlain(text), [defect(0, 5, "", { kind: "order", movedTo: 9 })]);
  expect(file.warnings).toEqual(["So it is."]);
});

const torn = `INTRODUCTION

The tumour is rare and arises in muscle. Here, a 63-year-
 Background: It is a rare tumour of muscle. e most
common site is the uterus.

Conclusion: Resection is the first line of treatment.
 old female who had been well was seen.

CASE REPORT

She had a mass.
`;

test("what stands in the wrong place is offered to be moved, with or without its repairs", () => {
  const defects = findDefects(torn);
  const file = offerRepairs(readPlain(torn), defects);
  const choices = firstChoices(file);
  expect(composeText(file, choices).text).toBe(torn);
  const [move] = file.moves ?? [];
  if (!move) throw new Error("nothing is offered to be moved");
  const [moved, all] = [choices, noChoices].map((one) => chooseMove(file, one, move, true));
  expect(composeText(file, all).text).toBe(applyEdits(torn, editsOf(torn, defects)));
  expect(composeText(file, moved).text).toContain("Here, a 63-year-old female who had been well");
  expect([choices, moved, all].map((one) => one && isMoved(one, move))).toEqual([
    false,
    true,
    true,
  ]);
  expect(moved && chooseMove(file, moved, move, false)).toEqual(choices);
});

test("a block of what moves can be taken out and put elsewhere", () => {
  const file = offerRepairs(readPlain(torn), findDefects(torn));
  const [move] = file.moves ?? [];
  if (!move) throw new Error("nothing is offered to be moved");
  const moved = chooseMove(file, firstChoices(file), move, true);
  const swapped = swapBlocks(file, moved, move.first, move.last);
  expect(isMoved(swapped, move)).toBe(false);
  expect(composeText(file, swapped).text).toMatch(/^Conclusion: .*\n\nBackground: /);
});

test("whatever is found in a text, refusing all of it gives the text back", () => {
  const pasted =
    "A woman had a mass that was exci-\nsed; the  excision was whole.\n\n2\n\nIt was excised.\n";
  const file = offerRepairs(readPlain(pasted), findDefects(pasted));
  expect(composeText(file, withAllRefused(file)).text).toBe(pasted);
});
