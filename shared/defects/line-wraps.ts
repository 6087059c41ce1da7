import { breaksOff, isListItem, isTableRow } from "../text/lines.ts";
import { kindOfHeading } from "../text/section-words.ts";
import type { Defect } from "./defect.ts";

/** The words of a line and of the two below it. */
export interface Neighbours {
  words: string;
  following: string;
  afterwards: string;
}

/** In proportional type the fullest line of a column has about a fifth more letters than the emptiest. */
export const narrowest = 0.8;

/**
 * How sure it is that a line inside a paragraph goes on in the next one; null where it does not.
 * `width` is that of the paragraph's longest line in characters. What follows a finished sentence
 * may be a new paragraph, but where blank lines part them.
 */
export function wraps(
  found: Neighbours,
  width: number,
  isParted: boolean,
): Defect["certainty"] | null {
  const { words, following } = found;
  if (explanation.test(following) && explanation.test(words)) return null;
  if (/^\p{Ll}{2}/u.test(following)) return /\p{Ll}{2}[.!?]$/u.test(words) ? null : "sure";
  const isOpen = words.endsWith(",") && isProse(words);
  if (opensAnew(following) || (!isOpen && reference.test(following))) return null;
  return isOpen || breaksOff(words) ? "sure" : byWidth(found, width, isParted);
}

/** Where the words alone do not tell, the line has to be full. */
function byWidth({ words, following, afterwards }: Neighbours, width: number, isParted: boolean) {
  if (!isFull(words, following, width)) return null;
  const isDone = !isParted && /[.!?:;)\]\d]$/.test(words) && !isWithin(words);
  if (isDone && standsAlone(following, width) && !/^\p{Ll}/u.test(afterwards)) return null;
  const isSound = words.length >= shortestLine && isProse(words) && !address.test(following);
  return isSound && !isDone ? "sure" : "likely";
}

/** A long line that stops within a sentence which the next one goes on with. */
export function goesOn({ words, following }: Neighbours): Defect["certainty"] | null {
  if (words.length < shortestLine || isTableRow(words) || isTableRow(following)) return null;
  if (isListItem(following) || opensAnew(following)) return null;
  const isWithinSentence = /[\p{Ll}\d,;)\]]$/u.test(words) && /^\p{Ll}{2}/u.test(following);
  return isWithinSentence || breaksOff(words) ? "sure" : null;
}

/** The line ends a sentence, with its brackets and the numbers of what it cites. */
export const endsWithStop = (words: string): boolean =>
  /[.!?][)\]"'’”]*(?:\s*\[?\d[\d,;–\-\s]*\]?)?$/.test(words.slice(-24));

/** A bracket or a number ends the line, but no sentence. */
const isWithin = (words: string) => !/[:;]$/.test(words) && !endsWithStop(words);

/** Columns of text are wider. */
const shortestLine = 40;

/** The next word would not have fitted. */
const isFull = (words: string, following: string, width: number) =>
  words.length + 1 + (/^\S*/.exec(following)?.[0].length ?? 0) >= width * narrowest;

/** "CT: computed tomography" */
const explanation = /^[\p{L}\d‐-]{1,12}(?: [A-Z]\w*)?: /u;

/** Contact lines begin with them, sentences seldom. */
const address = /^(?:\S+@\S|https?:|www\.)/i;

/** What a sentence may go on with, other than letters and numbers. */
const opener = /^[\p{L}\p{N}([{"“‘'’«<>≥≤=±~≈×+\-–—−$€£%&@/†‡§°¿¡…]/u;

/** A bullet or the like, or a folio. */
const opensAnew = (line: string) => !opener.test(line) || /^\d+$/.test(line);

/** "23 Wang X, Peters U", "[12] Shang M,": authors with their initials after the name. */
const reference =
  /^(?:\[?\d{1,3}[.\]]?\s+)?\p{Lu}[\p{L}'’‐-]+(?: \p{Lu}[\p{L}'’‐-]+)? \p{Lu}(?:[‐-]?\p{Lu}){0,2}[,.;] /u;

/** Half of the words or more begin with a small letter, as in sentences, but not in names and cells. */
function isProse(line: string): boolean {
  const words = line.match(/(?<![\p{L}\p{N}])\p{L}[\p{L}'’‐-]+/gu) ?? [];
  const small = words.filter((word) => /^\p{Ll}/u.test(word)).length;
  return words.length > 2 && small * 2 >= words.length;
}

/** A short line without an end, as a heading is. */
const standsAlone = (line: string, width: number) =>
  kindOfHeading(line) !== null || (line.length < width * 0.6 && /[\p{L}\d)]$/u.test(line));
