import type { TextRange } from "../model/annotation.ts";
import type { Defect } from "./defect.ts";
import type { PastedText } from "./pasted-text.ts";
import { wholeLines } from "./remove-lines.ts";

const captionStart = /^(?:fig(?:ure|\.)?|supplementary fig(?:ure|\.)?|plate)\s*s?\d/i;

/** Letters that name the parts of a figure and were taken for text: "cba", "a b", each on its own line. */
export function findFigureLetters({ text, lines }: PastedText): Defect[] {
  const runs = runsOfLetters(text, lines);
  return runs.flatMap(([first, last]) => {
    const letters = lettersIn(text, lines.slice(first, last + 1));
    if (!areParts(letters) || !isNearCaption(text, lines, first, last)) return [];
    const range = { start: lines[first]?.start ?? 0, end: lines[last]?.end ?? text.length };
    const because = `"${letters.join(" ")}" are the letters of a figure's parts.`;
    const { start, end } = wholeLines(text, range);
    return [{ kind: "figure-letters", start, end, replacement: "", because, certainty: "sure" }];
  });
}

/** First and last line of every run of lines that hold nothing but single letters. */
function runsOfLetters(text: string, lines: readonly TextRange[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const [index, { start, end }] of lines.entries()) {
    if (end === start || end - start > 24 || !isLetters(text.slice(start, end))) continue;
    const last = runs.at(-1);
    if (last && isOnlyBlank(lines, last[1] + 1, index)) last[1] = index;
    else runs.push([index, index]);
  }
  return runs;
}

const isLetters = (line: string) => /^(?:\(?[a-h]\)?\s*)+$|^(?:\(?[A-H]\)?\s*)+$/.test(line);

const isOnlyBlank = (lines: readonly TextRange[], from: number, to: number) =>
  lines.slice(from, to).every(({ start, end }) => start === end);

const lettersIn = (text: string, lines: readonly TextRange[]) =>
  lines.flatMap(({ start, end }) => text.slice(start, end).match(/[a-z]/gi) ?? []);

/** Two or more, from "a" on without a gap, each once. */
function areParts(letters: readonly string[]): boolean {
  const sorted = letters.map((letter) => letter.toLowerCase()).sort();
  return sorted.length > 1 && sorted.every((letter, at) => letter === "abcdefgh"[at]);
}

/** A caption begins or ends within a few lines. */
function isNearCaption(
  text: string,
  lines: readonly TextRange[],
  first: number,
  last: number,
): boolean {
  const near = lines.slice(Math.max(0, first - 10), last + 7);
  return near.some(({ start, end }) =>
    captionStart.test(text.slice(start, Math.min(end, start + 40))),
  );
}
