import { type Cell, tablePieces } from "../blocks/grid.ts";
import { type Piece, plainPiece } from "../extracted.ts";
import { childrenNamed, elementsOf, outermost, type XmlElement } from "../xml/tree.ts";
import { inlineText } from "./inline.ts";

/** A table of HTML's kind or OASIS's, row by row. */
export function jatsTable(table: XmlElement): Piece[] {
  return tablePieces(outermost(table, "tr", "row").map((row) => cellsOf(row)));
}

function cellsOf(row: XmlElement): Cell[] {
  return childrenNamed(row, "td", "th", "entry").map((cell) => ({
    pieces: [plainPiece(cellText(cell))],
    columns: spanOf(cell, "colspan"),
    rows: spanOf(cell, "rowspan") + Number(cell.attributes.get("morerows") ?? 0),
  }));
}

/** Lists and paragraphs within a cell stand one after the other, with a space between. */
function cellText(cell: XmlElement): string {
  const inside = elementsOf(cell).filter(({ name }) => name === "list" || name === "def-list");
  if (inside.length === 0) return inlineText(cell.children);
  return cell.children
    .map((child) => (typeof child === "string" ? child : inlineText(spread(child))))
    .map((text) => text.trim())
    .filter((text) => text !== "")
    .join(" ");
}

function spread(element: XmlElement): XmlElement["children"] {
  return element.children.flatMap((child) => (typeof child === "string" ? child : [child, " "]));
}

function spanOf(cell: XmlElement, name: string): number {
  return Math.max(1, Math.min(1000, Number.parseInt(cell.attributes.get(name) ?? "1", 10) || 1));
}
