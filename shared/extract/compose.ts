import type { TextRange } from "../model/annotation.ts";
import type { Section } from "../model/report.ts";
import { findSections, titleOf } from "../text/sections.ts";
import {
  type Choices,
  checkChoices,
  noChoices,
  type PieceId,
  pieceId,
  type TextCut,
} from "./choices.ts";
import { type PlacedBlock, sectionsOfBlocks } from "./composed-sections.ts";
import type { Extracted, ExtractedBlock, Piece } from "./extracted.ts";
import { seamBetween } from "./moves.ts";
import { addPlace, type PlacedRange } from "./places.ts";

export interface Composition {
  text: string;
  /** Null where neither the file nor the text has one. */
  title: string | null;
  sections: Section[];
  /** In order and disjoint; what no piece stands behind (the space between blocks) has no place. */
  places: PlacedRange[];
}

/** A stretch of the composed text that is a stretch of one piece. */
export interface ComposedRun extends TextRange {
  block: number;
  piece: number;
  /** Where in the piece's text it begins. */
  offset: number;
}

/**
 * The report's text from what a reader made of a file and what a person chose. Blocks are parted by
 * a blank line, neighbouring list items and table rows by a line end, and nothing is put after a
 * block that ends its line itself. Blocks that say nothing are passed over.
 * @throws AppError "bad-input" when the choices were made for another text.
 */
export function composeText(extracted: Extracted, choices: Choices = noChoices): Composition {
  const { text, runs, blocks } = layOut(extracted, choices);
  const places: PlacedRange[] = [];
  for (const { start, end, block, piece } of runs) {
    const place = extracted.blocks[block]?.pieces[piece]?.place;
    if (place) addPlace(places, { start, end, place });
  }
  const isPlain = extracted.kind === "text";
  const sections = isPlain ? findSections(text) : sectionsOfBlocks(text, blocks);
  return { text, title: titleIn(extracted, text, blocks), sections, places };
}

/** The composed text with the stretches of pieces that it is made of, in its order. @throws as `composeText` */
export function composedRuns(
  extracted: Extracted,
  choices: Choices,
): { text: string; runs: ComposedRun[] } {
  const { text, runs } = layOut(extracted, choices);
  return { text, runs };
}

function layOut(extracted: Extracted, choices: Choices) {
  checkChoices(extracted, choices);
  const shown = shownPieces(choices);
  const restored = new Set(choices.restored);
  const made: Layout = { text: "", tail: "", runs: [], blocks: [], last: null };
  for (const index of choices.order ?? extracted.blocks.keys()) {
    const block = extracted.blocks[index];
    if (!block || (block.kind === "left-out" && !restored.has(index))) continue;
    const parts = shown(block, index);
    if (parts.every((part) => part.text.trim() === "")) continue;
    const seam = seamBetween(extracted, made.last?.index, index);
    if (seam !== null) trimEnd(made);
    const begins = seam !== null || extracted.moves?.some((move) => move.first === index);
    const isElsewhere = begins && choices.order !== null;
    append(made, seam ?? separator(made, block, index));
    addBlock(made, block, index, isElsewhere ? withoutIndent(parts) : parts);
  }
  return made;
}

/** The text as far as it is composed. */
interface Layout {
  text: string;
  /** Its last two characters: to look for them in the text would copy all of it, block after block. */
  tail: string;
  runs: ComposedRun[];
  blocks: PlacedBlock[];
  last: { block: ExtractedBlock; index: number } | null;
}

function addBlock(made: Layout, block: ExtractedBlock, index: number, parts: Part[]): void {
  const start = made.text.length;
  for (const { piece, offset, text } of parts) {
    const at = made.text.length;
    made.runs.push({ block: index, piece, offset, start: at, end: at + text.length });
    append(made, text);
  }
  made.blocks.push({ block, start, end: made.text.length });
  made.last = { block, index };
}

function append(made: Layout, text: string): void {
  made.text += text;
  made.tail = (made.tail + text).slice(-2);
}

/** A text file's block brings along the white space after it, which is in the way within a sentence. */
function trimEnd(made: Layout): void {
  made.text = made.text.trimEnd();
  made.tail = made.text.slice(-2);
  const cut = <Stretch extends TextRange>(stretch: Stretch): Stretch[] => {
    const end = Math.min(stretch.end, made.text.length);
    return stretch.start < end ? [{ ...stretch, end }] : [];
  };
  made.runs = made.runs.flatMap(cut);
  made.blocks = made.blocks.flatMap(cut);
}

/** What begins within a line where it was pasted begins a line or a word where it belongs. */
function withoutIndent([first, ...rest]: Part[]): Part[] {
  if (!first) return [];
  const text = first.text.trimStart();
  return [{ ...first, offset: first.offset + first.text.length - text.length, text }, ...rest];
}

/** What stands between the text so far and the next block; one that comes from elsewhere is parted from it. */
function separator({ tail, last }: Layout, next: ExtractedBlock, index: number): string {
  const isRow = next.kind === "list-item" || next.kind === "table";
  const isNextRow = isRow && last?.block.kind === next.kind;
  if (!last || tail === "") return "";
  if (!tail.endsWith("\n")) return isNextRow ? "\n" : "\n\n";
  return isNextRow || index === last.index + 1 || tail === "\n\n" ? "" : "\n";
}

interface Part {
  piece: number;
  offset: number;
  text: string;
}

/** The parts of a block's pieces that are in the text, by these choices. */
function shownPieces({ refused, removed }: Choices) {
  const refusedIds: ReadonlySet<PieceId> = new Set(refused);
  const cuts = Map.groupBy(removed, ({ block }) => block);
  return ({ pieces }: ExtractedBlock, index: number): Part[] =>
    pieces.flatMap((piece, at) => {
      const isRefused = refusedIds.has(pieceId(index, at));
      const text = isRefused ? piece.original : piece.text;
      return keptParts(piece, at, text, cuts.get(index) ?? []);
    });
}

/** A piece's text without what is cut out of it. */
function keptParts({ repair }: Piece, piece: number, text: string, cuts: TextCut[]): Part[] {
  const touching = cuts.filter(
    ({ from, to }) =>
      from.piece <= piece && (piece < to.piece || (piece === to.piece && to.offset > 0)),
  );
  const gaps = touching
    .map(({ from, to }) => ({
      start: from.piece === piece ? from.offset : 0,
      end: to.piece === piece ? to.offset : text.length,
    }))
    .sort((a, b) => a.start - b.start);
  if (repair !== null) return gaps.length > 0 ? [] : partAt(piece, text, 0, text.length);
  const parts: Part[] = [];
  let offset = 0;
  for (const { start, end } of gaps) {
    parts.push(...partAt(piece, text, offset, start));
    offset = Math.max(offset, end);
  }
  return [...parts, ...partAt(piece, text, offset, text.length)];
}

function partAt(piece: number, text: string, start: number, end: number): Part[] {
  const part = text.slice(start, Math.max(start, end));
  return part === "" ? [] : [{ piece, offset: start, text: part }];
}

/** The title as it stands in the text, else as the file says it, else as the text looks. */
function titleIn(
  { title }: Extracted,
  text: string,
  blocks: readonly PlacedBlock[],
): string | null {
  const found = blocks.find(({ block }) => block.kind === "title");
  const words = found ? text.slice(found.start, found.end) : (title ?? titleOf(text, ""));
  return words.replace(/\s+/g, " ").trim() || null;
}
