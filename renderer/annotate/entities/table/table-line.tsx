// biome-ignore-all lint/a11y/useSemanticElements: see entity-table.tsx
// biome-ignore-all lint/a11y/useFocusableInteractive: see entity-table.tsx
import { memo } from "react";
import { resultSign } from "../result-sign.ts";
import { type Column, cellText, type TableRow } from "./columns.ts";
import { isFigure } from "./table-head.tsx";
import type { Cell } from "./table-keys.ts";

interface TableLineProps {
  id: string;
  at: number;
  row: TableRow;
  columns: readonly Column[];
  /** The tracks of a CSS grid. */
  template: string;
  /** The column in which the keyboard is; -1 while it is in another row. */
  current: number;
  onChoose: (cell: Cell) => void;
  onOpen: () => void;
}

/** One entity; drawn again only when it is another, or the keyboard comes or goes. */
export const TableLine = memo(
  function TableLine(props: TableLineProps) {
    const { id, at, row, columns, template, current, onChoose, onOpen } = props;
    return (
      <div
        role="row"
        aria-rowindex={at + 2}
        className={current < 0 ? "grid-row" : "grid-row current"}
        style={{ top: at * 28, gridTemplateColumns: template }}
        onDoubleClick={onOpen}
      >
        {columns.map((column, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears the keys
          // biome-ignore lint/a11y/noStaticElementInteractions: its role is one of two
          <div
            key={column.id}
            id={`${id}-${at}-${index}`}
            role={index === 0 ? "rowheader" : "gridcell"}
            className={classOf(column, index === current)}
            data-value={isResult(column) ? cellText(row, column) : undefined}
            onClick={() => onChoose({ row: at, column: index })}
          >
            {isResult(column) && <span aria-hidden>{`${resultSign(cellText(row, column))} `}</span>}
            {cellText(row, column)}
          </div>
        ))}
      </div>
    );
  },
  (before, after) =>
    before.row.entity === after.row.entity &&
    before.row.marks === after.row.marks &&
    before.at === after.at &&
    before.current === after.current &&
    before.columns === after.columns,
);

const isResult = (column: Column) =>
  column.is === "field" && column.definition.choices.includes("positive");

const classOf = (column: Column, isCurrent: boolean) =>
  ["entity-cell", isCurrent && "current", isFigure(column) && "figure numeric"]
    .filter(Boolean)
    .join(" ");
