import { type Piece, plainPiece, repairedPiece } from "../extracted.ts";

/** "progression- free": the space is the file's, made where the line might have been broken. */
const afterHyphen = /(?<=[\p{L}\d]-) (?=\p{Ll})(?!(?:and|or|to|und|oder|bis|et|ou|y|o|e)\b)/gu;
const inAddress = /(?:https?:\/\/|www\.|doi\.)\S*(?:(?<=[./-]) [\p{Ll}\d][^\s]*)+/gu;

/** Takes spaces out that stand in a compound or in an address. */
export function closeSpaces(piece: Piece): Piece[] {
  const { text, place } = piece;
  if (piece.repair !== null || !/[-./] /.test(text)) return [piece];
  const spaces = [...positionsOf(text)].sort((a, b) => a - b);
  const ends = [...spaces, text.length];
  return ends.flatMap((end, at) => {
    const start = at === 0 ? 0 : (ends[at - 1] ?? 0) + 1;
    const kept = plainPiece(text.slice(start, end), place);
    return at < spaces.length ? [kept, repairedPiece("spaces", " ", "", place)] : [kept];
  });
}

function positionsOf(text: string): Set<number> {
  const found = new Set([...text.matchAll(afterHyphen)].map(({ index }) => index));
  for (const { 0: address, index } of text.matchAll(inAddress))
    for (const space of address.matchAll(/ /g)) found.add(index + space.index);
  return found;
}

/** Letterspaced words ("I NTRO D U C TI O N") at a line's start as the document spells them; else null. */
export function closeLetterspacing(
  text: string,
  known: ReadonlyMap<string, number>,
): string | null {
  const [, number = "", spaced = "", rest = ""] =
    /^([\d.]*\s*\|?\s*)((?:\p{Lu}{1,5} )+\p{Lu}{1,5})(?![\p{L}-])(.*)$/u.exec(text) ?? [];
  const parts = spaced.split(" ");
  const singles = parts.filter((part) => part.length === 1).length;
  const letters = parts.join("");
  if (parts.length < 4 || singles < 2 || letters.length > parts.length * 2.5) return null;
  const words = wordsIn(letters, known);
  if (words === null && rest !== "") return null;
  return number + (words ?? letters) + rest;
}

/** The fewest known words that make up the letters. */
function wordsIn(letters: string, known: ReadonlyMap<string, number>): string | null {
  const best: (string[] | null)[] = [[]];
  for (let end = 1; end <= letters.length; end++) {
    best[end] = null;
    for (let start = 0; start < end; start++) {
      const [head, word] = [best[start], letters.slice(start, end)];
      if (!head || !isWord(word, known)) continue;
      if ((best[end]?.length ?? 99) > head.length + 1) best[end] = [...head, word];
    }
  }
  return best[letters.length]?.join(" ") ?? null;
}

const isWord = (word: string, known: ReadonlyMap<string, number>): boolean =>
  word.length >= 2 && (known.get(word.toLowerCase()) ?? 0) > 0;
