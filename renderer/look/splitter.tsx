import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from "react";
import "./splitter.css";

interface SplitterProps {
  /** Names the handle, such as "Width of the outline". */
  label: string;
  /** Where the panel of a fixed width stands. */
  side: "start" | "end";
  /** Widths in pixels. */
  initial: number;
  min: number;
  max: number;
  /** Remembers the width on this machine below this name. */
  storeAs: string;
  /** Leaves the panel and the handle away. */
  isCollapsed?: boolean;
  panel: ReactNode;
  children: ReactNode;
}

const step = 16;

/** Two panes and a handle between them that the mouse or the arrow keys move. */
export function Splitter({
  label,
  side,
  initial,
  min,
  max,
  storeAs,
  isCollapsed = false,
  panel,
  children,
}: SplitterProps) {
  const [size, setSize] = useState(() => clamp(remembered(storeAs) ?? initial, min, max));
  const resize = (wanted: number) => {
    const next = clamp(wanted, min, max);
    localStorage.setItem(storageKey(storeAs), String(next));
    setSize(next);
  };
  const sign = side === "start" ? 1 : -1;
  const drag = (event: PointerEvent<HTMLElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId))
      resize(size + sign * event.movementX);
  };
  const move = (event: KeyboardEvent) => {
    const direction = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (direction) resize(size + sign * direction * step);
  };
  const pane = !isCollapsed && (
    <div className="splitter-panel" style={{ width: size }}>
      {panel}
    </div>
  );
  const handle = !isCollapsed && (
    <hr
      className="splitter-handle"
      // A focusable separator with a value is the pattern for a movable border.
      tabIndex={0}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={size}
      aria-valuemin={min}
      aria-valuemax={max}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={move}
      onDoubleClick={() => resize(initial)}
    />
  );
  return (
    <div className="splitter">
      {side === "start" && pane}
      {side === "end" && <div className="splitter-rest">{children}</div>}
      {handle}
      {side === "start" && <div className="splitter-rest">{children}</div>}
      {side === "end" && pane}
    </div>
  );
}

const storageKey = (name: string) => `width of ${name}`;

function remembered(name: string): number | null {
  const width = Number(localStorage.getItem(storageKey(name)));
  return width > 0 ? width : null;
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}
