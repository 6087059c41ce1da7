import { append } from "../blocks/append.ts";
import { block } from "../blocks/make.ts";
import type { Piece } from "../extracted.ts";
import { type BlockKind, type ExtractedBlock, plainPiece, repairedPiece } from "../extracted.ts";
import { childNamed, childrenNamed, descend, elementsOf, type XmlElement } from "../xml/tree.ts";
import type { DocxContext, Inline } from "./context.ts";
import { addInline } from "./inline.ts";
import { numberAt, switchAt, valueAt } from "./properties.ts";
import { tableBlocks } from "./table.ts";

/** The blocks of a body, a cell, a note, a header or a text box. */
export function blocksIn(context: DocxContext, element: XmlElement): ExtractedBlock[] {
  const blocks: ExtractedBlock[] = [];
  // What a paragraph leaves to the next one, where the mark between the two was deleted.
  let carried: Piece[] = [];
  for (const child of blockElements(element)) {
    if (child.name === "w:tbl") {
      append(
        blocks,
        tableBlocks(context, child, (cell) => blocksIn(context, cell)),
      );
      continue;
    }
    const inline = inlineOf(context, child);
    const pieces = [...carried, ...inline.pieces];
    const isJoined = isMarkDeleted(child);
    carried = isJoined ? [...pieces, repairedPiece("tracked-change", "\n", "")] : [];
    if (!isJoined) blocks.push(paragraphBlock(context, child, pieces));
    for (const box of inline.boxes) append(blocks, blocksIn(context, box));
  }
  return carried.length === 0 ? blocks : [...blocks, block("paragraph", carried)];
}

const wrappers = new Set([
  "w:sdt",
  "w:sdtContent",
  "w:customXml",
  "w:ins",
  "w:moveTo",
  "w:smartTag",
]);

/** Paragraphs and tables, also within controls and changes that wrap them. */
function blockElements(element: XmlElement): XmlElement[] {
  return elementsOf(element).flatMap((child) => {
    if (child.name === "w:p" || child.name === "w:tbl" || child.name === "m:oMathPara")
      return [child];
    if (child.name === "mc:AlternateContent")
      return blockElements(childNamed(child, "mc:Choice") ?? child);
    return wrappers.has(child.name) ? blockElements(child) : [];
  });
}

function inlineOf(context: DocxContext, paragraph: XmlElement): Inline {
  const inline: Inline = { pieces: [], boxes: [] };
  const style = valueAt(paragraph, "w:pPr", "w:pStyle");
  const hidden = context.styles.find(style, "hidden") ?? false;
  for (const child of elementsOf(paragraph))
    addInline(context, inline, child, { deleted: false, hidden, font: "", raised: false });
  return inline;
}

function isMarkDeleted(paragraph: XmlElement): boolean {
  const mark = descend(paragraph, "w:pPr", "w:rPr");
  return mark !== null && childrenNamed(mark, "w:del", "w:moveFrom").length > 0;
}

function paragraphBlock(
  context: DocxContext,
  paragraph: XmlElement,
  pieces: readonly Piece[],
): ExtractedBlock {
  const { kind, level } = kindOf(context, paragraph);
  const isShown = pieces.some(({ text }) => text.trim() !== "");
  const mark = isShown ? markOf(context, paragraph) : null;
  const isItem = mark !== null && kind === "paragraph";
  const all = mark === null ? pieces : [plainPiece(`${mark} `), ...pieces];
  return block(isItem ? "list-item" : kind, all, { level });
}

/** A paragraph's own outline level goes before its style. */
function kindOf(context: DocxContext, paragraph: XmlElement) {
  const properties = childNamed(paragraph, "w:pPr");
  const byStyle = context.styles.kindOf(valueAt(properties, "w:pStyle"));
  const outline = numberAt(properties, "w:outlineLvl");
  if (outline === undefined || byStyle.kind === "title") return byStyle;
  if (outline >= 0 && outline < 9) return { kind: "heading" as BlockKind, level: outline + 1 };
  return byStyle.kind === "heading" ? { kind: "paragraph" as BlockKind, level: null } : byStyle;
}

/** The number or bullet that Word shows, by the paragraph's own list or its style's. */
function markOf({ styles, numbering }: DocxContext, paragraph: XmlElement): string | null {
  const properties = childNamed(paragraph, "w:pPr");
  const style = valueAt(properties, "w:pStyle");
  const own = childNamed(properties, "w:numPr");
  const list = valueAt(own, "w:numId") ?? styles.find(style, "list");
  if (list === undefined || list === "0") return null;
  const level = numberAt(own, "w:ilvl") ?? styles.find(style, "listLevel") ?? 0;
  const isHidden = switchAt(descend(properties, "w:rPr"), "w:vanish") ?? false;
  return isHidden ? null : numbering.next(list, level);
}
