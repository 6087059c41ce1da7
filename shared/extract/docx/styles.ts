import { type KindAndLevel, kindByStyleNames } from "../blocks/style-names.ts";
import { childNamed, childrenNamed, descend, type XmlElement } from "../xml/tree.ts";
import { numberAt, switchAt, valueAt } from "./properties.ts";

interface Style {
  name: string;
  basedOn: string | undefined;
  /** 0 is the highest heading, 9 is text. */
  outline: number | undefined;
  list: string | undefined;
  listLevel: number | undefined;
  hidden: boolean | undefined;
}

export interface Styles {
  /** What a paragraph style makes of a paragraph, with the level of a heading. */
  kindOf(style: string | undefined): KindAndLevel;
  /** The first value that a style or one that it is based on has. */
  find<Key extends keyof Style>(style: string | undefined, key: Key): Style[Key] | undefined;
}

/** Reads a styles part; without one, no style says anything. */
export function readStyles(part: XmlElement | null): Styles {
  const styles = new Map<string, Style>();
  let usual: string | undefined;
  for (const element of part ? childrenNamed(part, "w:style") : []) {
    const id = element.attributes.get("w:styleId") ?? "";
    styles.set(id, styleOf(element));
    const isUsual = /^(1|true|on)$/.test(element.attributes.get("w:default") ?? "");
    if (isUsual && element.attributes.get("w:type") === "paragraph") usual = id;
  }
  const chain = (id: string | undefined) => chainOf(styles, id ?? usual);
  return {
    kindOf: (id) => kindOf(chain(id), id),
    find: (id, key) => chain(id).find((style) => style[key] !== undefined)?.[key],
  };
}

function styleOf(element: XmlElement): Style {
  const paragraph = childNamed(element, "w:pPr");
  return {
    name: (valueAt(element, "w:name") ?? "").toLowerCase(),
    basedOn: valueAt(element, "w:basedOn"),
    outline: numberAt(paragraph, "w:outlineLvl"),
    list: valueAt(paragraph, "w:numPr", "w:numId"),
    listLevel: numberAt(paragraph, "w:numPr", "w:ilvl"),
    hidden: switchAt(descend(element, "w:rPr"), "w:vanish"),
  };
}

/** A style and what it is based on; styles that are based on each other end. */
function chainOf(styles: ReadonlyMap<string, Style>, id: string | undefined): Style[] {
  const chain: Style[] = [];
  for (let style = styles.get(id ?? ""); style; style = styles.get(style.basedOn ?? "")) {
    if (chain.includes(style)) break;
    chain.push(style);
  }
  return chain;
}

function kindOf(chain: readonly Style[], id = ""): KindAndLevel {
  const names = chain.length > 0 ? chain.map(({ name }) => name) : [id.toLowerCase()];
  const byName = kindByStyleNames(names);
  if (byName !== null) return byName;
  const outline = chain.find((style) => style.outline !== undefined)?.outline ?? 9;
  if (outline < 0 || outline > 8) return { kind: "paragraph", level: null };
  return { kind: "heading", level: outline + 1 };
}
