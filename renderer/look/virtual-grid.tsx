// A <table> cannot leave rows out, so boxes with the roles of a table stand for it; the grid itself
// has the focus and says which row is meant.
// biome-ignore-all lint/a11y/useSemanticElements: see above
// biome-ignore-all lint/a11y/useFocusableInteractive: see above
import { type MouseEvent, type RefObject, useEffect, useId, useRef } from "react";
import { type GridRow, isChosen, moveTo, toggleAt } from "./grid-selection.ts";
import { useGridKeys } from "./use-grid-keys.ts";
import { useWindow } from "./use-window.ts";
import { GridHead, GridLine, tracksOf } from "./virtual-grid-line.tsx";
import { rowHeight, type VirtualGridProps } from "./virtual-grid-props.ts";
import "./virtual-grid.css";

// Rows asked for before they are seen.
const ahead = 200;

/** A table of any length: only what is in view is on the page. One tab stop; the arrows move in it. */
export function VirtualGrid<Row extends GridRow>(props: VirtualGridProps<Row>) {
  const { label, columns, rows, total, selection, onSelect, onOpen, onMenu, onNeedMore } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const shown = useWindow(scroller, rowHeight, total);
  const onKeyDown = useGridKeys(scroller, props);
  const needsMore = rows.length < total && shown.end + ahead > rows.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asks again after each page that came
  useEffect(() => {
    if (needsMore) onNeedMore?.();
  }, [needsMore, rows]);
  useFocusUnlessTaken(scroller);
  const choose = (event: MouseEvent, at: number) => {
    if (event.ctrlKey || event.metaKey) onSelect(toggleAt(rows, selection, at));
    else onSelect(moveTo(rows, selection, at, event.shiftKey));
  };
  const showMenu = (event: MouseEvent, at: number) => {
    const row = rows[at];
    if (!row || !onMenu) return;
    event.preventDefault();
    if (!isChosen(selection, row.id)) onSelect(moveTo(rows, selection, at, false));
    onMenu(row, { x: event.clientX, y: event.clientY });
  };
  const { template, minWidth } = tracksOf(columns);
  // While rows are still to come, or scrolled away, there is no row to point at.
  const isDrawn = shown.first <= selection.at && selection.at < Math.min(shown.end, rows.length);
  return (
    <div
      className="virtual-grid"
      role="grid"
      aria-label={label}
      aria-rowcount={total + 1}
      aria-multiselectable
      aria-activedescendant={isDrawn ? `${id}-${selection.at}` : undefined}
      tabIndex={0}
      ref={scroller}
      onKeyDown={onKeyDown}
    >
      <GridHead columns={columns} template={template} minWidth={minWidth} />
      <div
        role="rowgroup"
        className="virtual-grid-body"
        style={{ height: total * rowHeight, minWidth }}
      >
        {rows.slice(shown.first, shown.end).map((row, offset) => {
          const at = shown.first + offset;
          return (
            <GridLine
              key={row.id}
              id={`${id}-${at}`}
              at={at}
              top={at * rowHeight}
              row={row}
              columns={columns}
              template={template}
              isChosen={isChosen(selection, row.id)}
              isCurrent={at === selection.at}
              onChoose={choose}
              onOpen={onOpen}
              onMenu={showMenu}
            />
          );
        })}
      </div>
    </div>
  );
}

/** Coming here by a key, the arrows work at once. */
function useFocusUnlessTaken(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (document.activeElement === document.body) element.current?.focus();
  }, [element]);
}
