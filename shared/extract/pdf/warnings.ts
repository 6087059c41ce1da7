import type { ExtractedBlock, RepairKind } from "../extracted.ts";

/** What cannot be read in the text, a sentence for each kind with its count. */
export function warningsOf(blocks: readonly ExtractedBlock[]): string[] {
  return [...unknownSigns(blocks), ...doubts(blocks), ...repairs(blocks, unread)];
}

/** What was left out as it should be, a sentence for each kind with its count. */
export function notesOf(blocks: readonly ExtractedBlock[]): string[] {
  return repairs(blocks, leftOut);
}

function unknownSigns(blocks: readonly ExtractedBlock[]): string[] {
  const signs = blocks.flatMap(({ pieces }) => pieces).filter(({ text }) => text === "\ufffd");
  if (signs.length === 0) return [];
  const are = signs.length === 1 ? "1 sign has" : `${signs.length} signs have`;
  return [`${are} no meaning in this file's fonts and show as \ufffd: look at the page.`];
}

function doubts(blocks: readonly ExtractedBlock[]): string[] {
  const words = blocks
    .filter(({ kind }) => kind !== "left-out")
    .flatMap(({ pieces }) => pieces.filter(({ repair }) => repair === "uncertain"));
  if (words.length === 0) return [];
  const are = words.length === 1 ? "1 word is" : `${words.length} words are`;
  return [`OCR is not sure of what it read in places: ${are} marked in the text.`];
}

type Sentences = readonly [repair: RepairKind, one: string, many: string][];

function repairs(blocks: readonly ExtractedBlock[], sentences: Sentences): string[] {
  return sentences.flatMap(([repair, one, many]) => {
    const count = countOf(blocks, repair);
    if (count === 0) return [];
    return count === 1 ? one : many.replace("#", String(count));
  });
}

const unread: Sentences = [
  [
    "characters",
    "1 line cannot be read, since its font does not say which letters it draws; it is left out.",
    "# lines cannot be read, since their fonts do not say which letters they draw; they are left out.",
  ],
  [
    "uncertain",
    "1 line is left out in which OCR could hardly make anything out.",
    "# lines are left out in which OCR could hardly make anything out.",
  ],
];

const leftOut: Sentences = [
  [
    "figure-letters",
    "1 line of lettering within a figure is left out.",
    "# lines of lettering within figures are left out.",
  ],
  ["running-head", "1 running head or foot is left out.", "# running heads and feet are left out."],
  ["page-number", "1 page number is left out.", "# page numbers are left out."],
  ["line-number", "1 line number is left out.", "# line numbers are left out."],
  ["watermark", "1 watermark is left out.", "# watermarks are left out."],
  [
    "doubled",
    "1 stretch that is drawn twice to look bold is kept once.",
    "# stretches that are drawn twice to look bold are kept once.",
  ],
];

function countOf(blocks: readonly ExtractedBlock[], repair: RepairKind): number {
  const pieces = blocks.flatMap((block) =>
    repair === "doubled" || block.kind === "left-out" ? block.pieces : [],
  );
  return pieces.filter((piece) => piece.repair === repair).length;
}
