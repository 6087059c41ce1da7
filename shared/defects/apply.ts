import { countWhile } from "../text/count-while.ts";
import { trimRange } from "../text/words.ts";
import type { Defect } from "./defect.ts";

export interface Applied {
  text: string;
  /**
   * An old offset in the new text. Where what stood there was replaced, the side says which end of
   * the replacement: -1 its start, 1 its end. @throws RangeError outside the old text.
   */
  map(offset: number, side: -1 | 1): number;
}

/** A stretch of the old text and what stands for it in the new one. */
interface Segment {
  start: number;
  end: number;
  text: string;
  isKept: boolean;
}

/**
 * The text with defects repaired; they have to be in order and disjoint, as `findDefects` gives
 * them, whichever of them were left out.
 * @throws RangeError when two of them overlap.
 */
export function applyDefects(text: string, defects: readonly Defect[]): Applied {
  const moves = defects.filter(({ movedTo }) => movedTo !== undefined);
  const edits = defects.filter(({ movedTo }) => movedTo === undefined);
  let segments = segmentsOf(text, edits, moves);
  for (const move of moves) segments = moved(text, segments, move);
  return { text: segments.map((segment) => segment.text).join(""), map: mapOver(text, segments) };
}

/** The text in stretches that are kept or replaced, cut also where something is taken from or put. */
function segmentsOf(text: string, edits: readonly Defect[], moves: readonly Defect[]): Segment[] {
  const cuts = moves.flatMap((move) => {
    const inner = trimRange(text, move);
    return [move.start, inner.start, inner.end, move.end, move.movedTo ?? 0];
  });
  const segments: Segment[] = [];
  let at = 0;
  for (const { start, end, replacement } of edits) {
    if (start < at) throw new RangeError(`the repair at ${start} begins before ${at}`);
    keep(text, segments, at, start, cuts);
    segments.push({ start, end, text: replacement, isKept: false });
    at = end;
  }
  keep(text, segments, at, text.length, cuts);
  return segments;
}

function keep(text: string, segments: Segment[], start: number, end: number, cuts: number[]): void {
  const inside = cuts.filter((cut) => cut > start && cut < end).sort((a, b) => a - b);
  let at = start;
  for (const cut of [...inside, end]) {
    if (cut > at) segments.push({ start: at, end: cut, text: text.slice(at, cut), isKept: true });
    at = cut;
  }
}

/** The stretch without the white space around it as a paragraph of its own where it belongs. */
function moved(text: string, segments: readonly Segment[], move: Defect): Segment[] {
  const { start, end, movedTo = 0, replacement } = move;
  const inner = trimRange(text, move);
  const isIn = (segment: Segment) => segment.start >= inner.start && segment.end <= inner.end;
  const stretch = segments.filter(isIn);
  const rest = segments.filter((segment) => segment.start < start || segment.start >= end);
  const gone: Segment = { start: inner.end, end, text: replacement, isKept: false };
  const before: Segment = { start, end: inner.start, text: "", isKept: false };
  const paragraph: Segment = { start: movedTo, end: movedTo, text: "\n\n", isKept: false };
  const target = rest.findIndex((segment) => segment.start >= movedTo);
  const place = target < 0 ? rest.length : target;
  const withStretch = rest.toSpliced(place, 0, ...stretch, paragraph);
  const old = withStretch.findIndex((segment) => segment.start >= end && !isIn(segment));
  return withStretch.toSpliced(old < 0 ? withStretch.length : old, 0, before, gone);
}

function mapOver(text: string, segments: readonly Segment[]): Applied["map"] {
  let length = 0;
  const placed = segments.map((segment) => {
    const newStart = length;
    length += segment.text.length;
    return { ...segment, newStart };
  });
  placed.sort((a, b) => a.start - b.start || a.end - b.end);
  const total = length;
  return (offset, side) => {
    if (!Number.isInteger(offset) || offset < 0 || offset > text.length)
      throw new RangeError(`offset ${offset} is outside the text of ${text.length} characters`);
    // At a border, what lies on the asked side counts; a replaced stretch there is not entered.
    const begun = countWhile(placed.length, (at) => (placed[at]?.start ?? 0) < offset);
    const before = placed[begun - 1];
    const after = firstFrom(placed, begun, offset);
    if (before && before.end > offset) return inside(before, offset, side);
    if (side === 1 && after) return after.newStart;
    if (before && before.end === offset) return before.newStart + before.text.length;
    return after?.newStart ?? (offset === 0 ? 0 : total);
  };
}

/** The stretch of more than nothing that begins at an offset. */
function firstFrom<Placed extends Segment>(
  placed: readonly Placed[],
  from: number,
  offset: number,
): Placed | null {
  let at = from;
  while (placed[at]?.start === offset && placed[at]?.end === offset) at += 1;
  const found = placed[at];
  return found?.start === offset ? found : null;
}

function inside(segment: Segment & { newStart: number }, offset: number, side: -1 | 1): number {
  if (segment.isKept) return segment.newStart + offset - segment.start;
  return side === 1 ? segment.newStart + segment.text.length : segment.newStart;
}
