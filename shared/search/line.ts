import type { TextRange } from "../model/annotation.ts";

/** In characters: what is shown before a hit, and behind where it begins. */
const before = 60;
const behind = 140;

/** The words around a place that stand on its line, cut between words. Never less than the place, up to a limit. */
export function lineAround(text: string, { start, end }: TextRange): TextRange {
  const from = Math.max(0, start - before, lastBreak(text, start));
  const to = Math.min(text.length, Math.max(start + behind, Math.min(end, start + 2 * behind)));
  const last = nextBreak(text, Math.min(end, to), to);
  return { start: wordStart(text, from, start), end: wordEnd(text, last, Math.min(end, to)) };
}

/** Behind the last empty line before a place; a single newline only wraps a paragraph. */
function lastBreak(text: string, place: number): number {
  const at = text.slice(Math.max(0, place - before), place).lastIndexOf("\n\n");
  return at < 0 ? 0 : Math.max(0, place - before) + at + 2;
}

function nextBreak(text: string, from: number, to: number): number {
  const at = text.slice(from, to).indexOf("\n\n");
  return at < 0 ? to : from + at;
}

function wordStart(text: string, from: number, place: number): number {
  if (from === 0 || /\s/.test(text[from - 1] ?? " ")) return from;
  const gap = text.slice(from, place).search(/\s/);
  return gap < 0 ? from : from + gap + 1;
}

function wordEnd(text: string, to: number, place: number): number {
  if (to === text.length || /\s/.test(text[to] ?? " ")) return to;
  const gap = text.slice(place, to).search(/\s\S*$/);
  return gap < 0 ? to : place + gap;
}
