import { type NumeralStyle, numeral } from "./numerals.ts";

/** One depth of a list. */
export interface ListLevel {
  /** As Word calls it: "decimal", "lowerRoman", "bullet" ... */
  format: string;
  /** "%1.%2" with the numbers of this level and those above. */
  text: string;
  start: number;
}

/** A list with its levels from 0; lists of one `abstract` count on from one another. */
export interface List {
  abstract: string;
  levels: Map<number, ListLevel>;
  /** Where levels begin that begin otherwise in this very list. */
  starts: Map<number, number>;
}

/** Counts a document's lists from its start to its end. */
export interface Numbering {
  /** The mark of the next item of a list on a level ("2.", "•"), null where the list shows none. */
  next(list: string, level: number): string | null;
}

/** Word has nine levels; a file that says otherwise is mistaken. */
const deepest = 8;

/** Counts these lists, which are known by their ids. */
export function numberingOf(lists: ReadonlyMap<string, List>): Numbering {
  const counts = new Map<string, number[]>();
  const begun = new Set<string>();
  return {
    next(id, depth) {
      const list = lists.get(id);
      const level = list?.levels.get(depth);
      if (list === undefined || level === undefined || depth < 0 || depth > deepest) return null;
      const count = counts.get(list.abstract) ?? [];
      counts.set(list.abstract, count);
      // A list of its own start counts anew, once; others go on where the last of the same kind ended.
      const own = list.starts.get(depth);
      if (own !== undefined && !begun.has(`${id} ${depth}`)) count[depth] = own - 1;
      begun.add(`${id} ${depth}`);
      count[depth] = (count[depth] ?? level.start - 1) + 1;
      count.length = depth + 1;
      return markOf(list, level, count);
    },
  };
}

function markOf(list: List, level: ListLevel, count: readonly number[]): string | null {
  if (level.format === "bullet") return "•";
  if (level.format === "none") return level.text.replace(/%[1-9]/g, "") || null;
  const mark = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const depth = Number(digit) - 1;
    const above = list.levels.get(depth);
    return numeral(count[depth] ?? above?.start ?? 1, styleOf(above?.format));
  });
  return mark.trim() || null;
}

const numeralStyles: Readonly<Record<string, NumeralStyle>> = {
  decimalZero: "padded",
  lowerLetter: "letters",
  upperLetter: "LETTERS",
  lowerRoman: "roman",
  upperRoman: "ROMAN",
};

/** How Word's name for a format writes; other scripts and number words are Arabic numbers. */
export function styleOf(format = "decimal"): NumeralStyle {
  return numeralStyles[format] ?? "decimal";
}
