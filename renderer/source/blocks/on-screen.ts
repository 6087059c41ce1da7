import type { ElementRange } from "./elements.ts";

/** The block on the page that shows an element. */
export function blockOf(root: HTMLElement, element: number): HTMLElement | null {
  return root.querySelector<HTMLElement>(`[data-element="${element}"]`);
}

/** What the browser has to light for a stretch of an element. */
export function lettersOf(root: HTMLElement, { element, start, end }: ElementRange): Range[] {
  const parts = blockOf(root, element)?.querySelectorAll<HTMLElement>("[data-at]") ?? [];
  return Array.from(parts).flatMap((part) => {
    const letters = part.firstChild;
    const at = Number(part.dataset.at);
    const length = letters?.textContent?.length ?? 0;
    if (!letters || start >= at + length || end <= at) return [];
    const range = document.createRange();
    range.setStart(letters, Math.max(0, start - at));
    range.setEnd(letters, Math.min(length, end - at));
    return [range];
  });
}

/** The element below a point of the screen and the offset in it; null where the text has none of it. */
export function placeAtPoint(x: number, y: number): { element: number; at: number } | null {
  const found = document.caretPositionFromPoint(x, y);
  const node = found?.offsetNode;
  const below = node instanceof Element ? node : node?.parentElement;
  const block = below?.closest<HTMLElement>("[data-element]");
  if (!found || !block) return null;
  const part = below?.closest<HTMLElement>("[data-at]");
  const element = Number(block.dataset.element);
  if (part) return { element, at: Number(part.dataset.at) + found.offset };
  const isLeftOut = below?.closest("del") || !block.querySelector("[data-at]");
  return isLeftOut ? null : { element, at: 0 };
}
