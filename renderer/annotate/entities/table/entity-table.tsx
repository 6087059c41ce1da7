// A <table> cannot leave rows out, so boxes with the roles of a table stand for it; the grid itself
// has the focus and says which cell is meant.
// biome-ignore-all lint/a11y/useSemanticElements: see above
// biome-ignore-all lint/a11y/useFocusableInteractive: see above

import {
  type ClipboardEvent,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import type { KindDefinition } from "../../../../shared/model/scheme.ts";
import { useWindow } from "../../../look/use-window.ts";
import { t } from "../../../messages.ts";
import { type Session, useSession } from "../../session.ts";
import { changeCell, goToEntity, writeCell } from "./cell-changes.ts";
import { CellEditor } from "./cell-editor.tsx";
import { asTabs, type Column, type Sorting, type TableRow } from "./columns.ts";
import { TableHead } from "./table-head.tsx";
import { type Cell, type TableAction, tableAction } from "./table-keys.ts";
import { TableLine } from "./table-line.tsx";
import "../../../look/virtual-grid.css";
import "./entity-table.css";

interface EntityTableProps {
  kind: KindDefinition;
  columns: readonly Column[];
  rows: readonly TableRow[];
  sorting: Sorting;
  onSort: (sorting: Sorting) => void;
  isClosed: boolean;
  /** The element that has the focus; the drawer gives it. */
  grid: RefObject<HTMLDivElement | null>;
}

/** In pixels; --row says the same to the style sheets. */
const rowHeight = 28;

/** The entities of a kind as a table that is gone through and written in by the arrow keys. */
export function EntityTable(props: EntityTableProps) {
  const { kind, columns, rows, sorting, onSort, isClosed, grid } = props;
  const session = useSession();
  const id = useId();
  const [at, setAt] = useState<Cell>({ row: 0, column: 0 });
  const [draft, setDraft] = useState<string | null>(null);
  const shown = useWindow(grid, rowHeight, rows.length);
  const row = rows[at.row];
  const column = columns[at.column];
  useRowInView(grid, at.row);
  const template = tracksOf(columns);

  const commit = (text: string) => {
    if (row && column) writeCell(session, row, column, text);
    setDraft(null);
    grid.current?.focus();
  };
  const sort = (by: string | null) => onSort(nextSorting(sorting, by));
  const act = (action: TableAction) => {
    if (action.do === "move") setAt(action.to);
    else if (action.do === "leave") session.focusText();
    else if (!row || !column) sort(columns[at.column]?.id ?? null);
    else if (action.do === "open") goToEntity(session, row);
    else if (!isClosed) changeCell(session, row, column, action, setDraft);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (draft !== null) return;
    const page = pageOf(grid.current);
    const action = tableAction(event, at, { rows: rows.length, columns: columns.length, page });
    // Copying is the browser's: it asks for no permission.
    if (!action || action.do === "copy") return;
    event.preventDefault();
    event.stopPropagation();
    act(action);
  };
  // While rows are still to come, or scrolled away, there is no cell to point at.
  const isDrawn = at.row < 0 || (row !== undefined && shown.first <= at.row && at.row < shown.end);
  return (
    <div
      ref={grid}
      className="virtual-grid entity-table"
      role="grid"
      aria-label={t("Table of {kind}", { kind: kind.name })}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      aria-activedescendant={isDrawn ? `${id}-${at.row}-${at.column}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onCopy={(event) => copyTable(event, columns, rows, session)}
    >
      <TableHead
        id={id}
        columns={columns}
        template={template}
        sorting={sorting}
        current={at.row < 0 ? at.column : -1}
        onSort={sort}
      />
      <div
        role="rowgroup"
        className="virtual-grid-body"
        style={{ height: rows.length * rowHeight }}
      >
        {rows.slice(shown.first, shown.end).map((each, offset) => (
          <TableLine
            key={each.id}
            id={id}
            at={shown.first + offset}
            row={each}
            columns={columns}
            template={template}
            current={at.row === shown.first + offset ? at.column : -1}
            onChoose={setAt}
            onOpen={() => goToEntity(session, each)}
          />
        ))}
        {draft !== null && row && column && (
          <CellEditor
            label={`${row.entity.name}: ${column.title}`}
            initial={draft}
            choices={column.is === "field" ? column.definition.choices : []}
            style={{ top: at.row * rowHeight, gridTemplateColumns: template }}
            column={at.column}
            onCommit={commit}
            onCancel={() => {
              setDraft(null);
              grid.current?.focus();
            }}
          />
        )}
      </div>
    </div>
  );
}

/** How many rows are in view below the titles. */
const pageOf = (grid: HTMLElement | null) =>
  Math.max(1, Math.floor((grid?.clientHeight ?? 0) / rowHeight) - 2);

/** First one way, then the other, then as in the text again. */
function nextSorting({ by, isDescending }: Sorting, column: string | null): Sorting {
  if (by !== column) return { by: column, isDescending: false };
  return isDescending ? { by: null, isDescending: false } : { by, isDescending: true };
}

function tracksOf(columns: readonly Column[]): string {
  return columns
    .map((column) => (column.is === "name" ? "minmax(120px, 2fr)" : widthOf(column)))
    .join(" ");
}

function widthOf(column: Column): string {
  // Wider where the word for them is longer.
  if (column.is === "marks") return `${Math.max(64, 24 + 8 * column.title.length)}px`;
  const isNumber = column.is === "field" && column.definition.type === "number";
  return isNumber ? "minmax(92px, 0.7fr)" : "minmax(84px, 1fr)";
}

/** Without a selection of letters the whole table is meant. */
function copyTable(
  event: ClipboardEvent,
  columns: readonly Column[],
  rows: readonly TableRow[],
  { say }: Session,
): void {
  if (event.target instanceof HTMLInputElement) return;
  event.preventDefault();
  event.clipboardData.setData("text/plain", asTabs(columns, rows));
  say(
    t(
      "{count, plural, one {Copied # row with its titles.} other {Copied # rows with their titles.}}",
      {
        count: rows.length,
      },
    ),
  );
}

/** Where the keyboard goes comes into view, below the titles. */
function useRowInView(grid: RefObject<HTMLDivElement | null>, row: number): void {
  const isFirst = useRef(true);
  useLayoutEffect(() => {
    const element = grid.current;
    if (!element || row < 0) return;
    const top = row * rowHeight;
    const height = element.clientHeight - rowHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + rowHeight > element.scrollTop + height)
      element.scrollTop = top + rowHeight - height;
  }, [grid, row]);
  useEffect(() => {
    if (isFirst.current) grid.current?.focus();
    isFirst.current = false;
  }, [grid]);
}
