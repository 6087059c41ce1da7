import {
  type KeyboardEvent,
  type MouseEvent,
  memo,
  type ReactNode,
  type RefObject,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { evenRows, isInView, moveFor, unevenRows, visibleRange } from "./list-geometry.ts";
import "./virtual-list.css";

export interface ListRow {
  id: string;
  /** A heading between the rows, which cannot be chosen. */
  isHeading?: boolean;
  /** It can be gone to but not chosen. */
  isDisabled?: boolean;
}

interface VirtualListProps<Row extends ListRow> {
  label: string;
  rows: readonly Row[];
  /** In pixels; a function where headings and rows differ. */
  rowHeight: number | ((row: Row) => number);
  /** The row that the keys act on; it is brought into view when it becomes so. */
  current: string | null;
  onMove: (row: Row) => void;
  /** Enter or a double click. */
  onOpen: (row: Row) => void;
  /** Rows chosen together with Space or Ctrl and a click; left out for lists where only one can be. */
  selected?: ReadonlySet<string>;
  onToggle?: (row: Row) => void;
  /** A click toggles, as in a list of check boxes. */
  togglesOnClick?: boolean;
  onDelete?: (row: Row) => void;
  /** What a row shows; rows are drawn again only when they or this function are others. */
  children: (row: Row) => ReactNode;
}

/** A list box that draws only the rows in view, however many there are. */
export function VirtualList<Row extends ListRow>(props: VirtualListProps<Row>) {
  const { label, rows, rowHeight, current, selected, children } = props;
  const id = useId();
  const { scroller, view } = useScroll();
  const geometry = useMemo(
    () =>
      typeof rowHeight === "number"
        ? evenRows(rows.length, rowHeight)
        : unevenRows(rows.map(rowHeight)),
    [rows, rowHeight],
  );
  const at = useMemo(() => rows.findIndex((row) => row.id === current), [rows, current]);
  useCurrentInView(scroller, current, at < 0 ? null : geometry.topOf(at), geometry.heightOf(at));

  const onKeyDown = (event: KeyboardEvent) => {
    // These are commands of the screen.
    if (event.altKey || (event.key === "Enter" && (event.ctrlKey || event.metaKey))) return;
    const page = Math.floor(view.height / geometry.heightOf(0)) - 1;
    if (!pressed(event.key, at, page, props)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const { from, to } = visibleRange(geometry, rows.length, view.top, view.height);
  const latest = useRef(props);
  latest.current = props;
  return (
    <div
      ref={scroller}
      className="virtual-list"
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-multiselectable={selected !== undefined}
      aria-activedescendant={at >= from && at < to ? `${id}-${current}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div className="virtual-list-rows" style={{ height: geometry.height }} role="presentation">
        {rows.slice(from, to).map((row, index) => (
          <RowBox<Row>
            key={row.id}
            id={`${id}-${row.id}`}
            row={row}
            top={geometry.topOf(from + index)}
            height={geometry.heightOf(from + index)}
            position={from + index + 1}
            size={rows.length}
            isCurrent={row.id === current}
            isSelected={selected ? selected.has(row.id) : row.id === current}
            list={latest}
          >
            {children}
          </RowBox>
        ))}
      </div>
    </div>
  );
}

interface RowBoxProps<Row extends ListRow> {
  id: string;
  row: Row;
  top: number;
  height: number;
  position: number;
  size: number;
  isCurrent: boolean;
  isSelected: boolean;
  /** What to do, as it is by the time it is asked for. */
  list: RefObject<VirtualListProps<Row>>;
  children: (row: Row) => ReactNode;
}

// `memo` forgets that the rows of a list are all of one type.
const RowBox = memo(RowBoxNow) as typeof RowBoxNow;

function RowBoxNow<Row extends ListRow>(props: RowBoxProps<Row>) {
  const { id, row, top, height, position, size, isCurrent, isSelected, list, children } = props;
  const style = { top, height };
  const onClick = ({ ctrlKey, metaKey }: MouseEvent) => {
    const { onToggle, onMove, togglesOnClick = false } = list.current;
    const toggles = togglesOnClick || ctrlKey || metaKey;
    if (!onToggle || !toggles || togglesOnClick) onMove(row);
    if (onToggle && toggles && !row.isDisabled) onToggle(row);
  };
  if (row.isHeading)
    return (
      <div className="virtual-list-heading" style={style} role="presentation">
        {children(row)}
      </div>
    );
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the focus and takes the keys
    <div
      id={id}
      className="virtual-list-row"
      role="option"
      tabIndex={-1}
      aria-selected={isSelected}
      aria-disabled={row.isDisabled}
      aria-posinset={position}
      aria-setsize={size}
      data-current={isCurrent || undefined}
      style={style}
      onClick={onClick}
      onDoubleClick={() => list.current.onOpen(row)}
    >
      {children(row)}
    </div>
  );
}

/** Does what a key means in a list; answers whether it meant anything. */
function pressed<Row extends ListRow>(
  key: string,
  at: number,
  page: number,
  { rows, onMove, onOpen, onToggle, onDelete }: VirtualListProps<Row>,
): boolean {
  const next = moveFor(key, rows, at, page, ({ isHeading }) => !isHeading);
  if (next) onMove(next);
  if (next) return true;
  const act = { Enter: onOpen, " ": onToggle, Delete: onDelete, Backspace: onDelete }[key];
  const row = rows[at];
  if (row && !row.isDisabled) act?.(row);
  return act !== undefined;
}

/** Brings a row into view when it becomes the current one, and leaves the reader's own scrolling alone. */
function useCurrentInView(
  scroller: RefObject<HTMLElement | null>,
  current: string | null,
  top: number | null,
  height: number,
) {
  const shown = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (shown.current === current || top === null || !scroller.current) return;
    shown.current = current;
    if (!isInView(scroller.current, top, height))
      scroller.current.scrollTop = top - (scroller.current.clientHeight - height) / 2;
  }, [scroller, current, top, height]);
}

/** Where the list stands, followed as it scrolls and changes its size. */
function useScroll() {
  const scroller = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 400 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const update = () => setView({ top: element.scrollTop, height: element.clientHeight });
    const resizes = new ResizeObserver(update);
    resizes.observe(element);
    element.addEventListener("scroll", update, { passive: true });
    return () => {
      resizes.disconnect();
      element.removeEventListener("scroll", update);
    };
  }, []);
  return { scroller, view };
}
