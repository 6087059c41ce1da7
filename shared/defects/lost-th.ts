import type { Defect } from "./defect.ts";
import type { PastedText } from "./pasted-text.ts";

/** What is left of words that began with "Th", and is no word itself. */
const fragments =
  "e|ese|ose|ey|eir|ereby|erefore|ereafter|erapy|erapies|erapeutic|oracic|oracoscopic|oracotomy|orax|yroid|yroidectomy|ymus|ymic|ymoma|rombosis|rombotic|rombocytopenia|roughout|irteen|irty|ird|irdly|ree|alamic|alassemia|yrotoxicosis|eoretically";

/** What is left and is a word as well: only where others show that "Th" was lost. */
const fragmentsThatAreWords = "is|us|en|at|ere|an|rough|ough|ick|in|ink|ought";

/** Where a sentence or a paragraph begins. */
const beginning =
  '(?:^|[.!?:][)\\]"”’]*(?:\\[[\\d,–-]+\\])*\\s+|\\n[ \\t\\u00a0]*\\n\\s*|\\n(?=[a-z]+ ))';

const pattern = (words: string) => new RegExp(`(${beginning})(${words})(?=[ \\u00a0\\n,])`, "g");
const sure = pattern(fragments);
const unsure = pattern(fragmentsThatAreWords);

/** Sentences that begin with a small letter because the ligature of "The", "This" and the like was lost. */
export function findLostTh(pasted: PastedText): Defect[] {
  const found = matches(pasted, sure);
  if (found.length === 0 || !isEnglish(pasted)) return [];
  const all = [...found, ...matches(pasted, unsure)];
  // A text that has lost this ligature has hardly a "The" left; another font may have kept some.
  const kept = pasted.text.match(/(?<![\p{L}\p{N}])Th(?:e|is|ese|ere|ey)(?!\p{L})/gu) ?? [];
  return kept.length <= all.length ? all : all.map((one) => ({ ...one, certainty: "likely" }));
}

const english = "the of and was is with this which for are".split(" ");
const others = "de la el del di il che les des et und der die och en para com".split(" ");

/** "e" and "is" are words of other languages. */
function isEnglish({ dictionary }: PastedText): boolean {
  const sum = (words: string[]) => words.reduce((total, word) => total + dictionary.count(word), 0);
  return sum(others) <= sum(english);
}

function matches({ text, blocks }: PastedText, words: RegExp): Defect[] {
  const starts = new Set(blocks.map(({ start }) => start));
  return Array.from(text.matchAll(words)).flatMap(
    ({ 0: all, 1: before = "", 2: fragment = "", index }) => {
      const start = index + before.length;
      const end = index + all.length;
      const isAtLineOnly = before === "\n" && !starts.has(start);
      if (isAtLineOnly || !goesOn(text, end) || isAbbreviation(text, index)) return [];
      if (fragment === "e" && (isPart(text, start) || !isBeforeSmall(text, end))) return [];
      const because = `"Th" was lost before "${fragment}".`;
      const replacement = `Th${fragment}`;
      return [{ kind: "ligature", start, end, replacement, because, certainty: "sure" } as const];
    },
  );
}

/** The sentence goes on with words. */
const goesOn = (text: string, end: number) =>
  /^,?(?:[ \u00a0]{1,3}\n?|\n)[ \u00a0]*[\p{L}\d(“"-]{2}/u.test(text.slice(end, end + 10));

/** "i. e. most": the stop before it ends no sentence. */
const isAbbreviation = (text: string, at: number) =>
  /(?:^|[\s(])(?:[a-z]|vs|approx|ca|cf|fig|no)$/i.test(text.slice(Math.max(0, at - 7), at)) &&
  text.charAt(at) === ".";

/** "d CD31. e Ki-67": a part of a figure, with the one before it near. */
const isPart = (text: string, start: number) =>
  /(?:^|\n\s*|[.,;:]\s+|\()d[\s,)]/.test(text.slice(Math.max(0, start - 2000), start));

/** "The" is mostly before a small letter; a part's name is before a sentence. */
const isBeforeSmall = (text: string, end: number) =>
  /^\s+[\p{Ll}\d]/u.test(text.slice(end, end + 8));
