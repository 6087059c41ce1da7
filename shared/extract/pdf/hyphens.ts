/** How a line's end and the next line's start make one text. */
export type Joint =
  /** "exci-" and "sion": the hyphen goes. */
  | "word"
  /** "re-" and "excision", "5–" and "7": only the line's end goes. */
  | "hyphen"
  | "space";

const lastWord = /([\p{L}\p{M}'’]+(?:[-\u2010\u2011][\p{L}\p{M}'’]+)*)[-\u00ad\u2010\u2011]$/u;
const firstWord = /^[\p{L}\p{M}'’]+(?:[-\u2010\u2011][\p{L}\p{M}'’]+)*/u;

/** First parts that keep their hyphen where the document says nothing. */
const prefixes = new Set(
  "non self well anti-pd co- post pre- long short high low follow half cross dose full all late early open two three four five six meta- end quasi semi multi- once twice first second third one year week month day".split(
    " ",
  ),
);

/** The words of a document that do not stand at a line's end or start, in small letters, counted. */
export function documentWords(lines: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  const count = (word: string) => counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const line of lines)
    for (const { 0: found, index } of line.matchAll(
      /[\p{L}\p{M}'’]+(?:[-\u2010\u2011][\p{L}\p{M}'’]+)*/gu,
    )) {
      const isCut = /^[-\u00ad\u2010\u2011]$/.test(line.slice(index + found.length));
      if (!isCut) count(plain(found));
    }
  return counts;
}

const plain = (word: string): string => word.toLowerCase().replace(/[\u2010\u2011]/g, "-");

/** What to do between two lines, by the document's own words. */
export function jointOf(before: string, after: string, known: ReadonlyMap<string, number>): Joint {
  if (/\u00ad$/.test(before)) return "word";
  const [head, tail] = [lastWord.exec(before)?.[1], firstWord.exec(after)?.[0]];
  if (head === undefined || tail === undefined)
    return isUnbroken(before, after) ? "hyphen" : "space";
  if (!/^\p{Ll}/u.test(tail)) return "hyphen";
  return joinsToWord(plain(head), plain(tail), known) ? "word" : "hyphen";
}

/** Dashes and strokes within a figure, a range or an address: no space belongs there. */
function isUnbroken(before: string, after: string): boolean {
  if (/\S*(?:https?:|www\.|doi\.org)\S*[-/.=_]$/.test(before)) return /^[\p{L}\d]/u.test(after);
  if (/[\p{L}\d)][-\u2010\u2011]$/u.test(before)) return /^[\p{L}\d(]/u.test(after);
  return /\d[–/]$/.test(before) && /^\d/.test(after);
}

function joinsToWord(head: string, tail: string, known: ReadonlyMap<string, number>): boolean {
  const whole = known.get(head + tail) ?? 0;
  const parted = known.get(`${head}-${tail}`) ?? 0;
  if (whole !== parted) return whole > parted;
  const last = head.split("-").at(-1) ?? head;
  if (prefixes.has(last)) return false;
  if (head.includes("-") && !known.has(last)) return true;
  return !isCompound(last, tail, known);
}

/** Two words of their own, each long enough not to be a syllable: "evidence-based". */
function isCompound(head: string, tail: string, known: ReadonlyMap<string, number>): boolean {
  const counts = [known.get(head) ?? 0, known.get(tail) ?? 0];
  return head.length >= 3 && tail.length >= 4 && counts.every((count) => count > 0);
}
