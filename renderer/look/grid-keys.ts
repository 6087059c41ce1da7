/** What a key press asks a grid to do. */
export type GridAction =
  | { kind: "move"; to: number; extend: boolean }
  | { kind: "all" | "none" | "toggle" | "open" | "menu" }
  | { kind: "type"; letter: string };

interface GridPress {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** Where the keyboard is, how many rows fit on a page, and how many there are. */
interface GridPlace {
  at: number;
  page: number;
  count: number;
}

/** What a press asks for; null when it is not for the grid. */
export function gridAction(press: GridPress, place: GridPlace): GridAction | null {
  const { key, shiftKey } = press;
  if (press.altKey) return null;
  const to = rowForKey(key, place);
  if (to !== null) return { kind: "move", to, extend: shiftKey };
  if (press.ctrlKey || press.metaKey) return key.toLowerCase() === "a" ? { kind: "all" } : null;
  if (key === "F10" && shiftKey) return { kind: "menu" };
  const kind = plainKeys.get(key);
  if (kind) return { kind };
  return /^[\p{L}\p{N}]$/u.test(key) ? { kind: "type", letter: key } : null;
}

const plainKeys = new Map<string, "none" | "toggle" | "open" | "menu">([
  ["Escape", "none"],
  [" ", "toggle"],
  ["Enter", "open"],
  ["ContextMenu", "menu"],
]);

function rowForKey(key: string, { at, page, count }: GridPlace): number | null {
  switch (key) {
    case "ArrowDown":
      return at + 1;
    case "ArrowUp":
      return at - 1;
    case "PageDown":
      return at + page;
    case "PageUp":
      return at - page;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}
