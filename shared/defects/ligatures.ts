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

function occurrences(text: string, damaged: string): Defect[] {
  const { word = "", ligature = "" } = damagedWords.get(damaged) ?? {};
  const pattern = new RegExp(`(?<![\\p{L}\\d-])${damaged}(?![\\p{L}\\d-])`, "giu");
  const because = `"${word}" has lost its "${ligature}".`;
  const at = word.indexOf(ligature);
  const gap = damaged.includes(" ") ? 1 : 0;
  return Array.from(text.matchAll(pattern), ({ index }) => {
    const start = index + at;
    const end = start + gap;
    return { kind: "ligature", start, end, replacement: ligature, because, certainty: "sure" };
  });
}
