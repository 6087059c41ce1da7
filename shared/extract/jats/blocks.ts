import { append } from "../blocks/append.ts";
import { block, inSection, textBlock } from "../blocks/make.ts";
import { letters, roman } from "../blocks/numerals.ts";
import { type ExtractedBlock, plainPiece } from "../extracted.ts";
import type { XmlElement, XmlNode } from "../xml/tree.ts";
import { childNamed, childrenNamed, elementsOf, outermost, rawText } from "../xml/tree.ts";
import { floats, inlineText } from "./inline.ts";
import { referenceList } from "./references.ts";
import { sectionKind } from "./section-kind.ts";
import { jatsTable } from "./table.ts";

/** What breaks a paragraph in two where it stands. */
const breaks = new Set(["list", "def-list", "disp-formula", "disp-formula-group", "disp-quote"]);
/** What holds blocks, and has nothing to say of itself but a title. */
const ignored = new Set(["label", "title", "caption", "object-id", "alt-text", "sec-meta"]);

/** The blocks of any element that may hold some, in their order; sections below begin at `level`. */
export function blocksOf(element: XmlElement, level: number): ExtractedBlock[] {
  switch (element.name) {
    case "p":
    case "attrib":
    case "verse-line":
    case "kwd-group":
    case "license-p":
      return paragraph(element.children, level);
    case "disp-formula":
    case "tex-math":
    case "mml:math":
    case "preformat":
      return [textBlock("paragraph", inlineText([element]))];
    case "list":
      return listBlocks(element, level);
    case "def-list":
    case "glossary":
      return [...headingOf(element, level), ...definitions(element, level)];
    case "fig":
    case "table-wrap":
    case "fig-group":
    case "table-wrap-group":
    case "supplementary-material":
    case "media":
    case "chem-struct-wrap":
      return floatBlocks(element, level);
    case "table":
      return [block("table", jatsTable(element))];
    case "fn":
      return [textBlock("footnote", labelled(element, childrenText(element)))];
    case "ref-list":
      return referenceList(element, level, (other) => blocksOf(other, level));
    default:
      return container(element, level);
  }
}

/** Sections, boxes, appendices, acknowledgements, and whatever else holds blocks. */
function container(element: XmlElement, level: number): ExtractedBlock[] {
  if (isInline(element)) return paragraph([element], level);
  const heading = headingOf(element, level);
  const below = heading.length > 0 ? level + 1 : level;
  const inside = elementsOf(element)
    .filter(({ name }) => !ignored.has(name))
    .flatMap((child) => blocksOf(child, below));
  return inSection(sectionKind(element), [...heading, ...inside]);
}

/** Text of its own, rather than blocks. */
function isInline(element: XmlElement): boolean {
  return element.children.some((child) => typeof child === "string" && child.trim() !== "");
}

/** Label and title on one line; a title may stand in a caption. */
export function headingOf(element: XmlElement, level: number): ExtractedBlock[] {
  const title = childNamed(element, "title") ?? childNamed(childNamed(element, "caption"), "title");
  const text = labelled(element, title ? inlineText(title.children) : "");
  return text === "" ? [] : [textBlock("heading", text, { level })];
}

function labelled(element: XmlElement, text: string): string {
  const label = childNamed(element, "label");
  return [label ? inlineText(label.children) : "", text].filter((part) => part !== "").join(" ");
}

/** A paragraph, split where a list, formula or quotation stands; figures and tables come after it. */
function paragraph(nodes: readonly XmlNode[], level: number): ExtractedBlock[] {
  const blocks: ExtractedBlock[] = [];
  let text: XmlNode[] = [];
  const endText = () => {
    blocks.push(textBlock("paragraph", inlineText(text)));
    text = [];
  };
  for (const node of nodes) {
    if (typeof node === "string" || !breaks.has(node.name)) text.push(node);
    else {
      endText();
      append(blocks, blocksOf(node, level));
    }
  }
  endText();
  const after = nodes.flatMap((node) => (typeof node === "string" ? [] : floatsIn(node)));
  return [...blocks, ...after.flatMap((float) => blocksOf(float, level))];
}

function floatsIn(element: XmlElement): XmlElement[] {
  return floats.has(element.name)
    ? [element]
    : breaks.has(element.name)
      ? []
      : outermost(element, ...floats);
}

/** A figure or table: its caption on one line, its table, its footnotes. */
function floatBlocks(element: XmlElement, level: number): ExtractedBlock[] {
  const caption = childNamed(element, "caption");
  const text = labelled(element, caption ? childrenText(caption) : "");
  const inside = elementsOf(element)
    .filter(({ name }) => !ignored.has(name))
    .flatMap((child) => partOfFloat(child, level));
  return [...(text === "" ? [] : [textBlock("caption", text)]), ...inside];
}

function partOfFloat(child: XmlElement, level: number): ExtractedBlock[] {
  if (child.name === "graphic") return [];
  if (child.name === "alternatives")
    return elementsOf(child).flatMap((one) => partOfFloat(one, level));
  if (child.name !== "table-wrap-foot") return blocksOf(child, level);
  return elementsOf(child).flatMap((part) =>
    blocksOf(part, level).map((one) => ({ ...one, kind: "footnote" as const })),
  );
}

/** The text of each element below, a space between. */
function childrenText(element: XmlElement): string {
  const parts = elementsOf(element).filter(({ name }) => name !== "label");
  if (parts.length === 0 || isInline(element)) return inlineText(element.children);
  return parts
    .map((part) => inlineText(part.children))
    .filter((text) => text !== "")
    .join(" ");
}

function listBlocks(list: XmlElement, level: number): ExtractedBlock[] {
  const type = list.attributes.get("list-type") ?? "bullet";
  const items = childrenNamed(list, "list-item").flatMap((item, index) => {
    const label = childNamed(item, "label");
    const mark = label ? inlineText(label.children) : markOf(type, index + 1);
    const blocks = elementsOf(item)
      .filter(({ name }) => name !== "label")
      .flatMap((child) => blocksOf(child, level))
      .filter(({ pieces }) => pieces.length > 0);
    return blocks.map((one, at) => asItem(one, at === 0 ? `${mark} ` : ""));
  });
  return [...headingOf(list, level), ...items];
}

function asItem(one: ExtractedBlock, mark: string): ExtractedBlock {
  if (one.kind !== "paragraph") return one;
  return block("list-item", [plainPiece(mark), ...one.pieces]);
}

function markOf(type: string, number: number): string {
  switch (type) {
    case "order":
      return `${number}.`;
    case "alpha-lower":
      return `${letters(number)}.`;
    case "alpha-upper":
      return `${letters(number).toUpperCase()}.`;
    case "roman-lower":
      return `${roman(number)}.`;
    case "roman-upper":
      return `${roman(number).toUpperCase()}.`;
    case "simple":
      return "";
    default:
      return "•";
  }
}

/** Each term with its meaning on one line; other things in between as they are. */
function definitions(list: XmlElement, level: number): ExtractedBlock[] {
  return elementsOf(list).flatMap((child) => {
    if (ignored.has(child.name)) return [];
    if (child.name !== "def-item") return blocksOf(child, level);
    const [term, ...meanings] = elementsOf(child);
    if (term === undefined) return [];
    const meaning = meanings.map((one) => childrenText(one)).join(" ");
    return [textBlock("list-item", `${inlineText(term.children)}: ${meaning}`)];
  });
}

/** Whether there is anything to read at all. */
export function isEmpty(element: XmlElement): boolean {
  return rawText(element).trim() === "";
}
