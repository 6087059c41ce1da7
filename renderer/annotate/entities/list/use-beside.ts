import { type RefObject, useLayoutEffect, useRef } from "react";
import type { TextRange } from "../../../../shared/model/annotation.ts";
import type { EditorHandle } from "../../../editor/editor-handle.ts";
import { usePlaceKept } from "../../floating.ts";

/** Distances from the upper edge of the text's view, in pixels. */
export interface Room {
  /** Where the list in the text begins and ends; null for what is out of view. */
  top: number | null;
  bottom: number | null;
  /** Where the line that is looked at ends. */
  current: number | null;
  view: number;
  box: number;
}

const gap = 6;
const margin = 8;

/** Below the list, else above it, else at the edge that does not cover the line that is looked at. */
export function topFor({ top, bottom, current, view, box }: Room): number {
  const lowest = view - box - margin;
  if (bottom !== null && bottom + gap <= lowest) return bottom + gap;
  if (top !== null && top - gap - box >= margin) return top - gap - box;
  const isCovered = current !== null && current > lowest - gap;
  return isCovered ? margin : Math.max(margin, lowest);
}

/** Keeps a box beside a list in the text, wherever that is scrolled to, by a transform. */
export function useBeside(
  editor: RefObject<EditorHandle | null>,
  range: TextRange,
  current: TextRange,
  box: RefObject<HTMLElement | null>,
): void {
  const place = useRef(() => {});
  useLayoutEffect(() => {
    place.current = () => put(box.current, editor.current, range, current);
    place.current();
  }, [editor, range, current, box]);
  usePlaceKept(place);
}

function put(
  box: HTMLElement | null,
  editor: EditorHandle | null,
  range: TextRange,
  current: TextRange,
): void {
  const parent = box?.parentElement?.getBoundingClientRect();
  if (!box || !parent || !editor) return;
  const first = editor.box({ start: range.start, end: range.start + 1 });
  const last = editor.box({ start: range.end - 1, end: range.end });
  const top = topFor({
    top: first ? first.top - parent.top : null,
    bottom: last ? last.bottom - parent.top : null,
    current: belowOf(editor.box(current), parent.top),
    view: parent.height,
    box: box.offsetHeight,
  });
  const most = parent.width - box.offsetWidth - margin;
  const left = Math.max(margin, Math.min((first?.left ?? parent.left) - parent.left, most));
  box.style.transform = `translate(${left}px, ${top}px)`;
}

const belowOf = (place: DOMRect | null, top: number) => (place ? place.bottom - top : null);
