import { type RefObject, useLayoutEffect, useRef } from "react";
import type { TextRange } from "../../shared/model/annotation.ts";
import type { EditorHandle } from "../editor/editor-handle.ts";

interface Place {
  left: number;
  top: number;
}

const gap = 6;
const margin = 8;

/**
 * Keeps a box of some size below a range of the text, inside its parent; while the range is out of
 * view it stands at the other place, or is hidden. By a transform, which needs no layout.
 */
export function useFloating(
  editor: RefObject<EditorHandle | null>,
  range: TextRange | null,
  box: RefObject<HTMLElement | null>,
  otherwise: Place | null,
): void {
  const place = useRef(() => {});
  useLayoutEffect(() => {
    place.current = () => {
      const below = range && placeBelow(editor.current, range, box.current);
      put(box.current, below ?? otherwise);
    };
    place.current();
  }, [editor, range, box, otherwise]);
  usePlaceKept(place);
}

/** Places anew whenever something scrolls or the window changes; listens once, for that costs more than placing. */
export function usePlaceKept(place: RefObject<() => void>): void {
  useLayoutEffect(() => {
    const update = () => place.current();
    // The scrolling element belongs to the editor; scroll events do not bubble, but they are captured.
    addEventListener("scroll", update, { capture: true, passive: true });
    addEventListener("resize", update);
    return () => {
      removeEventListener("scroll", update, { capture: true });
      removeEventListener("resize", update);
    };
  }, [place]);
}

function put(box: HTMLElement | null, place: Place | null): void {
  if (!box) return;
  box.style.visibility = place ? "" : "hidden";
  if (place) box.style.transform = `translate(${place.left}px, ${place.top}px)`;
}

function placeBelow(
  editor: EditorHandle | null,
  range: TextRange,
  box: HTMLElement | null,
): Place | null {
  const at = editor?.box(range);
  const parent = box?.parentElement?.getBoundingClientRect();
  if (!at || !parent || !box) return null;
  const { offsetWidth: width, offsetHeight: height } = box;
  const below = at.bottom - parent.top + gap;
  const fits = below + height <= parent.height - margin;
  return {
    left: Math.max(margin, Math.min(at.left - parent.left, parent.width - width - margin)),
    top: fits ? below : at.top - parent.top - height - gap,
  };
}
