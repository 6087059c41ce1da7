import { ligatures } from "../text/ligatures.ts";
import type { Defect } from "./defect.ts";
import { damagedWords } from "./ligature-words.ts";
import type { PastedText } from "./pasted-text.ts";

/** Ligatures that stand as one character, and words that have lost "fi", "fl", "ff" or the like. */
export function findLigatures(pasted: PastedText): Defect[] {
  return [...ligatureSigns(pasted), ...lostLigatures(pasted)];
}

function ligatureSigns({ text }: PastedText): Defect[] {
  return Array.from(text.matchAll(/[\ufb00-\ufb06]/g), ({ 0: sign, index }) => {
    const replacement = ligatures[sign] ?? sign;
    const because = `"${sign}" is one character for the letters "${replacement}".`;
    const end = index + 1;
    return { kind: "ligature", start: index, end, replacement, because, certainty: "sure" };
  });
}

function lostLigatures({ text, dictionary }: PastedText): Defect[] {
  const found = [...damagedWords.keys()].filter((damaged) =>
    damaged.split(" ").every((part) => dictionary.count(part) > 0),
  );
  const lost = found.flatMap((damaged) => occurrences(text, damaged));
  const isSound = ({ defect, isDoubtful }: Lost) =>
    !isDoubtful || hasNone(text, lost.length, defect);
  return lost.filter(isSound).map(({ defect }) => defect);
}

/** A text that has lost its ligatures has hardly a word left with one. */
function hasNone(text: string, lost: number, { replacement }: Defect): boolean {
  const [ligature = "fi"] = /ff|f[il]/i.exec(replacement.toLowerCase()) ?? [];
  return text.split(ligature, lost + 1).length <= lost;
}

interface Lost {
  defect: Defect;
  /** What is left may be a name or a word of another language: "exoR", "Brin", "dene". */
  isDoubtful: boolean;
}

/** The whole word is replaced, so that "in ltration" is not taken for "in filtration". */
function occurrences(text: string, damaged: string): Lost[] {
  const { word = "", ligature = "", at = 0 } = damagedWords.get(damaged) ?? {};
  const pattern = new RegExp(`(?<![\\p{L}\\d-])${damaged}(?![\\p{L}\\d-])`, "giu");
  const because = `"${word}" has lost its "${ligature}".`;
  const rest = damaged.includes(" ") ? at + 1 : at;
  return Array.from(text.matchAll(pattern)).flatMap(({ 0: found, index: start }) => {
    if (/\p{Ll}.*\p{Lu}/u.test(found)) return [];
    const replacement = found.slice(0, at) + ligature + found.slice(rest);
    const end = start + found.length;
    const kind = "ligature" as const;
    const defect = { kind, start, end, replacement, because, certainty: "sure" as const };
    const isDoubtful = at === 0 || (rest === at && damaged.length < 6);
    return [{ defect, isDoubtful }];
  });
}
