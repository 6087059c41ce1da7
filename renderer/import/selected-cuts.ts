import type { TextCut } from "../../shared/extract/choices.ts";

/**
 * What the person has selected in the preview, as one cut for each block. Every stretch of text is an
 * element that says its block, its piece and where in the piece it begins.
 */
export function selectedCuts(root: HTMLElement, selection: Selection | null): TextCut[] {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return [];
  const range = selection.getRangeAt(0);
  if (!root.contains(range.commonAncestorContainer)) return [];
  const cuts = new Map<number, TextCut>();
  for (const element of root.querySelectorAll<HTMLElement>("[data-piece]")) {
    if (!range.intersectsNode(element) || element.dataset.out !== undefined) continue;
    const { block, from, to } = stretchOf(element, range);
    if (from.offset < to.offset)
      cuts.set(block, { block, from: cuts.get(block)?.from ?? from, to });
  }
  return [...cuts.values()];
}

function stretchOf(element: HTMLElement, range: Range): TextCut {
  const { block, piece, offset } = element.dataset;
  const [begin, at] = [Number(offset), Number(piece)];
  const length = element.textContent.length;
  const inside = (node: Node) => node.nodeType === Node.TEXT_NODE && element.contains(node);
  const start = inside(range.startContainer) ? range.startOffset : 0;
  const end = inside(range.endContainer) ? range.endOffset : endOutside(element, range, length);
  return {
    block: Number(block),
    from: { piece: at, offset: begin + start },
    to: { piece: at, offset: begin + end },
  };
}

/** A selection that only touches an element's edge takes nothing of it. */
function endOutside(element: HTMLElement, range: Range, length: number): number {
  return range.comparePoint(element, 0) > 0 ? 0 : length;
}
