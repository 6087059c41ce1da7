import { type Piece, plainPiece, repairedPiece } from "../extracted.ts";
import { joinPlain, onOneLine, trimPieces } from "./pieces.ts";

export interface Cell {
  pieces: Piece[];
  /** How many columns it takes; 1 is the least. */
  columns: number;
  /** How many rows it takes; 1 is the least. */
  rows: number;
}

/** More columns than this are an accident, and would only fill the text with tabs. */
const mostColumns = 200;

/** A cell with more paragraphs than this holds text that a table only puts into place. */
const paragraphsOfCell = 8;

/**
 * Whether a table only arranges text on the page, by how many paragraphs each cell of each row has
 * (Infinity for a table within it): one column, or long cells in at least half of its rows. One long
 * remark leaves a table a table.
 */
export function onlyArranges(rows: readonly (readonly number[])[]): boolean {
  if (rows.every((cells) => cells.length < 2)) return true;
  const long = rows.filter((cells) => cells.some((count) => count > paragraphsOfCell));
  return long.length > 0 && long.length * 2 >= rows.length;
}

/** A table as text: cells with a tab between, rows with a line break; a merged cell stands at its first place. */
export function tablePieces(rows: readonly (readonly Cell[])[]): Piece[] {
  const taken: number[] = [];
  const lines = rows.map((cells) => linePieces(cells, taken)).filter((line) => line.length > 0);
  return joinPlain(
    lines.flatMap((line, index) => withoutGaps(index === 0 ? line : [plainPiece("\n"), ...line])),
  );
}

/** Of a row that was left out, its tabs and its line break are left out too. */
function withoutGaps(line: Piece[]): Piece[] {
  const repair = line.find((piece) => piece.repair !== null)?.repair ?? null;
  if (repair === null || line.some(({ text }) => text.trim() !== "")) return line;
  return line.map((piece) =>
    piece.repair === null ? repairedPiece(repair, piece.text, "", piece.place) : piece,
  );
}

/** `taken` has for each column how many rows below are still covered by a cell from above. */
function linePieces(cells: readonly Cell[], taken: number[]): Piece[] {
  const line: Piece[] = [];
  let tabs = 0;
  let column = 0;
  const skipCovered = () => {
    for (; (taken[column] ?? 0) > 0 && column < mostColumns; column++) {
      taken[column] = (taken[column] ?? 1) - 1;
      tabs += 1;
    }
  };
  for (const { pieces, columns, rows } of cells) {
    skipCovered();
    const content = trimPieces(onOneLine(pieces));
    if (content.length > 0) {
      line.push(plainPiece("\t".repeat(tabs)), ...content);
      tabs = 0;
    }
    for (let index = 0; index < columns && column < mostColumns; index++, column++) {
      taken[column] = rows - 1;
      tabs += 1;
    }
  }
  for (; column < taken.length; column++) taken[column] = Math.max(0, (taken[column] ?? 0) - 1);
  return line;
}
