import { type NumeralStyle, numeral } from "../blocks/numerals.ts";
import { childrenNamed, type XmlElement } from "../xml/tree.ts";
import { numberAt, valueAt } from "./properties.ts";

interface Level {
  format: string;
  /** "%1.%2" with the numbers of this level and those above. */
  text: string;
  start: number;
}

interface List {
  abstract: string;
  levels: Map<number, Level>;
  starts: Map<number, number>;
}

/** Counts a document's lists from its start to its end. */
export interface Numbering {
  /** The mark of the next item of a list on a level ("2.", "•"), null where the list shows none. */
  next(list: string, level: number): string | null;
}

/** Reads a numbering part; without one, no list shows any mark. */
export function readNumbering(part: XmlElement | null): Numbering {
  const lists = part === null ? new Map<string, List>() : listsOf(part);
  const counts = new Map<string, number[]>();
  const begun = new Set<string>();
  return {
    next(id, depth) {
      const list = lists.get(id);
      const level = list?.levels.get(depth);
      if (list === undefined || level === undefined) return null;
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

function listsOf(part: XmlElement): Map<string, List> {
  const abstracts = new Map(
    childrenNamed(part, "w:abstractNum").map((one) => [
      one.attributes.get("w:abstractNumId") ?? "",
      { levels: levelsOf(one), link: valueAt(one, "w:numStyleLink") },
    ]),
  );
  const byStyle = new Map(
    childrenNamed(part, "w:abstractNum").map((one) => [valueAt(one, "w:styleLink"), levelsOf(one)]),
  );
  return new Map(
    childrenNamed(part, "w:num").map((one) => {
      const abstract = valueAt(one, "w:abstractNumId") ?? "";
      const known = abstracts.get(abstract);
      const base = (known?.link && byStyle.get(known.link)) || known?.levels || [];
      return [one.attributes.get("w:numId") ?? "", withOverrides(one, abstract, base)];
    }),
  );
}

function levelsOf(list: XmlElement): [number, Level][] {
  return childrenNamed(list, "w:lvl").map((level) => [
    Number(level.attributes.get("w:ilvl")) || 0,
    {
      format: valueAt(level, "w:numFmt") ?? "decimal",
      text: valueAt(level, "w:lvlText") ?? "",
      start: numberAt(level, "w:start") ?? 0,
    },
  ]);
}

function withOverrides(num: XmlElement, abstract: string, base: Iterable<[number, Level]>): List {
  const list: List = { abstract, levels: new Map(base), starts: new Map() };
  for (const override of childrenNamed(num, "w:lvlOverride")) {
    for (const [depth, level] of levelsOf(override)) list.levels.set(depth, level);
    const start = numberAt(override, "w:startOverride");
    if (start !== undefined) list.starts.set(Number(override.attributes.get("w:ilvl")) || 0, start);
  }
  return list;
}

function markOf(list: List, level: Level, count: readonly number[]): string | null {
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

/** Formats of other scripts and number words are written as Arabic numbers. */
function styleOf(format = "decimal"): NumeralStyle {
  return numeralStyles[format] ?? "decimal";
}
