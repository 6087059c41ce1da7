import { type KeyboardEvent, type PointerEvent, useState } from "react";
import "./movable-border.css";

/** A size in pixels that a border moves, and what it may be. */
export interface Extent {
  size: number;
  usual: number;
  min: number;
  max: number;
  /** Takes the nearest size that it may have. */
  resize: (wanted: number) => void;
}

/** A size that is remembered on this machine below a name. */
export function useExtent(storeAs: string, usual: number, min: number, max: number): Extent {
  const within = (wanted: number) => Math.min(max, Math.max(min, wanted));
  const [size, setSize] = useState(() => within(Number(localStorage.getItem(storeAs)) || usual));
  const resize = (wanted: number) => {
    localStorage.setItem(storeAs, String(within(wanted)));
    setSize(within(wanted));
  };
  return { size, usual, min, max, resize };
}

/** The side of a border that what it resizes lies on. */
type Side = "left" | "right" | "below";

const step = 16;
const arrows: Record<Side, Partial<Record<string, number>>> = {
  left: { ArrowLeft: -step, ArrowRight: step },
  right: { ArrowLeft: step, ArrowRight: -step },
  below: { ArrowUp: step, ArrowDown: -step },
};

function growth(of: Side, { movementX, movementY }: PointerEvent): number {
  if (of === "below") return -movementY;
  return of === "left" ? movementX : -movementX;
}

interface MovableBorderProps {
  /** Names it, such as "Width of the outline". */
  label: string;
  of: Side;
  extent: Extent;
}

/** A border that the mouse or the arrow keys move; a double click puts it back. */
export function MovableBorder({ label, of, extent }: MovableBorderProps) {
  const { size, usual, min, max, resize } = extent;
  const drag = (event: PointerEvent<HTMLElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) resize(size + growth(of, event));
  };
  const move = ({ key }: KeyboardEvent) => {
    const more = arrows[of][key];
    if (more) resize(size + more);
  };
  return (
    <hr
      className="movable-border"
      // A focusable separator with a value is the pattern for a movable border.
      tabIndex={0}
      aria-label={label}
      aria-orientation={of === "below" ? "horizontal" : "vertical"}
      aria-valuenow={size}
      aria-valuemin={min}
      aria-valuemax={max}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={move}
      onDoubleClick={() => resize(usual)}
    />
  );
}
