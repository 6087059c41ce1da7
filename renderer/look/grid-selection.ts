/** A row that can be chosen. */
export interface GridRow {
  id: string;
}

/** Which rows of a grid are chosen, and where the keyboard is. */
export interface GridSelection {
  /** The row that has the keyboard. */
  at: number;
  /** Where a range that is being chosen began. */
  anchor: number;
  /** "all" also means the rows that were not read yet. */
  chosen: ReadonlySet<string> | "all";
}

export const noSelection: GridSelection = { at: 0, anchor: 0, chosen: new Set() };

/** Goes to a row and chooses it, or everything from the anchor to it. */
export function moveTo(
  rows: readonly GridRow[],
  selection: GridSelection,
  to: number,
  extend: boolean,
): GridSelection {
  const at = Math.max(0, Math.min(rows.length - 1, to));
  const anchor = extend ? selection.anchor : at;
  const range = rows.slice(Math.min(anchor, at), Math.max(anchor, at) + 1);
  return { at, anchor, chosen: new Set(range.map(({ id }) => id)) };
}

/** Adds a row to the chosen ones, or takes it away. */
export function toggleAt(
  rows: readonly GridRow[],
  { chosen }: GridSelection,
  at: number,
): GridSelection {
  const next = new Set(chosen === "all" ? rows.map(({ id }) => id) : chosen);
  const id = rows[at]?.id;
  if (id !== undefined && !next.delete(id)) next.add(id);
  return { at, anchor: at, chosen: next };
}

export function isChosen({ chosen }: GridSelection, id: string): boolean {
  return chosen === "all" || chosen.has(id);
}

/** The next row whose text begins with what was typed, from `at` on and around; null for none. */
export function findTyped(texts: readonly string[], typed: string, at: number): number | null {
  const wanted = typed.toLowerCase();
  for (let step = 0; step < texts.length; step++) {
    const index = (at + step) % texts.length;
    if (texts[index]?.toLowerCase().startsWith(wanted)) return index;
  }
  return null;
}
