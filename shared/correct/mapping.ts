import { StepMap } from "prosemirror-transform";
import type { TextRange } from "../model/annotation.ts";
import type { TextEdit } from "./edits.ts";
import { movesOf } from "./moved.ts";

/** Where a range of the old text stands in the corrected one. */
export type RangeMapping = (range: TextRange) => TextRange;

/**
 * Carries ranges through edits by ProseMirror's mapping. What is put in beside a range stays
 * outside of it, unless it makes one word with it. A range whose words were replaced with others
 * around them takes the whole replacement; one whose words are gone has no length any more. What lies
 * within a stretch that moved goes with it; of what reaches over its border the part outside stays.
 */
export function mappingOf(text: string, edits: readonly TextEdit[]): RangeMapping {
  const inPlace = mappingInPlace(text, edits);
  const moves = movesOf(edits).map((move) => {
    const map = mappingInPlace(text, move.edits);
    const shift = move.newStart - move.start;
    return { move, map: (range: TextRange) => shifted(map(range), shift) };
  });
  return (range) => {
    const goesWith = moves.find(({ move }) => move.start <= range.start && range.end <= move.end);
    return (goesWith?.map ?? inPlace)(range);
  };
}

const shifted = ({ start, end }: TextRange, by: number) => ({ start: start + by, end: end + by });

function mappingInPlace(text: string, edits: readonly TextEdit[]): RangeMapping {
  const whole = joined(
    edits.map((edit, at) => withItsWord(text, edit, edits[at - 1], edits[at + 1])),
  );
  const outer = stepMap(whole);
  // Inside of an edit only the characters that do change are in the way.
  const inner = stepMap(edits.map((edit) => tightened(text, edit)));
  const place = (offset: number, side: -1 | 1) =>
    (isInside(whole, offset) ? inner : outer).map(offset, side);
  return ({ start, end }) => {
    const range = { start: place(start, 1), end: place(end, -1) };
    if (range.start < range.end) return range;
    const replacement = { start: outer.map(start, -1), end: outer.map(end, 1) };
    if (start < end && replacement.start < replacement.end) return replacement;
    return { start: replacement.start, end: replacement.start };
  };
}

function stepMap(edits: readonly TextEdit[]): StepMap {
  return new StepMap(edits.flatMap(({ start, end, text }) => [start, end - start, text.length]));
}

function isInside(edits: readonly TextEdit[], offset: number): boolean {
  return edits.some(({ start, end }) => start < offset && offset < end);
}

/** Edits that touch as one, so that every border between two is inside of an edit. */
function joined(edits: readonly TextEdit[]): TextEdit[] {
  const all: TextEdit[] = [];
  for (const edit of edits) {
    const last = all.at(-1);
    if (last?.end !== edit.start) all.push(edit);
    else all.splice(-1, 1, { start: last.start, end: edit.end, text: last.text + edit.text });
  }
  return all;
}

/** What is put in at a word's edge as the replacement of that word: “Desmi” with an n is “Desmin”. */
function withItsWord(
  text: string,
  edit: TextEdit,
  before: TextEdit | undefined,
  after: TextEdit | undefined,
): TextEdit {
  if (edit.start < edit.end) return edit;
  const left = text.slice(before?.end ?? 0, edit.start);
  const right = text.slice(edit.end, after?.start ?? text.length);
  const head = /^[\p{L}\p{N}\p{M}]/u.test(edit.text) ? (lastWord.exec(left)?.[0] ?? "") : "";
  const tail = /[\p{L}\p{N}\p{M}]$/u.test(edit.text) ? (firstWord.exec(right)?.[0] ?? "") : "";
  return {
    start: edit.start - head.length,
    end: edit.end + tail.length,
    text: head + edit.text + tail,
  };
}

const lastWord = /(?<![\p{L}\p{N}\p{M}])[\p{L}\p{N}\p{M}]+$/u;
const firstWord = /^[\p{L}\p{N}\p{M}]+/u;

/** The edit without what is the same at its ends; no pair of surrogates is cut. */
export function tightened(text: string, { start, end, text: words }: TextEdit): TextEdit {
  const old = text.slice(start, end);
  const shorter = Math.min(old.length, words.length);
  let head = 0;
  while (head < shorter && old[head] === words[head]) head += 1;
  if (cutsPair(old, head) || cutsPair(words, head)) head -= 1;
  let tail = 0;
  while (tail < shorter - head && old.at(-1 - tail) === words.at(-1 - tail)) tail += 1;
  if (cutsPair(old, old.length - tail) || cutsPair(words, words.length - tail)) tail -= 1;
  return {
    start: start + head,
    end: end - tail,
    text: words.slice(head, words.length - tail),
  };
}

function cutsPair(text: string, at: number): boolean {
  return at > 0 && at < text.length && !text.slice(0, at).isWellFormed();
}
