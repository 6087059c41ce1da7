import type { Defect } from "./defect.ts";
import { damagedWords } from "./ligature-words.ts";
import type { PastedText } from "./pasted-text.ts";

/** Ligatures that stand as one character, and words that have lost "fi", "fl", "ff" or the like. */
export function findLigatures(pasted: PastedText): Defect[] {
  return [...ligatureSigns(pasted), ...lostLigatures(pasted)];
}

const signs: Record<string, string> = {
  "\ufb00": "ff",
  "\ufb01": "fi",
  "\ufb02": "fl",
  "\ufb03": "ffi",
  "\ufb04": "ffl",
  "\ufb05": "st",
  "\ufb06": "st",
};

function ligatureSigns({ text }: PastedText): Defect[] {
  return Array.from(text.matchAll(/[\ufb00-\ufb06]/g), ({ 0: sign, index }) => {
    const replacement = signs[sign] ?? sign;
    const because = `"${sign}" is one character for the letters "${replacement}".`;
    const end = index + 1;
    return { kind: "ligature", start: index, end, replacement, because, certainty: "sure" };
  });
}

function lostLigatures({ text, dictionary }: PastedText): Defect[] {
  const found = [...damagedWords.keys()].filter((damaged) =>
    damaged.split(" ").every((part) => dictionary.count(part) > 0),
  );
  return found.flatMap((damaged) => occurrences(text, damaged));
}

/** The whole word is replaced, so that "in ltration" is not taken for "in filtration". */
function occurrences(text: string, damaged: string): Defect[] {
  const { word = "", ligature = "", at = 0 } = damagedWords.get(damaged) ?? {};
  const pattern = new RegExp(`(?<![\\p{L}\\d-])${damaged}(?![\\p{L}\\d-])`, "giu");
  const because = `"${word}" has lost its "${ligature}".`;
  const rest = damaged.includes(" ") ? at + 1 : at;
  return Array.from(text.matchAll(pattern), ({ 0: found, index: start }) => {
    const replacement = found.slice(0, at) + ligature + found.slice(rest);
    const end = start + found.length;
    return { kind: "ligature", start, end, replacement, because, certainty: "sure" };
  });
}
