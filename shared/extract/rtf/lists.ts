import { type List, type ListLevel, type Numbering, numberingOf } from "../blocks/numbering.ts";

/** What the tables of lists at a file's start say, while they are read. */
export interface ListTables {
  /** The levels of each list by its id, and of the one that is being read. */
  levels: Map<number, ListLevel[]>;
  open: ListLevel[];
  /** Which list each number of the text's paragraphs means, and the id that was read last. */
  numbers: Map<number, number>;
  id: number;
}

export function noLists(): ListTables {
  return { levels: new Map(), open: [], numbers: new Map(), id: 0 };
}

const formats: Readonly<Record<number, string>> = {
  1: "upperRoman",
  2: "lowerRoman",
  3: "upperLetter",
  4: "lowerLetter",
  22: "decimalZero",
  23: "bullet",
  255: "none",
};

/** What RTF calls a way to number, by Word's newer name. */
export function formatOf(number: number): string {
  return formats[number] ?? "decimal";
}

/** Counts the lists that the tables tell of, by the numbers that paragraphs have. */
export function numberingOfTables({ levels, numbers }: ListTables): Numbering {
  return numberingOf(
    new Map(
      [...numbers].map(([number, id]): [string, List] => {
        const known = (levels.get(id) ?? []).map(({ text, ...level }): ListLevel => {
          return { ...level, text: textOfLevel(text) };
        });
        return [
          String(number),
          { abstract: String(id), levels: new Map(known.entries()), starts: new Map() },
        ];
      }),
    ),
  );
}

/** RTF writes the length of the text first, and for each number the level it is of, from 0. */
function textOfLevel(text: string): string {
  const [, ...signs] = text.replace(/;$/, "");
  return signs.map((sign) => (sign < "\t" ? `%${sign.charCodeAt(0) + 1}` : sign)).join("");
}
