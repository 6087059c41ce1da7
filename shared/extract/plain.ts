import type { Defect } from "../defects/defect.ts";
import type { Section } from "../model/report.ts";
import { type Block, findBlocks } from "../text/blocks.ts";
import { isListItem, isTableRow } from "../text/lines.ts";
import { findSections } from "../text/sections.ts";
import {
  type BlockKind,
  type Extracted,
  type ExtractedBlock,
  type Piece,
  plainPiece,
  repairedPiece,
  textOfBlock,
} from "./extracted.ts";

/**
 * A text file's blocks. Each brings the blank lines after it along, so that the text composed of
 * them is the file's own, character by character. Line ends have to be "\n" only. Defects that
 * `findDefects` found become repairs, which can be refused one by one; blocks that a repair joins
 * are one. What stands in the wrong place ("order") is left there: see `applyDefects`.
 */
export function readPlain(text: string, defects: readonly Defect[] = []): Extracted {
  const sections = findSections(text);
  const repairs = defects.filter(({ movedTo }) => movedTo === undefined);
  const blocks: ExtractedBlock[] = [];
  let at = 0;
  let next = 0;
  for (const { end, ...shape } of blockShapes(text, sections)) {
    if (end <= at) continue;
    const first = next;
    while ((repairs[next]?.start ?? end) < end) next += 1;
    const inside = repairs.slice(first, next);
    const pieces = piecesOf(text, { start: at, end }, inside);
    at = Math.max(end, inside.at(-1)?.end ?? end);
    const open = blocks.at(-1);
    if (open && isOpen(open)) open.pieces.push(...pieces);
    else blocks.push({ ...shape, pieces });
  }
  const title = sections.find(({ kind }) => kind === "title")?.title ?? null;
  return { kind: "text", title, blocks, metadata: {}, warnings: [] };
}

/** A block ends its line, unless a repair joined it with what comes next. */
function isOpen(block: ExtractedBlock): boolean {
  const text = textOfBlock(block);
  return text !== "" && !text.endsWith("\n");
}

type Shape = Omit<ExtractedBlock, "pieces">;

/** Each block with where the next one's line begins. */
function blockShapes(text: string, sections: readonly Section[]): (Shape & { end: number })[] {
  const starts = new Map(sections.map((section) => [section.start, section]));
  const blocks = findBlocks(text, sections);
  return blocks.map((block, index) => {
    const next = blocks[index + 1];
    const end = next ? text.lastIndexOf("\n", next.start - 1) + 1 : text.length;
    const words = text.slice(block.start, block.end);
    return { ...shapeOf(block, words, starts.get(block.start)), end };
  });
}

function piecesOf(
  text: string,
  { start, end }: { start: number; end: number },
  repairs: readonly Defect[],
): Piece[] {
  const pieces: Piece[] = [];
  let at = start;
  for (const repair of repairs) {
    if (repair.kind === "order") continue;
    if (repair.start > at) pieces.push(plainPiece(text.slice(at, repair.start)));
    const original = text.slice(repair.start, repair.end);
    pieces.push(repairedPiece(repair.kind, original, repair.replacement));
    at = repair.end;
  }
  if (at < end) pieces.push(plainPiece(text.slice(at, end)));
  return pieces;
}

function shapeOf(block: Block, text: string, section: Section | undefined): Shape {
  if (block.kind !== "heading")
    return { kind: kindOfText(text, section), level: null, section: null };
  const isTitle = section?.kind === "title";
  return {
    kind: isTitle ? "title" : "heading",
    level: isTitle ? null : (block.level ?? 1),
    section: section?.kind ?? null,
  };
}

function kindOfText(text: string, section: Section | undefined): BlockKind {
  if (section?.kind === "caption") return "caption";
  if (isListItem(text)) return "list-item";
  return isTableRow(text) ? "table" : "paragraph";
}
