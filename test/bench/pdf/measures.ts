import type { Truth } from "./jats-truth.ts";

/** What a contender makes of a PDF. */
export interface Candidate {
  text: string;
  /** Headings that it tells apart; for plain text, every line stands for one. */
  headings: string[];
}

/** All figures of one contender on one file, each a share from 0 to 1. */
export interface Figures {
  /**
   * Word F1 over multisets. H: the contender's words, R: the truth's body, A: the rest of the JATS.
   * Recall = |H∩R| / |R|; precision = |H∩R| / (|H| - |(H-R)∩A|): what the article does hold, though
   * not in its body (names, references), counts neither for nor against.
   */
  f1: number;
  /** LCS(H, running text) / |running text|. */
  order: number;
  /** Words cut in two or run together, of all words of H. */
  torn: number;
  /** Section titles of the JATS that stand as a heading. */
  headings: number;
  /** Running lines, as found over the pages by their repetition, that are still in the text. */
  furniture: number;
}

/** Letters with their inner hyphens and apostrophes, or digits. */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize("NFC")
    .replace(/[\u00ad\u200b]/g, "")
    .replace(/[\u2010\u2011]/g, "-")
    .replace(/[’ʼ]/g, "'")
    // Whether an exponent is written in raised digits is no question of reading.
    .replace(/[⁰¹²³⁴-⁹]/g, (digit) => digit.normalize("NFKC"))
    .toLowerCase();
  return plain.match(/\p{L}[\p{L}\p{M}]*(?:[-'][\p{L}\p{M}]+)*|\p{N}+/gu) ?? [];
}

/** Running lines, and the laid out text that they were found in. */
export interface Furniture {
  lines: string[];
  layout: string;
}

export function measure(truth: Truth, candidate: Candidate, furniture: Furniture): Figures {
  const words = wordsOf(candidate.text);
  return {
    f1: wordF1(words, wordsOf(truth.body), wordsOf(truth.rest)),
    order: orderShare(words, wordsOf(truth.running)),
    torn: tornShare(words, wordsOf(`${truth.body}\n${truth.rest}`)),
    headings: headingShare(truth.headings, candidate.headings),
    furniture: furnitureShare(words, `${truth.body}\n${truth.rest}`, furniture),
  };
}

function countWords(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function wordF1(
  words: readonly string[],
  body: readonly string[],
  rest: readonly string[],
): number {
  const [has, wants, allows] = [countWords(words), countWords(body), countWords(rest)];
  let both = 0;
  let free = 0;
  for (const [word, count] of has) {
    const shared = Math.min(count, wants.get(word) ?? 0);
    both += shared;
    free += Math.min(count - shared, allows.get(word) ?? 0);
  }
  const recall = both / body.length;
  const precision = both / (words.length - free);
  return (2 * recall * precision) / (recall + precision);
}

function orderShare(words: readonly string[], running: readonly string[]): number {
  return longestCommon(running, words) / running.length;
}

/** Length of the longest common subsequence: Hyyrö's bit-parallel row, on a big integer. */
export function longestCommon(a: readonly string[], b: readonly string[]): number {
  const all = (1n << BigInt(a.length)) - 1n;
  const matches = new Map<string, bigint>();
  for (const [at, word] of a.entries())
    matches.set(word, (matches.get(word) ?? 0n) | (1n << BigInt(at)));
  let row = all;
  for (const word of b) {
    const hits = row & (matches.get(word) ?? 0n);
    if (hits !== 0n) row = ((row + hits) | (row - hits)) & all;
  }
  return a.length - row.toString(2).replaceAll("0", "").length;
}

/** Two neighbours that make one known word, or one word that is two known neighbours. */
function tornShare(words: readonly string[], truth: readonly string[]): number {
  const known = new Set(truth);
  const pairs = new Set(truth.flatMap((word, at) => (at === 0 ? [] : `${truth[at - 1]}${word}`)));
  const isWord = (word: string) => /^\p{L}/u.test(word);
  let wrong = 0;
  for (const [at, word] of words.entries()) {
    if (!isWord(word) || known.has(word)) continue;
    const next = words[at + 1] ?? "";
    const before = words[at - 1] ?? "";
    const torn = [next, `-${next}`].some((end) => isWord(next) && known.has(word + end));
    const tornEnd = isWord(before) && known.has(before) && known.has(before + word);
    if (torn || tornEnd || pairs.has(word) || known.has(word.replaceAll("-", ""))) wrong += 1;
    else if (known.has(unhyphened(word, known))) wrong += 1;
  }
  return wrong / words.length;
}

/** The known word that only lacks one hyphen. */
function unhyphened(word: string, known: ReadonlySet<string>): string {
  for (let at = 2; at < word.length - 1; at++) {
    const whole = `${word.slice(0, at)}-${word.slice(at)}`;
    if (known.has(whole)) return whole;
  }
  return "";
}

const headingKey = (title: string): string =>
  wordsOf(title.replace(/^\s*\d+(\.\d+)*\.?/, "")).join(" ");

function headingShare(titles: readonly string[], found: readonly string[]): number {
  const keys = new Set(found.map(headingKey));
  const wanted = titles.map(headingKey).filter((key) => key !== "");
  return wanted.length === 0 ? 1 : wanted.filter((key) => keys.has(key)).length / wanted.length;
}

/** What stands at the top or bottom of three pages or more, digits aside, as word sequences. */
export function runningLines(pages: readonly string[]): string[] {
  const seen = new Map<string, number>();
  for (const page of pages)
    for (const line of new Set(outerLines(page).map(withoutDigits)))
      seen.set(line, (seen.get(line) ?? 0) + 1);
  return [...seen].filter(([line, n]) => n >= 3 && line.length >= 6).map(([line]) => line);
}

/** The first and last two lines of a laid out page, parted at wide gaps. */
function outerLines(page: string): string[] {
  const lines = page.split("\n").filter((line) => line.trim() !== "");
  return [...lines.slice(0, 2), ...lines.slice(-2)].flatMap((line) => line.split(/\s{2,}/));
}

const withoutDigits = (line: string): string =>
  wordsOf(line)
    .filter((word) => /^\p{L}/u.test(word))
    .join(" ");

/** Occurrences of running lines beyond those that the article itself has, of all in the layout. */
function furnitureShare(
  words: readonly string[],
  truth: string,
  { lines, layout }: Furniture,
): number {
  const count = (text: string, line: string) =>
    ` ${withoutDigits(text)} `.split(` ${line} `).length - 1;
  const beyond = (text: string, line: string) =>
    Math.max(0, count(text, line) - count(truth, line));
  const left = lines.reduce((sum, line) => sum + beyond(words.join(" "), line), 0);
  const all = lines.reduce((sum, line) => sum + beyond(layout, line), 0);
  return all === 0 ? 0 : left / all;
}
