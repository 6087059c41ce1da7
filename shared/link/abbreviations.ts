/** Short forms as the text writes them, with what they stand for. */
export type Abbreviations = ReadonlyMap<string, string>;

const none: Abbreviations = new Map();
let last: { text: string; found: Abbreviations } = { text: "", found: none };

/**
 * The abbreviations that a text explains, "leiomyosarcoma (LMS)" or "LMS (leiomyosarcoma)"; the first
 * explanation of each counts. After Schwartz and Hearst, "A simple algorithm for identifying
 * abbreviation definitions in biomedical text", Pacific Symposium on Biocomputing 2003, 451-462. The
 * latest text's are remembered.
 */
export function findAbbreviations(text: string): Abbreviations {
  if (text !== last.text) last = { text, found: scan(text) };
  return last.found;
}

function scan(text: string): Abbreviations {
  const found = new Map<string, string>();
  for (let open = text.indexOf("("); open !== -1; open = text.indexOf("(", open + 1)) {
    const close = text.indexOf(")", open);
    if (close === -1) break;
    if (close - open > 100) continue;
    const pair = pairAt(text, open, close);
    if (pair && !found.has(pair.short)) found.set(pair.short, pair.long);
  }
  return found;
}

function pairAt(text: string, open: number, close: number) {
  const inside = /^[^,;]*/.exec(text.slice(open + 1, close))?.[0].trim() ?? "";
  const isBefore = isShortForm(inside);
  const short = isBefore ? inside : wordBefore(text, open);
  if (!isBefore && !isShortForm(short)) return null;
  const long = longForm(short, isBefore ? phraseBefore(text, open, short) : inside);
  return long === null ? null : { short: short.replace(/(?<=[A-Z])s$/, ""), long };
}

const wordBefore = (text: string, offset: number): string =>
  /\S*$/.exec(text.slice(Math.max(0, offset - 12), offset).trimEnd())?.[0] ?? "";

/** Two to ten characters in one or two words, with a letter, and capitals or digits enough for a code. */
function isShortForm(word: string): boolean {
  if (word.length < 2 || word.length > 10 || /\s\S*\s/.test(word)) return false;
  return /^[\p{L}\p{N}]/u.test(word) && /[\p{Lu}α-ω].*[\p{Lu}α-ω]/u.test(word);
}

/** As many words of the sentence as the paper allows: min(|A| + 5, 2 |A|). */
function phraseBefore(text: string, offset: number, short: string): string {
  const before = text.slice(Math.max(0, offset - 200), offset).trimEnd();
  const sentence = before.split(/[.;:!?]\s|[()]/).at(-1) ?? "";
  const most = Math.min(short.length + 5, short.length * 2);
  return sentence.split(/\s+/).slice(-most).join(" ");
}

/** The shortest end of the candidate that holds the short form's characters in order, from right to left. */
function longForm(short: string, candidate: string): string | null {
  let at = candidate.length;
  for (let index = short.length - 1; index >= 0; index -= 1) {
    const wanted = short.charAt(index).toLowerCase();
    if (!/[\p{L}\p{N}]/u.test(wanted)) continue;
    at -= 1;
    while (at >= 0 && !fits(candidate, at, wanted, index === 0)) at -= 1;
    if (at < 0) return null;
  }
  const long = candidate.slice(at).replace(/\s+/g, " ").trim();
  return isLongForm(long, short) ? long : null;
}

/** The short form's first character has to begin a word. */
function fits(candidate: string, at: number, wanted: string, isFirst: boolean): boolean {
  if (candidate.charAt(at).toLowerCase() !== wanted) return false;
  return !isFirst || at === 0 || !/[\p{L}\p{N}]/u.test(candidate.charAt(at - 1));
}

function isLongForm(long: string, short: string): boolean {
  const words = long.split(/[\s-]+/);
  return long.length > short.length && words.length <= short.length * 2 && !words.includes(short);
}
