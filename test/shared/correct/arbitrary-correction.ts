import fc from "fast-check";
import type { TextEdit } from "../../../shared/correct/edits.ts";
import type { TextRange } from "../../../shared/model/annotation.ts";

/** Letters, marks and signs of one, two and more code units, with the white space of reports. */
const character = fc.constantFrom(
  ...["a", "b", "é", "e\u0301", "7", " ", "\n", "-", ",", "🧪", "👩🏽‍🔬", "疾", "\u200B", "\u0301"],
);
const anyWords = fc.string({ unit: character, maxLength: 8 });

/** Ends of whole code points. */
function boundsOf(text: string): number[] {
  const bounds = [0];
  for (const point of text) bounds.push((bounds.at(-1) ?? 0) + point.length);
  return bounds;
}

/** Edits of a text in order and disjoint, by numbers that stand for places. */
export function editsFrom(text: string, rolls: readonly [number, number, string][]): TextEdit[] {
  const bounds = boundsOf(text);
  const at = (roll: number) => bounds[roll % bounds.length] ?? 0;
  const edits = rolls
    .map(([a, b, words]) => ({ start: Math.min(at(a), at(b)), end: Math.max(at(a), at(b)), words }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const kept: TextEdit[] = [];
  for (const { start, end, words } of edits) {
    const last = kept.at(-1);
    const isFree = !last || (start >= last.end && start > last.start);
    if (isFree) kept.push({ start, end, text: words });
  }
  return kept;
}

export const anyRolls = fc.array(fc.tuple(fc.nat(999), fc.nat(999), anyWords), { maxLength: 6 });

/** A text, edits of it, and ranges anywhere in it, empty ones too. */
export const anyCorrection = fc
  .record({
    text: fc.string({ unit: character, minLength: 1, maxLength: 60 }),
    rolls: anyRolls,
    places: fc.array(fc.tuple(fc.nat(999), fc.nat(999)), { maxLength: 8 }),
  })
  .map(({ text, rolls, places }) => {
    const bounds = boundsOf(text);
    const at = (roll: number) => bounds[roll % bounds.length] ?? 0;
    const ranges = places.map(
      ([a, b]): TextRange => ({ start: Math.min(at(a), at(b)), end: Math.max(at(a), at(b)) }),
    );
    return { text, edits: editsFrom(text, rolls), ranges };
  });
