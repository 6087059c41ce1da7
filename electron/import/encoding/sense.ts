import { commonSigns, languages, letterWeights } from "./languages.ts";

/** Punctuation and signs that reports have, and that stand beside words but not inside them. */
const usualSigns = new Set("“”„‘’‚«»‹›–—…•·°±×µ§®©™€£²³½¼¾¹ºª¿¡№†‡‰−÷´¨¯\u00a0\u00ad≤≥");
/** Those that may stand between two letters. */
const jointSigns = new Set("’–—·\u00ad\u00a0´‘×…“”");

const weights = languages.map((language) => ({ ...language, weights: letterWeights(language) }));
const common = new Set(commonSigns);

const isAsciiLetter = (text: string) => /^[A-Za-z]$/.test(text);
const isLetter = (text: string) => /^[\p{L}\p{M}]$/u.test(text);
const isSyllabic = (text: string) => /^[\u3000-\u9fff\uac00-\ud7a3\uff00-\uffef]$/.test(text);

/** A character beyond ASCII between its neighbours. */
interface Met {
  sign: string;
  before: string;
  after: string;
}

/**
 * How much the characters beyond ASCII look like text of some language: about 0.7 and more is text,
 * below 0 is not. It is a mean over them, in the language that fits best.
 */
export function senseOf(text: string): number {
  const met = signsBeyondAscii(text);
  if (met.length === 0) return 0;
  const fixed = met.map(fixedSense);
  const best = (score: (one: Met) => number) =>
    met.reduce((sum, one, at) => sum + (fixed[at] ?? score(one)), 0) / met.length;
  const byLanguage = weights.map((language) =>
    best(
      (one) => (language.weights.get(one.sign) ?? -1) + caseSense(one) + scriptSense(one, language),
    ),
  );
  const western = best((one) => (/[À-ÖØ-öø-ÿ]/.test(one.sign) ? 0.45 : -1) + caseSense(one));
  return Math.max(...byLanguage, western);
}

function signsBeyondAscii(text: string): Met[] {
  return Array.from(text.matchAll(/[^\0-\x7f]/gu), ({ 0: sign, index }) => ({
    sign,
    before: text.charAt(index - 1),
    after: text.charAt(index + sign.length),
  }));
}

/** What a character says by itself; null for a letter, which has to be judged by its language. */
function fixedSense({ sign, before, after }: Met): number | null {
  if (/[\u0080-\u009f\ufffd]|\p{Co}|\p{Cn}/u.test(sign)) return -4;
  if (isSyllabic(sign)) {
    const isMixed = /[A-Za-z]/.test(before + after) ? 1 : 0;
    return (common.has(sign) ? 1.3 : 0.15) - isMixed;
  }
  if (sign === "ª" || sign === "º" || !isLetter(sign)) return signSense(sign, before, after);
  return null;
}

function signSense(sign: string, before: string, after: string): number {
  const isInside = isLetter(before) && isLetter(after) && !jointSigns.has(sign);
  if (isInside) return -1.5;
  if (/[“„«‘‚‹¿¡]/.test(sign) && isLetter(before) && !isLetter(after)) return -0.5;
  if (/[”’»›]/.test(sign) && !isLetter(before) && isLetter(after)) return -0.5;
  if (/[‚¹²³¼½¾ªº©®]/.test(sign) && !isLetter(before) && isLetter(after)) return 0;
  return usualSigns.has(sign) ? 0.75 : -0.7;
}

/** A capital after a small letter is an error of reading. */
function caseSense({ sign, before, after }: Met): number {
  const isUpper = /\p{Lu}/u.test(sign);
  if (isUpper && /\p{Ll}/u.test(before)) return -5;
  return /\p{Ll}/u.test(sign) && /\p{Lu}/u.test(after) ? -0.7 : 0;
}

/** Letters of two scripts do not make one word. */
function scriptSense({ before, after }: Met, { isLatin }: { isLatin: boolean }): number {
  return !isLatin && (isAsciiLetter(before) || isAsciiLetter(after)) ? -1 : 0;
}
