/** Where the keyboard is in the table; row -1 is the line of titles. */
export interface Cell {
  row: number;
  column: number;
}

export interface Extent {
  rows: number;
  columns: number;
  /** How many rows are in view. */
  page: number;
}

export type TableAction =
  | { do: "move"; to: Cell }
  | { do: "open" | "edit" | "clear" | "copy" | "leave" }
  | { do: "type"; character: string };

interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** What a key asks of the table; null when it is not for the table. */
export function tableAction(press: Press, at: Cell, extent: Extent): TableAction | null {
  if (press.altKey) return null;
  const isMod = press.ctrlKey || press.metaKey;
  const to = cellFor(press.key, isMod, at, extent);
  if (to) return { do: "move", to: inside(to, extent) };
  if (isMod) return press.key.toLowerCase() === "c" ? { do: "copy" } : null;
  const act = named.get(press.key);
  if (act) return { do: act };
  return press.key.length === 1 ? { do: "type", character: press.key } : null;
}

const named = new Map<string, "open" | "edit" | "clear" | "leave">([
  ["Enter", "open"],
  ["F2", "edit"],
  ["Delete", "clear"],
  ["Backspace", "clear"],
  ["Escape", "leave"],
]);

function cellFor(key: string, isMod: boolean, { row, column }: Cell, extent: Extent): Cell | null {
  switch (key) {
    case "ArrowDown":
      return { row: row + 1, column };
    case "ArrowUp":
      return { row: row - 1, column };
    case "ArrowRight":
      return { row, column: column + 1 };
    case "ArrowLeft":
      return { row, column: column - 1 };
    case "PageDown":
      return { row: row + extent.page, column };
    case "PageUp":
      return { row: Math.max(0, row - extent.page), column };
    case "Home":
      return { row: isMod ? 0 : row, column: 0 };
    case "End":
      return { row: isMod ? extent.rows - 1 : row, column: extent.columns - 1 };
    default:
      return null;
  }
}

const inside = ({ row, column }: Cell, { rows, columns }: Extent): Cell => ({
  row: Math.max(-1, Math.min(rows - 1, row)),
  column: Math.max(0, Math.min(columns - 1, column)),
});
