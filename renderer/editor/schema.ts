import { type Node, Schema } from "prosemirror-model";
import type { Chunk, DrawnBlock } from "./chunks.ts";

const block = { content: "text*", selectable: false, marks: "" };

/** A document that is only read: chunks of headings and paragraphs. Spans are never part of it. */
const schema = new Schema({
  nodes: {
    doc: { content: "chunk+" },
    chunk: {
      content: "(paragraph | heading)+",
      selectable: false,
      attrs: { number: { default: 0 } },
    },
    paragraph: {
      ...block,
      attrs: { isCut: { default: false } },
      toDOM: (node) => ["p", { dir: "auto", class: node.attrs.isCut ? "cut" : "" }, 0],
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

const { doc, chunk, paragraph, heading } = schema.nodes;

/**
 * Line ends are shown as spaces, so that characters and positions inside a block run alike. The
 * nodes are made unchecked: a long report has thousands, and these always fit.
 */
export function makeDocument(text: string, chunks: readonly Chunk[]): Node {
  const shown = text.replaceAll("\n", " ");
  const nodes = chunks.map(({ blocks }, number) =>
    chunk.create(
      { number },
      blocks.map((block) => makeBlock(shown, block)),
    ),
  );
  return doc.create(null, nodes);
}

function makeBlock(shown: string, { start, end, kind, level, isCut }: DrawnBlock): Node {
  const content = start < end ? schema.text(shown.slice(start, end)) : null;
  if (kind === "heading") return heading.create({ level: level ?? 1 }, content);
  return paragraph.create(isCut ? { isCut } : null, content);
}
