import type { TextRange } from "../../../shared/model/annotation.ts";
import { overlap } from "./text-in-file.ts";

/** The element on the page that shows a block; null while it is not drawn. */
export function elementOf(root: HTMLElement, block: number): HTMLElement | null {
  return root.querySelector<HTMLElement>(`[data-block="${block}"]`);
}

/** What the browser has to light of one block for a range of the composed text. */
export function lettersOf(root: HTMLElement, block: number, range: TextRange): Range[] {
  const parts = elementOf(root, block)?.querySelectorAll<HTMLElement>("[data-at]") ?? [];
  return Array.from(parts).flatMap((part) => {
    const letters = part.firstChild;
    const found = overlap(Number(part.dataset.at), letters?.textContent?.length ?? 0, range);
    if (!letters || !found) return [];
    const lit = document.createRange();
    lit.setStart(letters, found.start);
    lit.setEnd(letters, found.end);
    return [lit];
  });
}

/** The place of the composed text below a point of the screen; null where the text has none of it. */
export function offsetAtPoint(x: number, y: number): number | null {
  const found = document.caretPositionFromPoint(x, y);
  const node = found?.offsetNode;
  const below = node instanceof Element ? node : node?.parentElement;
  const part = below?.closest<HTMLElement>("[data-at]");
  if (found && part) return Number(part.dataset.at) + found.offset;
  const first = below?.closest("[data-block]")?.querySelector<HTMLElement>("[data-at]");
  return first && !below?.closest("del") ? Number(first.dataset.at) : null;
}
