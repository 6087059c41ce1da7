import { type Node, Schema } from "prosemirror-model";
import type { Chunk, DrawnBlock } from "./chunks.ts";

const block = { content: "text*", selectable: false, marks: "" };

/** A document that is only read: chunks of headings and paragraphs. Spans are never part of it. */
export const schema = new Schema({
  nodes: {
    doc: { content: "chunk+" },
    chunk: { content: "(paragraph | heading)+", selectable: false, attrs: { number: { default: 0 } } },
    paragraph: {
      ...block,
      attrs: { continued: { default: false } },
      toDOM: (node) => ["p", { dir: "auto", class: node.attrs.continued ? "continued" : "" }, 0],
    },
    heading: {
      ...block,
      attrs: { level: { default: 1 } },
      // The page itself has the first level.
      toDOM: (node) => [`h${Math.min(6, Number(node.attrs.level) + 1)}`, { dir: "auto" }, 0],
    },
    text: {},
  },
});

/** Line ends are shown as spaces, so that characters and positions inside a block run alike. */
export function makeDocument(text: string, chunks: readonly Chunk[]): Node {
  const shown = text.replaceAll("\n", " ");
  return schema.node(
    "doc",
    null,
    chunks.map(({ blocks }, number) =>
      schema.node(
        "chunk",
        { number },
        blocks.map((one) => makeBlock(shown, one)),
      ),
    ),
  );
}

function makeBlock(shown: string, { start, end, kind, level, continued }: DrawnBlock): Node {
  const content = start < end ? schema.text(shown.slice(start, end)) : [];
  const attributes = kind === "heading" ? { level: level ?? 1 } : { continued };
  return schema.node(kind, attributes, content);
}
