import { fromMarkdown } from "mdast-util-from-markdown";
import { tablePieces } from "../blocks/grid.ts";
import { block, textBlock } from "../blocks/make.ts";
import type { Tally } from "../blocks/warnings.ts";
import { type ExtractedBlock, plainPiece } from "../extracted.ts";
import { htmlBlocks } from "../html/blocks.ts";
import { parseHtml } from "../html/parse.ts";
import type { Source } from "../source.ts";

/** Any node of the parser's tree, as far as it is looked at here. */
export type MarkdownNode = ReturnType<typeof fromMarkdown>["children"][number];

/** The blocks of Markdown as they are shown. `text` is what the nodes' positions point into. */
export function markdownBlocks(
  source: Source,
  text: string,
  nodes: readonly MarkdownNode[],
  tally: Tally,
): ExtractedBlock[] {
  return nodes.flatMap((node): ExtractedBlock[] => {
    switch (node.type) {
      case "heading":
        return [textBlock("heading", inlineText(node.children, tally), { level: node.depth })];
      case "paragraph":
        return [tableBlock(text, node, tally) ?? paragraphBlock(inlineText(node.children, tally))];
      case "code":
        return [textBlock("paragraph", node.value)];
      case "html":
        return htmlIn(source, node.value, tally);
      case "list":
        return node.children.flatMap((item, index) => {
          const mark = node.ordered ? `${(node.start ?? 1) + index}. ` : "• ";
          return itemBlocks(markdownBlocks(source, text, item.children, tally), mark);
        });
      default:
        return "children" in node
          ? markdownBlocks(source, text, node.children as MarkdownNode[], tally)
          : [];
    }
  });
}

function paragraphBlock(text: string): ExtractedBlock {
  return textBlock(/^\[\^[^\]]+\]:/.test(text) ? "footnote" : "paragraph", text);
}

function htmlIn(source: Source, html: string, tally: Tally): ExtractedBlock[] {
  if (/^<!--[\s\S]*?-->\s*$/.test(html)) return [];
  tally.add("html");
  return htmlBlocks(parseHtml(source, html).children, tally);
}

function itemBlocks(blocks: readonly ExtractedBlock[], mark: string): ExtractedBlock[] {
  return blocks.map((one, index) => {
    if (one.kind !== "paragraph") return one;
    return block("list-item", index === 0 ? [plainPiece(mark), ...one.pieces] : one.pieces);
  });
}

function inlineText(nodes: readonly MarkdownNode[], tally: Tally): string {
  return nodes.map((node) => inlineOne(node, tally)).join("");
}

function inlineOne(node: MarkdownNode, tally: Tally): string {
  switch (node.type) {
    case "break":
      return "\n";
    case "text":
      return node.value.replace(/\n/g, " ");
    case "inlineCode":
      return node.value;
    case "html":
      tally.add("html");
      return /^<br\s*\/?>$/i.test(node.value) ? "\n" : "";
    case "image":
    case "imageReference":
      tally.add("pictures");
      return "";
    default:
      // The tree's types allow blocks here, which have inline nodes below just the same.
      return "children" in node ? inlineText(node.children as MarkdownNode[], tally) : "";
  }
}

const ruler = /^ *\|? *:?-+:? *(\| *:?-+:? *)*\|? *$/;

/** A paragraph whose second line rules columns is a table, as most programs draw it. */
function tableBlock(text: string, { position }: MarkdownNode, tally: Tally): ExtractedBlock | null {
  const written = text.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
  const [head = "", rule = "", ...rows] = written.split("\n");
  if (!head.includes("|") || !rule.includes("|") || !ruler.test(rule)) return null;
  const grid = [head, ...rows].map((row) => cellsOf(row, tally));
  return block("table", tablePieces(grid));
}

function cellsOf(row: string, tally: Tally) {
  const inside = row.trim().replace(/^\||(?<!\\)\|$/g, "");
  return inside.split(/(?<!\\)\|/).map((cell) => {
    const nodes = fromMarkdown(cell.trim().replaceAll("\\|", "|")).children;
    return { pieces: [plainPiece(inlineText(nodes, tally))], columns: 1, rows: 1 };
  });
}
