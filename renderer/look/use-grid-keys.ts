import { type KeyboardEvent, type RefObject, useRef } from "react";
import { type GridAction, gridAction } from "./grid-keys.ts";
import { findTyped, type GridRow, isChosen, moveTo, toggleAt } from "./grid-selection.ts";
import { rowHeight, type VirtualGridProps } from "./virtual-grid-props.ts";

// A pause in typing begins a new word.
const typingPause = 700;

/** What the keys do in a grid: move, choose, open, ask for the menu, and find by typing. */
export function useGridKeys<Row extends GridRow>(
  scroller: RefObject<HTMLElement | null>,
  props: VirtualGridProps<Row>,
): (event: KeyboardEvent) => void {
  const typed = useRef({ text: "", until: 0 });
  const { rows, selection, onSelect, onOpen, onMenu, textOf } = props;

  const goTo = (at: number, extend: boolean) => {
    const next = moveTo(rows, selection, at, extend);
    onSelect(next);
    bringIntoView(scroller.current, next.at);
  };
  const type = (key: string, now: number) => {
    if (!textOf) return;
    const text = now < typed.current.until ? typed.current.text + key : key;
    typed.current = { text, until: now + typingPause };
    const from = text.length === 1 ? selection.at + 1 : selection.at;
    const found = findTyped(rows.map(textOf), text, from);
    if (found !== null) goTo(found, false);
  };
  const act = (action: GridAction, now: number) => {
    const row = rows[selection.at];
    switch (action.kind) {
      case "move":
        return goTo(action.to, action.extend);
      case "all":
        return onSelect({ ...selection, chosen: "all" });
      case "none":
        return onSelect({ ...selection, chosen: new Set() });
      case "toggle":
        return onSelect(toggleAt(rows, selection, selection.at));
      case "open":
        return row && onOpen(row);
      case "menu":
        if (row && !isChosen(selection, row.id)) goTo(selection.at, false);
        return row && onMenu?.(row, placeOf(scroller.current, selection.at));
      case "type":
        return type(action.letter, now);
      default:
        return action satisfies never;
    }
  };
  return (event) => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2);
    const action = gridAction(event, { at: selection.at, page, count: rows.length });
    if (!action || (action.kind === "type" && !textOf)) return;
    event.preventDefault();
    act(action, event.timeStamp);
  };
}

function bringIntoView(scroller: HTMLElement | null, at: number): void {
  if (!scroller) return;
  // The head covers one row at the top.
  const below = (at + 2) * rowHeight - scroller.clientHeight;
  scroller.scrollTop = Math.min(at * rowHeight, Math.max(below, scroller.scrollTop));
}

function placeOf(scroller: HTMLElement | null, at: number): { x: number; y: number } {
  const box = scroller?.getBoundingClientRect();
  const top = (at + 2) * rowHeight - (scroller?.scrollTop ?? 0);
  return { x: (box?.left ?? 0) + rowHeight, y: (box?.top ?? 0) + top };
}
