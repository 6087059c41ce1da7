import type { EditorView } from "prosemirror-view";
import type { TextRange } from "../../shared/model/annotation.ts";
import type { Positions } from "./positions.ts";

/**
 * The text between the scroller's upper and lower edge, of paragraphs that an edge cuts as much as
 * their height says; null where no text is in view. Reads the layout, so not for every key.
 */
export function inViewOf(
  view: EditorView,
  scroller: HTMLElement,
  positions: Positions,
): TextRange | null {
  const { top, bottom } = scroller.getBoundingClientRect();
  const seen = Array.from(view.dom.querySelectorAll(".chunk > *")).flatMap((block) => {
    const box = block.getBoundingClientRect();
    if (box.bottom <= top || box.top >= bottom || box.height === 0) return [];
    const start = positions.toOffset(view.posAtDOM(block, 0));
    const length = positions.toOffset(view.posAtDOM(block, block.childNodes.length)) - start;
    const share = (edge: number) => Math.min(1, Math.max(0, (edge - box.top) / box.height));
    return {
      start: start + Math.floor(share(top) * length),
      end: start + Math.ceil(share(bottom) * length),
    };
  });
  const [first, last] = [seen[0], seen.at(-1)];
  return first && last ? { start: first.start, end: last.end } : null;
}
