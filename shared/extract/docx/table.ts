import type { Cell } from "../blocks/grid.ts";
import { onlyArranges, tablePieces } from "../blocks/grid.ts";
import { block } from "../blocks/make.ts";
import { joinPieces, leftOut } from "../blocks/pieces.ts";
import type { ExtractedBlock } from "../extracted.ts";
import { childNamed, countBelow, descend, outermost, type XmlElement } from "../xml/tree.ts";
import type { DocxContext } from "./context.ts";
import { numberAt } from "./properties.ts";

/** A table as one block, or its cells' own blocks where it only arranges text on the page. */
export function tableBlocks(
  context: DocxContext,
  table: XmlElement,
  blocksIn: (element: XmlElement) => ExtractedBlock[],
): ExtractedBlock[] {
  const rows = outermost(table, "w:tr");
  const cells = rows.map((row) => outermost(row, "w:tc"));
  if (isArrangement(cells)) {
    context.tally.add("arrangements");
    return cells.flat().flatMap(blocksIn);
  }
  const grid = rows.map((row, index) => {
    const isDeleted = descend(row, "w:trPr", "w:del") !== null;
    const read = (cells[index] ?? []).map((cell) => cellOf(cell, blocksIn));
    return [...gapBefore(row), ...(isDeleted ? read.map(deletedCell) : read)];
  });
  return [block("table", tablePieces(grid))];
}

function isArrangement(rows: readonly XmlElement[][]): boolean {
  const paragraphs = (cell: XmlElement) =>
    countBelow(cell, "w:tbl") > 0 ? Number.POSITIVE_INFINITY : countBelow(cell, "w:p");
  return onlyArranges(rows.map((cells) => cells.map(paragraphs)));
}

function cellOf(cell: XmlElement, blocksIn: (element: XmlElement) => ExtractedBlock[]): Cell {
  const parts = blocksIn(cell).map(({ pieces }) => pieces);
  const columns = numberAt(cell, "w:tcPr", "w:gridSpan") ?? 1;
  return { pieces: joinPieces(parts, " "), columns: Math.max(1, columns), rows: 1 };
}

function deletedCell(cell: Cell): Cell {
  return { ...cell, pieces: leftOut(cell.pieces, "tracked-change") };
}

function gapBefore(row: XmlElement): Cell[] {
  const columns = numberAt(childNamed(row, "w:trPr"), "w:gridBefore") ?? 0;
  return columns > 0 ? [{ pieces: [], columns, rows: 1 }] : [];
}
