import { type Cell, onlyArranges, tablePieces } from "../blocks/grid.ts";
import { block } from "../blocks/make.ts";
import { joinPieces, leftOut } from "../blocks/pieces.ts";
import { type KindAndLevel, kindByStyleNames } from "../blocks/style-names.ts";
import { type ExtractedBlock, plainPiece } from "../extracted.ts";
import { countBelow, elementsOf, outermost, type XmlElement } from "../xml/tree.ts";
import { inlineOf, type OdtContext } from "./inline.ts";

/** The blocks of a text, a section, a cell, a note, a text box or a header. */
export function odtBlocks(context: OdtContext, element: XmlElement): ExtractedBlock[] {
  return elementsOf(element).flatMap((child) => blocksOf(context, child));
}

function blocksOf(context: OdtContext, element: XmlElement): ExtractedBlock[] {
  switch (element.name) {
    case "text:h":
      return paragraphBlocks(context, element, headingOf(element));
    case "text:p":
      return paragraphBlocks(context, element, kindOf(context, element));
    case "text:list":
      return listBlocks(context, element, undefined, []);
    case "table:table":
      return tableBlocks(context, element);
    case "text:section":
      return sectionBlocks(context, element);
    case "text:tracked-changes":
    case "office:forms":
    case "text:sequence-decls":
      return [];
    case "text:change":
    case "draw:frame":
    case "draw:custom-shape":
      return paragraphBlocks(context, { ...element, children: [element] }, plain);
    default:
      return odtBlocks(context, element);
  }
}

function sectionBlocks(context: OdtContext, section: XmlElement): ExtractedBlock[] {
  const blocks = odtBlocks(context, section);
  if (section.attributes.get("text:display") !== "none") return blocks;
  context.tally.add("hidden");
  return blocks.map((one) => ({ ...one, pieces: leftOut(one.pieces, "hidden") }));
}

const plain: KindAndLevel = { kind: "paragraph", level: null };

function headingOf({ attributes }: XmlElement): KindAndLevel {
  return { kind: "heading", level: Number(attributes.get("text:outline-level")) || 1 };
}

function kindOf({ styles }: OdtContext, element: XmlElement): KindAndLevel {
  return kindByStyleNames(styles.names(element.attributes.get("text:style-name"))) ?? plain;
}

function paragraphBlocks(
  context: OdtContext,
  element: XmlElement,
  { kind, level }: KindAndLevel,
): ExtractedBlock[] {
  const { pieces, boxes } = inlineOf(context, element);
  return [block(kind, pieces, { level }), ...boxes.flatMap((box) => odtBlocks(context, box))];
}

/** `above` has the numbers of the items that this list stands in. */
function listBlocks(
  context: OdtContext,
  list: XmlElement,
  inherited: string | undefined,
  above: readonly number[],
): ExtractedBlock[] {
  const style = list.attributes.get("text:style-name") ?? inherited;
  const key = `${style} ${above.length}`;
  const goesOn =
    list.attributes.get("text:continue-numbering") === "true" ||
    list.attributes.has("text:continue-list");
  let count = goesOn
    ? (context.counts.get(key) ?? 0)
    : context.styles.start(style, above.length + 1) - 1;
  const blocks = elementsOf(list).flatMap((item) => {
    if (item.name !== "text:list-item") return itemBlocks(context, item, style, above, null);
    count = Number(item.attributes.get("text:start-value")) || count + 1;
    const counts = [...above, count];
    return itemBlocks(context, item, style, counts, context.styles.mark(style, counts));
  });
  context.counts.set(key, count);
  return blocks;
}

/** An item's first paragraph has the mark; lists within it go a level deeper. */
function itemBlocks(
  context: OdtContext,
  item: XmlElement,
  style: string | undefined,
  counts: readonly number[],
  mark: string | null,
): ExtractedBlock[] {
  let start = mark === null ? "" : `${mark} `;
  return elementsOf(item).flatMap((child) => {
    if (child.name === "text:list") return listBlocks(context, child, style, counts);
    return blocksOf(context, child).map((one) => {
      const isItem = one.kind === "paragraph";
      if (one.pieces.length === 0 || (!isItem && one.kind !== "heading")) return one;
      const pieces = start === "" ? one.pieces : [plainPiece(start), ...one.pieces];
      start = "";
      return { ...block(isItem ? "list-item" : "heading", pieces), level: one.level };
    });
  });
}

function tableBlocks(context: OdtContext, table: XmlElement): ExtractedBlock[] {
  const rows = outermost(table, "table:table-row");
  const cells = rows.map((row) => elementsOf(row).filter(({ name }) => name.endsWith("-cell")));
  const paragraphs = (cell: XmlElement) =>
    countBelow(cell, "table:table") > 0
      ? Number.POSITIVE_INFINITY
      : countBelow(cell, "text:p", "text:h");
  if (onlyArranges(cells.map((row) => row.map(paragraphs)))) {
    context.tally.add("arrangements");
    return cells.flat().flatMap((cell) => odtBlocks(context, cell));
  }
  const grid = cells.map((row) => row.map((cell) => cellOf(context, cell)));
  return [block("table", tablePieces(grid))];
}

/** Covered cells are written in the file, so no cell takes more than its own place, but for repeated ones. */
function cellOf(context: OdtContext, cell: XmlElement): Cell {
  const parts = odtBlocks(context, cell).map(({ pieces }) => pieces);
  const repeated = Number(cell.attributes.get("table:number-columns-repeated") ?? 1) || 1;
  return { pieces: joinPieces(parts, " "), columns: Math.max(1, Math.min(repeated, 200)), rows: 1 };
}
