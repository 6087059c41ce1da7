import type { GridRow, GridSelection } from "./grid-selection.ts";
import type { GridColumn } from "./virtual-grid-line.tsx";

/** In pixels; --row says the same to the style sheets. */
export const rowHeight = 28;

/** What a VirtualGrid shows and whom it tells. */
export interface VirtualGridProps<Row extends GridRow> {
  label: string;
  /** The same array on every draw. */
  columns: readonly GridColumn<Row>[];
  /** The rows read so far, from the first on. */
  rows: readonly Row[];
  /** How many there are in all; those not read yet are drawn empty. */
  total: number;
  /** What typing finds a row by; null leaves letters to commands. */
  textOf: ((row: Row) => string) | null;
  selection: GridSelection;
  onSelect: (selection: GridSelection) => void;
  onOpen: (row: Row) => void;
  /** Asked for by the secondary button or the menu key, in pixels of the window. */
  onMenu?: (row: Row, place: { x: number; y: number }) => void;
  /** Rows that were not read yet are coming into view. */
  onNeedMore?: () => void;
}
