import { type NumeralStyle, numeral } from "../blocks/numerals.ts";
import { elementsOf, outermost, type XmlElement } from "../xml/tree.ts";

interface ListLevel {
  bullet: boolean;
  prefix: string;
  suffix: string;
  format: string;
  start: number;
  /** How many levels' numbers are shown, this one's the last. */
  shown: number;
}

export interface OdtStyles {
  /** The name that a person sees of a paragraph style, small, with what it is based on. */
  names(style: string | undefined): string[];
  /** The mark of an item, given the numbers on each level down to it; null where there is none. */
  mark(list: string | undefined, counts: readonly number[]): string | null;
  /** The number that a level of a list begins with. */
  start(list: string | undefined, level: number): number;
  /** The list that a paragraph style brings with it. */
  listOf(style: string | undefined): string | undefined;
}

/** Reads the paragraph and list styles of all parts. */
export function readOdtStyles(parts: readonly XmlElement[]): OdtStyles {
  const named = (name: string) => parts.flatMap((part) => outermost(part, name));
  const styles = new Map(
    named("style:style").map((one) => [one.attributes.get("style:name"), one.attributes]),
  );
  const lists = new Map(
    named("text:list-style").map((one) => [one.attributes.get("style:name"), levelsOf(one)]),
  );
  const level = (list: string | undefined, depth: number) => lists.get(list)?.get(depth);
  return {
    names: (style) => namesOf(styles, style),
    mark: (list, counts) => markOf((depth) => level(list, depth), counts),
    start: (list, depth) => level(list, depth)?.start ?? 1,
    listOf: (style) => styles.get(style)?.get("style:list-style-name"),
  };
}

type Attributes = ReadonlyMap<string, string>;

function namesOf(styles: ReadonlyMap<string | undefined, Attributes>, style: string | undefined) {
  const names: string[] = [];
  for (let name = style; name !== undefined && names.length < 20; ) {
    const known = styles.get(name);
    names.push((known?.get("style:display-name") ?? name).replaceAll("_20_", " ").toLowerCase());
    name = known?.get("style:parent-style-name");
  }
  return names;
}

function levelsOf(list: XmlElement): Map<number, ListLevel> {
  const levels = elementsOf(list);
  return new Map(
    levels.map(({ name, attributes }) => [
      Number(attributes.get("text:level")) || 1,
      {
        bullet: !name.endsWith("-number"),
        prefix: attributes.get("style:num-prefix") ?? "",
        suffix: attributes.get("style:num-suffix") ?? "",
        format: attributes.get("style:num-format") ?? "",
        start: Number(attributes.get("text:start-value")) || 1,
        shown: Number(attributes.get("text:display-levels")) || 1,
      },
    ]),
  );
}

const formats: Readonly<Record<string, NumeralStyle>> = {
  a: "letters",
  A: "LETTERS",
  i: "roman",
  I: "ROMAN",
};

function markOf(level: (depth: number) => ListLevel | undefined, counts: readonly number[]) {
  const own = level(counts.length);
  if (own === undefined || own.bullet) return "•";
  if (own.format === "") return null;
  const first = Math.max(0, counts.length - own.shown);
  const numbers = counts.slice(first).map((count, index) => {
    const format = level(first + index + 1)?.format ?? "1";
    return numeral(count, formats[format] ?? "decimal");
  });
  return own.prefix + numbers.join(".") + own.suffix;
}
