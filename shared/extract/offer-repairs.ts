import type { Defect } from "../defects/defect.ts";
import {
  type BlockMove,
  type Extracted,
  type ExtractedBlock,
  type Piece,
  plainPiece,
  textOfBlock,
} from "./extracted.ts";

/**
 * The blocks of a text with what may be repaired in it as pieces. Every repair is only offered: a text
 * file's text is the file's own until a person says otherwise. Together the blocks are the text, as
 * `readPlain` gives them; defects are in order. What stands in the wrong place is offered to be moved,
 * and said in a warning, since a text that is out of order is to be looked at.
 */
export function offerRepairs(extracted: Extracted, defects: readonly Defect[]): Extracted {
  const repairs = defects.filter(({ kind }) => kind !== "order");
  const orders = defects.filter(({ kind }) => kind === "order");
  const blocks: ExtractedBlock[] = [];
  let next = 0;
  const stretches = stretchesOf(splitAfter(extracted, orders), repairs);
  for (const { block, start, text } of stretches) {
    const first = next;
    while ((repairs[next]?.start ?? Infinity) < start + text.length) next += 1;
    blocks.push({ ...block, pieces: piecesOf(start, text, repairs.slice(first, next)) });
  }
  const moves = orders.flatMap((order) => moveOf(stretches, order) ?? []);
  const warnings = [...extracted.warnings, ...orders.map(({ because }) => because)];
  const notes = [...(extracted.notes ?? []), ...offered(repairs.length + moves.length)];
  return { ...extracted, blocks, warnings, notes, ...(moves.length > 0 && { moves }) };
}

/** The blocks, with one of its own for what goes on after a stretch that stands in the wrong place. */
function splitAfter(extracted: Extracted, orders: readonly Defect[]): ExtractedBlock[] {
  let at = 0;
  return extracted.blocks.flatMap((block) => {
    const text = textOfBlock(block);
    const start = at;
    at += text.length;
    const order = orders.find(({ end }) => start < end && end < at);
    if (!order) return [block];
    const cut = text.lastIndexOf("\n", order.end - start - 1) + 1;
    const tail: ExtractedBlock = { kind: "paragraph", level: null, section: null, pieces: [] };
    const halves = [block, tail].map((half, second) => ({
      ...half,
      pieces: [plainPiece(second ? text.slice(cut) : text.slice(0, cut))],
    }));
    return cut > 0 ? halves : [block];
  });
}

/** The blocks that an offer to move is about; null where they are not whole blocks between two others. */
function moveOf(stretches: readonly Stretch[], order: Defect): BlockMove | null {
  const { start, end, movedTo = 0, replacement: seam, because } = order;
  const blockAt = (offset: number) => stretches.findLastIndex((one) => one.start <= offset);
  const [broken, tail, before] = [blockAt(start - 1), blockAt(end), blockAt(movedTo)];
  const isWhole = stretches[before]?.start === movedTo && before <= broken && tail > broken + 1;
  return isWhole ? { first: broken + 1, last: tail - 1, before, seam, because } : null;
}

interface Stretch {
  block: ExtractedBlock;
  start: number;
  text: string;
}

/** The blocks with their places; a repair that goes on into the next block makes one of both. */
function stretchesOf(blocks: readonly ExtractedBlock[], repairs: readonly Defect[]): Stretch[] {
  const stretches: Stretch[] = [];
  let next = 0;
  let at = 0;
  for (const block of blocks) {
    const text = textOfBlock(block);
    while ((repairs[next]?.end ?? Infinity) < at) next += 1;
    const last = stretches.at(-1);
    const repair = repairs[next];
    if (last && repair && joins(last, repair, at)) last.text += text;
    else stretches.push({ block, start: at, text });
    at += text.length;
  }
  return stretches;
}

/** Whether a repair reaches over a block's start, or takes the line's end before it and leaves the line. */
function joins({ start, text }: Stretch, repair: Defect, at: number): boolean {
  if (repair.start >= at || repair.end > at) return repair.start < at;
  const kept = text.slice(0, repair.start - start) + repair.replacement;
  return kept !== "" && !kept.endsWith("\n");
}

function piecesOf(start: number, text: string, repairs: readonly Defect[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const keep = (end: number) => {
    if (end > at) pieces.push(plainPiece(text.slice(at, end)));
  };
  for (const repair of repairs) {
    const end = repair.end - start;
    keep(repair.start - start);
    pieces.push(repaired(repair, text.slice(repair.start - start, end)));
    at = end;
  }
  keep(text.length);
  return pieces;
}

function repaired({ kind, replacement, because }: Defect, original: string): Piece {
  if (kind === "order") throw new RangeError("a stretch in the wrong place is no repair in place");
  return { text: replacement, original, repair: kind, place: null, because, isOffered: true };
}

function offered(count: number): string[] {
  if (count === 0) return [];
  const repairs = count === 1 ? "One repair is" : `${count} repairs are`;
  return [`${repairs} offered and not taken; look at the text to take them.`];
}
