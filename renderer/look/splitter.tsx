import type { ReactNode } from "react";
import { MovableBorder, useExtent } from "./movable-border.tsx";
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
  const extent = useExtent(`width of ${storeAs}`, initial, min, max);
  const pane = !isCollapsed && (
    <div className="splitter-panel" style={{ width: extent.size }}>
      {panel}
    </div>
  );
  const border = !isCollapsed && (
    <MovableBorder label={label} of={side === "start" ? "left" : "right"} extent={extent} />
  );
  return (
    <div className="splitter">
      {side === "start" && pane}
      {side === "end" && <div className="splitter-rest">{children}</div>}
      {border}
      {side === "start" && <div className="splitter-rest">{children}</div>}
      {side === "end" && pane}
    </div>
  );
}
