import type { Node } from "prosemirror-model";
import type { Decoration, NodeView, NodeViewConstructor } from "prosemirror-view";

/** A chunk near the reader is its text; any other is an empty box of about the same height. */
export function chunkViews(heightOf: (chunk: number) => number): NodeViewConstructor {
  return (node, _view, _position, decorations) => {
    const near = isNear(decorations);
    return {
      ...(near ? textOf() : boxOf(heightOf(Number(node.attrs.number)))),
      // Answering false has ProseMirror make the view anew, as the other of the two.
      update: (other: Node, others: readonly Decoration[]) =>
        other === node && isNear(others) === near,
    };
  };
}

function isNear(decorations: readonly Decoration[]): boolean {
  return decorations.some(({ spec }) => spec.near === true);
}

function textOf(): NodeView {
  const dom = document.createElement("div");
  dom.className = "chunk";
  return { dom, contentDOM: dom };
}

function boxOf(height: number): NodeView {
  const dom = document.createElement("div");
  dom.className = "chunk-box";
  dom.style.height = `${height}px`;
  return { dom, ignoreMutation: () => true };
}
