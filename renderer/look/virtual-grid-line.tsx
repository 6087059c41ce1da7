// A <table> cannot leave rows out, so boxes with the roles of a table stand for it; the grid itself
// has the focus and says which row is meant.
// biome-ignore-all lint/a11y/useSemanticElements: see above
// biome-ignore-all lint/a11y/useFocusableInteractive: see above
import type { MouseEvent, ReactNode } from "react";
import type { GridRow } from "./grid-selection.ts";

export interface GridColumn<Row> {
  title: string;
  /** How narrow it may become, in pixels. */
  least: number;
  /** How it takes part in the width that is left; without it, it stays as it is. */
  most?: string;
  isNumeric?: boolean;
  hideTitle?: boolean;
  cell: (row: Row) => ReactNode;
}

interface GridHeadProps<Row> {
  columns: readonly GridColumn<Row>[];
  /** The tracks of a CSS grid. */
  template: string;
}

/** The tracks of a CSS grid, and the width below which it scrolls sideways. */
export function tracksOf<Row>(columns: readonly GridColumn<Row>[]) {
  const template = columns.map(({ least, most }) => `minmax(${least}px, ${most ?? `${least}px`})`);
  const minWidth = columns.reduce((sum, { least }) => sum + least, 0);
  return { template: template.join(" "), minWidth };
}

/** The titles of the columns; they stay in view. */
export function GridHead<Row>({
  columns,
  template,
  minWidth,
}: GridHeadProps<Row> & { minWidth: number }) {
  return (
    <div role="rowgroup" className="grid-head" style={{ minWidth }}>
      <div role="row" aria-rowindex={1} style={{ gridTemplateColumns: template }}>
        {columns.map(({ title, isNumeric, hideTitle }) => (
          <div
            key={title}
            role="columnheader"
            title={title}
            className={isNumeric ? "figure" : undefined}
          >
            <span className={hideTitle ? "visually-hidden" : undefined}>{title}</span>
          </div>
        ))}
      </div>
    </div>
  );
}

interface GridLineProps<Row extends GridRow> extends GridHeadProps<Row> {
  id: string;
  at: number;
  top: number;
  row: Row;
  isChosen: boolean;
  /** It has the keyboard. */
  isCurrent: boolean;
  onChoose: (event: MouseEvent, at: number) => void;
  onOpen: (row: Row) => void;
  onMenu: (event: MouseEvent, at: number) => void;
}

/** One row; the grid around it has the keyboard. */
export function GridLine<Row extends GridRow>(props: GridLineProps<Row>) {
  const { id, at, top, row, columns, template, isChosen, isCurrent } = props;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears the keys
    <div
      id={id}
      role="row"
      aria-rowindex={at + 2}
      aria-selected={isChosen}
      className={isCurrent ? "grid-row current" : "grid-row"}
      style={{ top, gridTemplateColumns: template }}
      onClick={(event) => props.onChoose(event, at)}
      onDoubleClick={() => props.onOpen(row)}
      onContextMenu={(event) => props.onMenu(event, at)}
    >
      {columns.map(({ title, isNumeric, cell }, column) => (
        <div
          key={title}
          role={column === 0 ? "rowheader" : "gridcell"}
          className={isNumeric ? "figure numeric" : undefined}
        >
          {cell(row)}
        </div>
      ))}
    </div>
  );
}
