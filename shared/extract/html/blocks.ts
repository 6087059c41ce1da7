import { onlyArranges, tablePieces } from "../blocks/grid.ts";
import { block } from "../blocks/make.ts";
import { type NumeralStyle, numeral } from "../blocks/numerals.ts";
import { joinPieces, withoutOptionalHyphens } from "../blocks/pieces.ts";
import { raisedNumber } from "../blocks/raised.ts";
import type { Tally } from "../blocks/warnings.ts";
import type { BlockKind, ExtractedBlock } from "../extracted.ts";
import type { XmlElement, XmlNode } from "../xml/tree.ts";
import { childNamed, childrenNamed, countBelow, outermost, rawText } from "../xml/tree.ts";
import { noteMark } from "./note-mark.ts";
import { blockNames, countedAs, isFurniture } from "./visible.ts";

/** What the text at some place of a page belongs to. */
interface Place {
  kind: BlockKind;
  level: number | null;
  /** Whether white space counts, as in `pre`. */
  exact: boolean;
}

interface Page {
  blocks: ExtractedBlock[];
  /** The open paragraph's text, and the mark it begins with. */
  text: string;
  mark: string;
  tally: Tally;
}

const plain: Place = { kind: "paragraph", level: null, exact: false };

/** The blocks of HTML that can be seen, in their order; the rest is counted. */
export function htmlBlocks(nodes: readonly XmlNode[], tally: Tally): ExtractedBlock[] {
  const page: Page = { blocks: [], text: "", mark: "", tally };
  for (const node of nodes) addNode(page, node, plain);
  endBlock(page, plain);
  return page.blocks;
}

function addNode(page: Page, node: XmlNode, place: Place): void {
  if (typeof node === "string") {
    page.text += place.exact ? node : node.replace(/[ \t\n\f\r]+/g, " ");
    return;
  }
  const counted = countedAs(node);
  if (counted === null) addElement(page, node, place);
  else page.tally.add(counted);
}

function addElement(page: Page, element: XmlElement, place: Place): void {
  const mark = noteMark(element);
  if (mark !== null) addNoteMark(page, mark);
  else if (element.name === "br") page.text += "\n";
  else if (element.name === "sup") addRaised(page, element, place);
  else if (element.name === "table") addTable(page, element, place);
  else if (element.name === "q") addQuotation(page, element, place);
  else if (element.name === "ol" || element.name === "ul") addList(page, element, place);
  else if (blockNames.has(element.name)) addBlock(page, element, place);
  else addChildren(page, element, place);
}

function addChildren(page: Page, element: XmlElement, place: Place): void {
  for (const child of element.children) addNode(page, child, place);
}

/** The mark in brackets, since "carcinoma1" would be another word; at a note's start, a space after it. */
function addNoteMark(page: Page, mark: string): void {
  const isStart = page.text.trim() === "";
  page.text += `[${mark}]${isStart ? " " : ""}`;
}

function addRaised(page: Page, element: XmlElement, place: Place): void {
  const number = raisedNumber(page.text, rawText(element).trim());
  if (number === null) addChildren(page, element, place);
  else page.text += number;
}

function addQuotation(page: Page, element: XmlElement, place: Place): void {
  page.text += "“";
  addChildren(page, element, place);
  page.text += "”";
}

function addBlock(page: Page, element: XmlElement, outer: Place): void {
  const place = isFurniture(element) ? { ...plain, kind: "left-out" as const } : outer;
  endBlock(page, outer);
  const inner = placeOf(element, place);
  addChildren(page, element, inner);
  endBlock(page, inner);
}

function placeOf({ name }: XmlElement, outer: Place): Place {
  if (outer.kind === "left-out") return outer;
  if (/^h[1-6]$/.test(name)) return { ...outer, kind: "heading", level: Number(name[1]) };
  if (name === "figcaption" || name === "caption") return { ...outer, kind: "caption" };
  if (name === "dt" || name === "dd") return { ...outer, kind: "list-item" };
  return name === "pre" ? { ...outer, exact: true } : outer;
}

function endBlock(page: Page, { kind, level, exact }: Place): void {
  const text = exact ? page.text.replace(/\r\n?/g, "\n") : page.text.replace(/ +/g, " ");
  const trimmed = exact ? text.replace(/^\n+|\s+$/g, "") : text.replace(/ ?\n ?/g, "\n").trim();
  page.text = "";
  if (trimmed === "") return;
  page.blocks.push(block(kind, withoutOptionalHyphens(page.mark + trimmed), { level }));
  page.mark = "";
}

function addList(page: Page, list: XmlElement, outer: Place): void {
  endBlock(page, outer);
  const place = outer.kind === "paragraph" ? { ...outer, kind: "list-item" as const } : outer;
  let number = Number.parseInt(list.attributes.get("start") ?? "1", 10) || 1;
  for (const child of list.children) {
    const isItem = typeof child !== "string" && child.name === "li";
    if (!isItem) {
      addNode(page, child, place);
      continue;
    }
    number = Number.parseInt(child.attributes.get("value") ?? "", 10) || number;
    page.mark = `${list.name === "ol" ? numeral(number, styleOf(list)) : ""}${list.name === "ol" ? "." : "•"} `;
    addBlock(page, child, place);
    page.mark = "";
    number += 1;
  }
  endBlock(page, place);
}

const styles: Readonly<Record<string, NumeralStyle>> = {
  a: "letters",
  A: "LETTERS",
  i: "roman",
  I: "ROMAN",
};

function styleOf(list: XmlElement): NumeralStyle {
  return styles[list.attributes.get("type") ?? ""] ?? "decimal";
}

/** A table as one block, or in the order of its cells where it only arranges a page. */
function addTable(page: Page, table: XmlElement, outer: Place): void {
  endBlock(page, outer);
  if (countedAs(table) !== null) return;
  const rows = outermost(table, "tr");
  const cells = rows.map((row) => childrenNamed(row, "td", "th"));
  const arranges =
    countBelow(table, "h1", "h2", "h3", "h4") > 0 ||
    onlyArranges(cells.map((row) => row.map(paragraphsIn)));
  if (arranges) {
    page.tally.add("arrangements");
    for (const child of table.children) addNode(page, child, outer);
    endBlock(page, outer);
    return;
  }
  const caption = childNamed(table, "caption");
  if (caption) addBlock(page, caption, outer);
  const grid = cells.map((row) => row.map((cell) => cellOf(page, cell)));
  const kind = outer.kind === "left-out" ? "left-out" : "table";
  page.blocks.push(block(kind, tablePieces(grid)));
}

function paragraphsIn(cell: XmlElement): number {
  return countBelow(cell, "table") > 0 ? Number.POSITIVE_INFINITY : countBelow(cell, "p", "li");
}

function cellOf(page: Page, cell: XmlElement) {
  const parts = htmlBlocks([cell], page.tally).map(({ pieces }) => pieces);
  return {
    pieces: joinPieces(parts, " "),
    columns: spanOf(cell, "colspan"),
    rows: spanOf(cell, "rowspan"),
  };
}

function spanOf(cell: XmlElement, name: string): number {
  const span = Number.parseInt(cell.attributes.get(name) ?? "", 10) || 1;
  return Math.max(1, Math.min(span, 1000));
}
