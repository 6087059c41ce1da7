import type { TextRange } from "../model/annotation.ts";
import { trimRange } from "../text/words.ts";
import type { Defect } from "./defect.ts";
import { findFigureLetters } from "./figure-letters.ts";
import { findFurniture } from "./furniture.ts";
import { findBrokenWords } from "./hyphens.ts";
import { findLigatures } from "./ligatures.ts";
import { findLineEnds } from "./line-ends.ts";
import { findLostTh } from "./lost-th.ts";
import { findOrder } from "./order.ts";
import { pastedText } from "./pasted-text.ts";
import { findDoubleSpaces } from "./spaces.ts";

/** Where two claim the same characters, the earlier finder's holds. */
const finders = [
  findOrder,
  findFigureLetters,
  findFurniture,
  findBrokenWords,
  findLostTh,
  findLigatures,
  findLineEnds,
  findDoubleSpaces,
];

/**
 * What copying or extracting did to a text, in order; each can be taken or refused by itself. They
 * are disjoint, but that others lie within a stretch that stands in the wrong place. Line ends have
 * to be "\n" only.
 */
export function findDefects(text: string): Defect[] {
  const pasted = pastedText(text);
  let taken: Defect[] = [];
  for (const find of finders) taken = withoutOverlaps(text, taken, find(pasted));
  return taken;
}

/** Both lists in one, without those of the second that touch what the first has claimed. */
function withoutOverlaps(text: string, taken: Defect[], found: readonly Defect[]): Defect[] {
  if (found.length === 0) return taken;
  const claims = taken.flatMap((defect) => claimed(text, defect)).sort(byPlace);
  const free: Defect[] = [];
  let at = 0;
  for (const defect of [...found].sort(byPlace)) {
    while ((claims[at]?.end ?? text.length + 1) <= defect.start) at += 1;
    const isFree = (claims[at]?.start ?? text.length + 1) >= defect.end;
    if (isFree && (free.at(-1)?.end ?? 0) <= defect.start) free.push(defect);
  }
  return [...taken, ...free].sort(byPlace);
}

const byPlace = (a: TextRange, b: TextRange) => a.start - b.start || a.end - b.end;

/** What moves is not changed by that; the white space around it is. */
function claimed(text: string, defect: Defect): TextRange[] {
  if (defect.movedTo === undefined) return [defect];
  const inner = trimRange(text, defect);
  return [
    { start: defect.start, end: inner.start },
    { start: inner.end, end: defect.end },
  ];
}
