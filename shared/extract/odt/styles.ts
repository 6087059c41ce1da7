import { type NumeralStyle, numeral } from "../blocks/numerals.ts";
import { childNamed, elementsOf, outermost, type XmlElement } from "../xml/tree.ts";

interface ListLevel {
  bullet: boolean;
  prefix: string;
  suffix: string;
  format: string;
  start: number;
  /** How many levels' numbers are shown, this one's the last. */
  shown: number;
}

/** How text looks, as far as it matters; undefined where nothing is said. */
export interface Look {
  hidden?: boolean | undefined;
  /** Set above the line, as exponents are. */
  raised?: boolean | undefined;
  /** The font's own name. */
  font?: string | undefined;
}

export interface OdtStyles {
  /** The name that a person sees of a paragraph style, small, with what it is based on. */
  names(style: string | undefined): string[];
  /** The mark of an item, given the numbers on each level down to it; null where there is none. */
  mark(list: string | undefined, counts: readonly number[]): string | null;
  /** The number that a level of a list begins with. */
  start(list: string | undefined, level: number): number;
  /** What a style of characters or paragraphs says of the text, itself or by what it is based on. */
  look(style: string | undefined): Look;
  /** The document's language, such as "en-GB", null where it says none. */
  language: string | null;
}

/** Reads the paragraph and list styles of all parts. */
export function readOdtStyles(parts: readonly XmlElement[]): OdtStyles {
  const named = (name: string) => parts.flatMap((part) => outermost(part, name));
  const styles = new Map(
    named("style:style").map((one) => [one.attributes.get("style:name"), one.attributes]),
  );
  const looks = looksOf(named("style:style"), fontsOf(named("style:font-face")));
  const lists = new Map(
    named("text:list-style").map((one) => [one.attributes.get("style:name"), levelsOf(one)]),
  );
  const level = (list: string | undefined, depth: number) => lists.get(list)?.get(depth);
  return {
    names: (style) => namesOf(styles, style),
    mark: (list, counts) => markOf((depth) => level(list, depth), counts),
    start: (list, depth) => level(list, depth)?.start ?? 1,
    look: (style) => {
      const chain = chainOf(styles, style).map((name) => looks.get(name) ?? {});
      return {
        hidden: chain.find(({ hidden }) => hidden !== undefined)?.hidden,
        raised: chain.find(({ raised }) => raised !== undefined)?.raised,
        font: chain.find(({ font }) => font !== undefined)?.font,
      };
    },
    language: languageIn(named("style:default-style")),
  };
}

type Attributes = ReadonlyMap<string, string>;

function namesOf(styles: ReadonlyMap<string | undefined, Attributes>, style: string | undefined) {
  return chainOf(styles, style).map((name) =>
    (styles.get(name)?.get("style:display-name") ?? name).replaceAll("_20_", " ").toLowerCase(),
  );
}

/** A style and what it is based on; styles that are based on each other end. */
function chainOf(styles: ReadonlyMap<string | undefined, Attributes>, style: string | undefined) {
  const chain: string[] = [];
  for (let name = style; name !== undefined && chain.length < 20; ) {
    chain.push(name);
    name = styles.get(name)?.get("style:parent-style-name");
  }
  return chain;
}

/** What each style itself says of its text. */
function looksOf(styles: readonly XmlElement[], fonts: ReadonlyMap<string, string>) {
  return new Map(
    styles.map((style): [string, Look] => {
      const properties = childNamed(style, "style:text-properties")?.attributes;
      const font = properties?.get("style:font-name");
      const position = properties?.get("style:text-position");
      const display = properties?.get("text:display");
      return [
        style.attributes.get("style:name") ?? "",
        {
          raised: position === undefined ? undefined : /^(?:super|[1-9])/.test(position),
          hidden: display === undefined ? undefined : display === "none",
          font: font === undefined ? undefined : (fonts.get(font) ?? font),
        },
      ];
    }),
  );
}

/** The document has its own names for fonts: "Symbol1" for Symbol. */
function fontsOf(faces: readonly XmlElement[]): Map<string, string> {
  return new Map(
    faces.map(({ attributes }) => [
      attributes.get("style:name") ?? "",
      (attributes.get("svg:font-family") ?? "").split(",")[0]?.replace(/['"]/g, "").trim() ?? "",
    ]),
  );
}

function languageIn(defaults: readonly XmlElement[]): string | null {
  const usual = defaults.find(({ attributes }) => attributes.get("style:family") === "paragraph");
  const properties = childNamed(usual ?? null, "style:text-properties")?.attributes;
  const [language, country] = [properties?.get("fo:language"), properties?.get("fo:country")];
  if (language === undefined || !/^[a-z]{2,3}$/.test(language)) return null;
  return country !== undefined && /^[A-Z]{2}$/.test(country) ? `${language}-${country}` : language;
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
