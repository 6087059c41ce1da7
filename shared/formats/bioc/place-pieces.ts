import type { Source } from "../../extract/source.ts";
import { normaliseNewlines } from "../../text/newlines.ts";
import { countsIn, type FileUnit, quoteOf } from "../../text/offsets.ts";
import type { CountedWarnings } from "../reading/counted-warnings.ts";
import { type GivenSpan, type PlacedSpan, placeSpans } from "../reading/placing.ts";
import { type HomedAnnotation, type Layout, layOut, type Piece, type Pieces } from "./pieces.ts";

/** How offsets of annotations are meant. */
type Base = "document" | "text" | "piece";

/** What may be odd about a document's offsets, as sentences for warnings. */
const peculiarities: Record<Base, string> = {
  document: "",
  text: "passages' offsets do not fit their texts, those of annotations do",
  piece: "offsets of annotations begin anew in each passage or sentence",
};

interface Attempt {
  layout: Layout;
  given: GivenSpan[];
  unit: FileUnit;
  base: Base;
  matches: number;
}

interface Placed {
  text: string;
  spans: PlacedSpan[];
  /** Where each piece begins in the text. */
  places: number[];
}

/**
 * The document's text and its annotations in it, read in the way in which most of its quotes are right.
 * @throws AppError "bad-file" for offsets outside the text.
 */
export function placePieces(
  { pieces, annotations }: Pieces,
  options: {
    units: readonly FileUnit[];
    source: Pick<Source, "fileName">;
    warnings: CountedWarnings;
  },
): Placed {
  const best = bestAttempt(pieces, annotations, options.units);
  sayOddities(best, options);
  const { text, spans } = placeSpans(best.layout.text, best.given, {
    ...options,
    units: [best.unit],
  });
  const { toText } = normaliseNewlines(best.layout.text);
  return { text, spans, places: best.layout.places.map(toText) };
}

function sayOddities(
  { base, unit }: Attempt,
  { units, warnings }: { units: readonly FileUnit[]; warnings: CountedWarnings },
): void {
  if (base !== "document") warnings.say(`${peculiarities[base]}; they were read so.`);
  if (unit !== units[0]) warnings.say(`${countedIn[unit]}; they were read so.`);
}

const countedIn: Record<FileUnit, string> = {
  codepoint: "offsets count Unicode code points",
  utf16: "offsets count UTF-16 code units",
  byte: "offsets count bytes of UTF-8",
  grapheme: "offsets count grapheme clusters",
};

function bestAttempt(
  pieces: readonly Piece[],
  annotations: readonly HomedAnnotation[],
  units: readonly FileUnit[],
): Attempt {
  let best: Attempt | null = null;
  for (const attempt of attempts(pieces, annotations, units)) {
    if (best === null || attempt.matches > best.matches) best = attempt;
    if (attempt.matches === (quoteWeight + 1) * annotations.length) break;
  }
  if (best === null) throw new RangeError("no unit to count offsets in");
  return best;
}

function* attempts(
  pieces: readonly Piece[],
  annotations: readonly HomedAnnotation[],
  units: readonly FileUnit[],
): Generator<Attempt> {
  for (const unit of units) {
    const loose = layOut(pieces, unit, false);
    yield attempt(pieces, annotations, unit, loose, "document");
    const tight = layOut(pieces, unit, true);
    if (tight.text !== loose.text) yield attempt(pieces, annotations, unit, tight, "text");
    yield attempt(pieces, annotations, unit, loose, "piece");
  }
}

function attempt(
  pieces: readonly Piece[],
  annotations: readonly HomedAnnotation[],
  unit: FileUnit,
  layout: Layout,
  base: Base,
): Attempt {
  const shift = shifts(pieces, layout, base);
  const given = annotations.map((annotation) => givenSpan(annotation, shift));
  return { layout, given, unit, base, matches: matchesOf(layout.text, given, unit) };
}

/** What is added to an offset of an annotation that stands in a piece, or at the document. */
type Shift = (offset: number, piece: number | null) => number;

function shifts(pieces: readonly Piece[], { starts }: Layout, base: Base): Shift {
  const distance = (piece: number) => (starts[piece] ?? 0) - (pieces[piece]?.offset ?? 0);
  return (offset, piece) => {
    if (base === "text") return distance(0);
    if (base === "piece") return piece === null ? 0 : (starts[piece] ?? 0);
    return distance(piece ?? pieceAt(pieces, offset));
  };
}

/** The last piece that begins at an offset or before it; the first where none does. */
function pieceAt(pieces: readonly Piece[], offset: number): number {
  const found = pieces.findLastIndex((piece) => piece.offset <= offset);
  return Math.max(found, 0);
}

function givenSpan({ id, text, locations, piece }: HomedAnnotation, shift: Shift): GivenSpan {
  const ranges = locations.map(({ offset, length }) => {
    const start = offset + shift(offset, piece);
    return { start, end: start + length };
  });
  return { ranges, quote: text, where: `annotation ${id}` };
}

/** What one right quote weighs against one annotation that only lies within the text. */
const quoteWeight = 100;

/** How many quotes are right and, weighing little, how many lie within the text. */
function matchesOf(text: string, given: readonly GivenSpan[], unit: FileUnit): number {
  const { length, toUnit } = countsIn(text, unit);
  const isWithin = ({ start, end }: { start: number; end: number }) =>
    start >= 0 && start <= end && end <= length;
  let matches = 0;
  for (const { ranges, quote } of given) {
    if (!ranges.every(isWithin)) continue;
    const placed = ranges.map(({ start, end }) => ({ start: toUnit(start), end: toUnit(end) }));
    matches += 1;
    const whole = placed.flatMap(({ start, end }) =>
      start === null || end === null ? [] : [{ start, end }],
    );
    if (whole.length < placed.length) continue;
    if (quote === null || isSame(quoteOf(text, whole), quote)) matches += quoteWeight;
  }
  return matches;
}

/** Most are the same as they are; white space takes its time. */
const isSame = (there: string, quoted: string) =>
  there === quoted || withoutWhite(there) === withoutWhite(quoted);

const withoutWhite = (text: string) => text.replace(/\s+/g, "");
