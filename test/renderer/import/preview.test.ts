import fc from "fast-check";
import { expect, test } from "vitest";
import {
  countAll,
  isAllTaken,
  moveBlock,
  putBack,
  setAll,
  setKind,
  setRestored,
  takeOut,
  toggleRepair,
  wholeBlock,
} from "../../../renderer/import/change-choices.ts";
import { previewBlocks } from "../../../renderer/import/preview-blocks.ts";
import { countKinds, stopFrom, stopsOf } from "../../../renderer/import/preview-stops.ts";
import { type Choices, noChoices } from "../../../shared/extract/choices.ts";
import { composeText } from "../../../shared/extract/compose.ts";
import {
  type BlockKind,
  type Extracted,
  type Piece,
  plainPiece,
  repairedPiece,
} from "../../../shared/extract/extracted.ts";

const block = (kind: BlockKind, ...pieces: Piece[]) => ({
  kind,
  level: null,
  section: null,
  pieces,
});
const hyphen = repairedPiece("hyphen", "-\n", "");
const file: Extracted = {
  kind: "pdf",
  title: null,
  metadata: {},
  warnings: [],
  blocks: [
    block("paragraph", plainPiece("An exci"), hyphen, plainPiece("sion of the mass.")),
    block("left-out", repairedPiece("running-head", "J Pathol 2020", "")),
    block(
      "paragraph",
      plainPiece("Margins were"),
      repairedPiece("line-end", "\n", " "),
      plainPiece("free."),
    ),
  ],
};

const viewsOf = (choices: Choices, extracted = file) => [
  ...previewBlocks(extracted, choices, new Map()).values(),
];
const textOf = (choices: Choices) => composeText(file, choices).text;

/** What the preview shows as being in the text, without regard to white space. */
function shown(extracted: Extracted, choices: Choices): string {
  const kept = viewsOf(choices, extracted)
    .filter(({ isOut }) => !isOut)
    .map(({ segments }) =>
      segments
        .filter(({ isCut }) => !isCut)
        .map(({ text }) => text)
        .join(""),
    );
  return kept.join("").replace(/\s/g, "");
}

const index = fc.nat({ max: 2 });
const piece = fc.nat({ max: 2 });
const step = fc.oneof(
  fc.record({ do: fc.constant("repair" as const), index, piece }),
  fc.record({ do: fc.constant("cut" as const), index, piece, from: fc.nat(9), length: fc.nat(9) }),
  fc.record({ do: fc.constant("whole" as const), index }),
  fc.record({ do: fc.constant("back" as const), index }),
  fc.record({ do: fc.constant("restore" as const), isBack: fc.boolean() }),
  fc.record({
    do: fc.constant("move" as const),
    index,
    by: fc.constantFrom(1 as const, -1 as const),
  }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

function after(choices: Choices, step: Step): Choices {
  const views = viewsOf(choices);
  const view = "index" in step ? views.find((one) => one.index === step.index) : undefined;
  switch (step.do) {
    case "repair":
      return file.blocks[step.index]?.pieces[step.piece]
        ? toggleRepair(choices, step.index, step.piece)
        : choices;
    case "cut": {
      const { piece, from, length } = step;
      const to = { piece, offset: from + length };
      return takeOut(choices, [{ block: step.index, from: { piece, offset: from }, to }]);
    }
    case "whole":
      return view ? takeOut(choices, [wholeBlock(view)]) : choices;
    case "back":
      return putBack(choices, step.index);
    case "restore":
      return setRestored(file, choices, [1], step.isBack);
    case "move":
      return moveBlock(file, choices, views, step.index, step.by) ?? choices;
    default:
      return step satisfies never;
  }
}

test("the preview shows what the report will say, whatever is chosen", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const choices = steps.reduce(after, noChoices);
      expect(shown(file, choices)).toBe(textOf(choices).replace(/\s/g, ""));
    }),
  );
});

test("a refused repair leaves what the file has, and is taken again", () => {
  const refused = toggleRepair(noChoices, 0, 1);
  expect(textOf(refused)).toContain("exci-\nsion");
  expect(toggleRepair(refused, 0, 1)).toEqual(noChoices);
  const all = setKind(file, noChoices, "hyphen", false);
  expect([all, setKind(file, all, "hyphen", true)]).toEqual([refused, noChoices]);
  expect(countKinds(viewsOf(refused)).get("hyphen")).toEqual({
    kind: "hyphen",
    total: 1,
    taken: 0,
  });
});

test("what was left out is put back as the file has it, and left out again", () => {
  const restored = setRestored(file, noChoices, [1], true);
  expect(textOf(restored)).toContain("J Pathol 2020");
  expect(setRestored(file, restored, [1], false)).toEqual(noChoices);
});

test("the arrows go through the repairs that are shown and what was left out, and end there", () => {
  const views = viewsOf(noChoices);
  const stops = stopsOf(views, new Set(["line-end"]));
  expect(stops).toEqual([
    { block: 0, piece: 1 },
    { block: 1, piece: null },
  ]);
  const [first = null, last = null] = stops;
  expect([
    stopFrom(views, stops, null, 1),
    stopFrom(views, stops, first, 1),
    stopFrom(views, stops, last, 1),
    stopFrom(views, stops, { block: 2, piece: null }, -1),
  ]).toEqual([first, last, null, last]);
});

test("only the blocks that a choice touches are drawn anew", () => {
  const before = previewBlocks(file, noChoices, new Map());
  const now = previewBlocks(file, toggleRepair(noChoices, 0, 1), before);
  const [was, is] = [[...before.values()], [...now.values()]];
  expect(is.map((view, at) => view === was[at])).toEqual([false, true, true]);
});

test("all repairs and moves are taken by one step, and refused by one", () => {
  const torn: Extracted = {
    ...file,
    moves: [{ first: 1, last: 1, before: 0, seam: " ", because: "So it is." }],
    blocks: [0, 2, 2].map((index) => file.blocks[index]!),
  };
  const first = setAll(torn, noChoices, false);
  expect([isAllTaken(torn, noChoices), isAllTaken(torn, first)]).toEqual([false, false]);
  const all = setAll(torn, first, true);
  expect(all).toEqual({ ...noChoices, order: [1, 0, 2] });
  expect([isAllTaken(torn, all), countAll(torn)]).toEqual([true, 4]);
  expect(setAll(torn, all, false)).toEqual(first);
});

test("what may be moved and where it belongs are marked, and the arrows stop there", () => {
  const torn = { ...file, moves: [{ first: 2, last: 2, before: 0, seam: " ", because: "" }] };
  const views = viewsOf(noChoices, torn);
  expect(views.map(({ awaits, move }) => [awaits, move?.before ?? null, move?.isMoved])).toEqual([
    ["Margins were free.", null, undefined],
    [null, null, undefined],
    [null, "An excision of the mass.", false],
  ]);
  expect(stopsOf(views, new Set(["line-end"]))).toContainEqual({ block: 2, piece: null });
  const moved = viewsOf(setAll(torn, noChoices, true), torn);
  expect(moved.map(({ index, awaits, move }) => [index, awaits, move?.isMoved])).toEqual([
    [2, null, true],
    [0, null, undefined],
    [1, null, undefined],
  ]);
});
