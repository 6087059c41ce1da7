import { type KeyboardEvent, type PointerEvent, useState } from "react";

/** In pixels. */
const [least, most, usual, step] = [120, 640, 260, 24];
const storeAs = "height of the table of entities";

/** How high the drawer is, remembered on this machine. */
export function useDrawerHeight(): [height: number, set: (height: number) => void] {
  const [height, setHeight] = useState(() =>
    within(Number(localStorage.getItem(storeAs)) || usual),
  );
  const set = (wanted: number) => {
    localStorage.setItem(storeAs, String(within(wanted)));
    setHeight(within(wanted));
  };
  return [height, set];
}

const within = (height: number) => Math.min(most, Math.max(least, height));

interface DrawerHandleProps {
  height: number;
  onResize: (height: number) => void;
}

/** The drawer's upper border, which the mouse or the arrow keys move. */
export function DrawerHandle({ height, onResize }: DrawerHandleProps) {
  const drag = (event: PointerEvent<HTMLElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) onResize(height - event.movementY);
  };
  const move = ({ key }: KeyboardEvent) => {
    const direction = { ArrowUp: 1, ArrowDown: -1 }[key];
    if (direction) onResize(height + direction * step);
  };
  return (
    <hr
      className="drawer-handle"
      // A focusable separator with a value is the pattern for a movable border.
      tabIndex={0}
      aria-label="Height of the table"
      aria-orientation="horizontal"
      aria-valuenow={height}
      aria-valuemin={least}
      aria-valuemax={most}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={move}
      onDoubleClick={() => onResize(usual)}
    />
  );
}
