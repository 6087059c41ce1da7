import { append } from "../blocks/append.ts";
import { type Cell, tablePieces } from "../blocks/grid.ts";
import { block } from "../blocks/make.ts";
import { hasContent, joinPieces } from "../blocks/pieces.ts";
import type { KindAndLevel } from "../blocks/style-names.ts";
import { type ExtractedBlock, type Piece, plainPiece } from "../extracted.ts";
import { gridOf, type Row } from "./grid.ts";

/** Text that flows by itself: the body, a note, a header, a text box. */
export interface Flow {
  blocks: ExtractedBlock[];
  /** The open paragraph, and the number or bullet it begins with. */
  pieces: Piece[];
  mark: string;
  /** The open cell's paragraphs, the open row's cells, the open table's rows. */
  cell: Piece[][];
  row: Cell[];
  rows: Row[];
  /** Where the cells of the open row end on the page, in twips. */
  edges: number[];
  /** Text boxes that hang on the open paragraph. */
  boxes: ExtractedBlock[];
}

export function newFlow(): Flow {
  const table = { cell: [], row: [], rows: [], edges: [] };
  return { blocks: [], pieces: [], mark: "", boxes: [], ...table };
}

/** Ends a paragraph; one that stands in no table ends the table before it. */
export function endParagraph(flow: Flow, inTable: boolean, { kind, level }: KindAndLevel): void {
  const mark = flow.mark.trim();
  const isItem = mark !== "" && kind === "paragraph";
  const pieces = mark === "" ? flow.pieces : [plainPiece(`${mark} `), ...flow.pieces];
  const isEmpty = !hasContent(flow.pieces);
  flow.pieces = [];
  flow.mark = "";
  if (inTable) {
    if (!isEmpty) flow.cell.push(pieces);
    for (const box of flow.boxes.splice(0)) flow.cell.push(box.pieces);
    return;
  }
  endTable(flow);
  if (!isEmpty) flow.blocks.push(block(isItem ? "list-item" : kind, pieces, { level }));
  append(flow.blocks, flow.boxes.splice(0));
}

/** Ends a cell with the paragraph that is open in it. */
export function endCell(flow: Flow): void {
  endParagraph(flow, true, { kind: "paragraph", level: null });
  flow.row.push({ pieces: joinPieces(flow.cell, " "), columns: 1, rows: 1 });
  flow.cell = [];
}

/** Ends a row; what stands in it without an end of a cell is a cell. */
export function endRow(flow: Flow): void {
  if (hasContent(flow.pieces) || flow.cell.length > 0) endCell(flow);
  if (flow.row.length > 0) flow.rows.push({ cells: flow.row, edges: flow.edges });
  flow.row = [];
}

/** Ends whatever is open. */
export function endFlow(flow: Flow): ExtractedBlock[] {
  endParagraph(flow, false, { kind: "paragraph", level: null });
  return flow.blocks;
}

/** A table of one column is no table but paragraphs in a frame. */
function endTable(flow: Flow): void {
  endRow(flow);
  if (flow.rows.length === 0) return;
  const isFrame = flow.rows.every(({ cells }) => cells.length < 2);
  if (isFrame) {
    const cells = flow.rows.flatMap((row) => row.cells);
    append(
      flow.blocks,
      cells.map(({ pieces }) => block("paragraph", pieces)),
    );
  } else flow.blocks.push(block("table", tablePieces(gridOf(flow.rows))));
  flow.rows = [];
}
