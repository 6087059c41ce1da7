/**
 * How well what was typed names something: 100 for the very name, less for its beginning, its words'
 * beginnings, its initials ("fgo": Finish and Go On), letters of it in their order; null for not at all.
 * Case and accents do not matter.
 */
export function fitness(typed: string, name: string): number | null {
  const wanted = folded(typed);
  const there = folded(name);
  if (wanted === "" || wanted === there) return 100;
  if (there.startsWith(wanted)) return 80;
  const words = there.split(" ");
  if (beginWords(wanted.split(" "), words)) return 60;
  const joined = wanted.replaceAll(" ", "");
  if (joined.length > 1 && beginInitials(joined, words)) return 50;
  if (there.includes(wanted)) return 40;
  return lettersInOrder(joined, there);
}

const folded = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Whether each typed word begins another one of the name's, in any order. */
function beginWords(typed: readonly string[], words: readonly string[]): boolean {
  const left = [...words];
  return typed.every((start) => {
    const at = left.findIndex((word) => word.startsWith(start));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

const littleWords = [
  ...["a", "and", "of", "or", "the", "to"],
  ...["das", "dem", "den", "der", "des", "die", "und", "zu", "zum", "zur"],
  ...["au", "aux", "d", "du", "et", "l", "le", "les", "ou", "un", "une"],
  ...["al", "de", "del", "el", "en", "la", "las", "los", "o", "un", "una", "y"],
];

/** Nobody is sure whether the little words count. */
function beginInitials(letters: string, words: readonly string[]): boolean {
  const large = words.filter((word) => !littleWords.includes(word));
  const initials = [words, large].map((some) => some.map((word) => word[0]).join(""));
  return initials.some((all) => all.startsWith(letters));
}

/** The closer together they stand the better; letters strewn over the whole name are no match. */
function lettersInOrder(letters: string, name: string): number | null {
  let at = name.indexOf(letters[0] ?? "");
  const first = at;
  for (const letter of letters.slice(1)) {
    if (at < 0) return null;
    at = name.indexOf(letter, at + 1);
  }
  if (at < 0) return null;
  const stretch = (at - first + 1) / letters.length;
  return stretch > 3 ? null : 30 / stretch;
}
