import type { Abbreviations } from "./abbreviations.ts";
import { expanderFor } from "./expand.ts";
import { areOpposites, changesMeaning, isGeneral, isGeneralWord } from "./general-words.ts";
import { fullName } from "./known-names.ts";
import type { NameForm, PlainWords } from "./name-form.ts";

/** What two names were seen to be one by, for people. */
export type Because =
  | "same words"
  | "same but for form"
  | "abbreviation"
  | "another name"
  | "part of the name"
  | "similar";

/** How sure it is that two names mean one thing, 0 to 1, and what it was seen by. */
export interface Likeness {
  score: number;
  because: Because;
}

/**
 * Compares what two names may mean in a text with these abbreviations. Null where they mean
 * different things, or nothing speaks for their being one.
 */
export function compareNames(
  a: NameForm,
  b: NameForm,
  abbreviations: Abbreviations,
): Likeness | null {
  if (a.words.length === 0 || b.words.length === 0) return null;
  if (a.lowerCase === b.lowerCase) return { score: 1, because: "same words" };
  if (isSame(a, b)) return { score: 0.95, because: "same but for form" };
  const expand = expanderFor(abbreviations);
  const fullA = expand(a);
  const fullB = expand(b);
  if (isSame(fullA, fullB)) return otherName(a, b);
  return (
    initials(a, fullB.words, abbreviations) ??
    initials(b, fullA.words, abbreviations) ??
    partOfName(fullA.words, fullB.words) ??
    oneTypo(a.words, b.words)
  );
}

const isSame = (a: PlainWords, b: PlainWords) => a.compact === b.compact || a.sorted === b.sorted;

/** An abbreviation is in capitals where the other name is not, and much shorter. */
function otherName(a: NameForm, b: NameForm): Likeness {
  const [shorter = 0, longer = 0] = [a.compact.length, b.compact.length].sort((x, y) => x - y);
  const isShortened = hasCapitals(a) !== hasCapitals(b) && longer > shorter * 1.5;
  return isShortened
    ? { score: 0.9, because: "abbreviation" }
    : { score: 0.85, because: "another name" };
}

const hasCapitals = ({ original }: NameForm) => /\p{Lu}[\p{Lu}\d]|\d-\p{Lu}{2}/u.test(original);

/** "UPS" for "undifferentiated pleomorphic sarcoma", unless the letters are known to mean something. */
function initials(
  { original, compact }: NameForm,
  words: readonly string[],
  abbreviations: Abbreviations,
): Likeness | null {
  if (words.length < 3 || original.length > 7 || !/^\p{Lu}{3,6}s?$/u.test(original)) return null;
  const readings = [words, words.filter((word) => !isGeneralWord(word))].map((kept) =>
    kept.map((word) => word.charAt(0)).join(""),
  );
  if (!readings.includes(compact) && !readings.includes(compact.replace(/s$/, ""))) return null;
  const means = abbreviations.has(original) || fullName(compact) !== null;
  return means ? null : { score: 0.8, because: "abbreviation" };
}

/** Fewer of a name's words than this mean it too seldom to be worth a question. */
const leastPart = 0.3;

/** One name's words all stand in the other, the main word with them: "sarcoma", "uterine sarcoma". */
function partOfName(a: readonly string[], b: readonly string[]): Likeness | null {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  if (!shorter.every((word) => longer.includes(word)) || isGeneral(shorter)) return null;
  const extra = longer.filter((word) => !shorter.includes(word));
  if (extra.length === 0 || extra.some(changesMeaning)) return null;
  const hasHead = extra.every(isGeneralWord) || shorter.includes(longer.at(-1) ?? "");
  const part = shorter.length / longer.length;
  if (!hasHead || part < leastPart) return null;
  return { score: 0.3 + 0.4 * part, because: "part of the name" };
}

/** Names that differ by one slip of the pen in one long word. */
function oneTypo(a: readonly string[], b: readonly string[]): Likeness | null {
  if (a.length !== b.length) return null;
  const differ = (word: string, at: number) => word !== b[at];
  const at = a.findIndex(differ);
  if (at !== a.findLastIndex(differ)) return null;
  const [one = "", other = ""] = [a[at], b[at]];
  if (Math.min(one.length, other.length) < 7 || /\d/.test(one + other)) return null;
  if (areOpposites(one, other) || !isOneSlip(one, other)) return null;
  return { score: 0.5, because: "similar" };
}

/** Endings make other words ("chlorine", "chloride"), but for an "e" that languages differ in. */
const differInEnding = (a: string, b: string) =>
  a.slice(-3) !== b.slice(-3) && a !== `${b}e` && b !== `${a}e`;

/** One letter changed, left out or put in, or two neighbours exchanged. */
function isOneSlip(a: string, b: string): boolean {
  if (a[0] !== b[0] || Math.abs(a.length - b.length) > 1 || differInEnding(a, b)) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from += 1;
  const restA = a.slice(from);
  const restB = b.slice(from);
  const isExchange =
    restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
  return (
    isExchange ||
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1)
  );
}
