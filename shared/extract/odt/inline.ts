import { append } from "../blocks/append.ts";
import { withoutOptionalHyphens } from "../blocks/pieces.ts";
import type { Tally } from "../blocks/warnings.ts";
import { type Piece, plainPiece, repairedPiece } from "../extracted.ts";
import type { XmlElement, XmlNode } from "../xml/tree.ts";
import { childNamed, elementsOf, outermost, rawText } from "../xml/tree.ts";
import type { OdtStyles } from "./styles.ts";

/** What reading an OpenDocument text needs and gathers on its way. */
export interface OdtContext {
  styles: OdtStyles;
  /** What was deleted, by the change's id. */
  deletions: ReadonlyMap<string, string>;
  /** Notes in the order of their marks. */
  notes: { mark: string; body: XmlElement }[];
  /** How far each list that can be continued has counted. */
  counts: Map<string, number>;
  tally: Tally;
}

interface Inline {
  pieces: Piece[];
  /** Text boxes whose paragraphs come after. */
  boxes: XmlElement[];
}

/** What a paragraph or heading has to read, white space as OpenDocument counts it. */
export function inlineOf(context: OdtContext, element: XmlElement): Inline {
  const inline: Inline = { pieces: [], boxes: [] };
  for (const child of element.children) addNode(context, inline, child);
  return inline;
}

function addNode(context: OdtContext, inline: Inline, node: XmlNode): void {
  if (typeof node === "string") addText(context, inline, node.replace(/[ \t\n\r]+/g, " "));
  else addElement(context, inline, node);
}

/** White space at the start of a paragraph or after other white space does not count. */
function addText({ tally }: OdtContext, inline: Inline, text: string): void {
  const last = inline.pieces.findLast((piece) => piece.text !== "")?.text ?? " ";
  const kept = / $/.test(last) ? text.replace(/^ /, "") : text;
  const pieces = withoutOptionalHyphens(kept);
  tally.add("hyphens", pieces.filter(({ repair }) => repair !== null).length);
  append(inline.pieces, pieces);
}

function addElement(context: OdtContext, inline: Inline, element: XmlElement): void {
  const { pieces } = inline;
  switch (element.name) {
    case "text:s":
      pieces.push(plainPiece(" ".repeat(countOf(element))));
      return;
    case "text:tab":
      pieces.push(plainPiece("\t"));
      return;
    case "text:line-break":
      pieces.push(plainPiece("\n"));
      return;
    case "text:note":
      addNote(context, inline, element);
      return;
    case "office:annotation":
      context.tally.add("comments");
      pieces.push(repairedPiece("comment", commentText(element), ""));
      return;
    case "text:change":
      addDeletion(context, inline, element);
      return;
    case "text:change-start":
      context.tally.add("insertions");
      return;
    case "text:hidden-text":
      context.tally.add("hidden");
      pieces.push(repairedPiece("hidden", rawText(element), ""));
      return;
    case "text:ruby":
      for (const base of outermost(element, "text:ruby-base"))
        for (const child of base.children) addNode(context, inline, child);
      return;
    case "draw:frame":
    case "draw:custom-shape":
    case "draw:rect":
    case "draw:ellipse":
      addDrawing(context, inline, element);
      return;
    default:
      for (const child of element.children) addNode(context, inline, child);
  }
}

function countOf({ attributes }: XmlElement): number {
  return Math.min(10_000, Number(attributes.get("text:c") ?? 1) || 1);
}

/** The mark in brackets, since "carcinoma1" would be another word. */
function addNote(context: OdtContext, inline: Inline, note: XmlElement): void {
  const citation = childNamed(note, "text:note-citation");
  const body = childNamed(note, "text:note-body");
  const mark = `[${citation ? rawText(citation).trim() : context.notes.length + 1}]`;
  if (body) context.notes.push({ mark, body });
  inline.pieces.push(plainPiece(mark));
}

function addDeletion({ deletions, tally }: OdtContext, inline: Inline, element: XmlElement): void {
  tally.add("deletions");
  const deleted = deletions.get(element.attributes.get("text:change-id") ?? "") ?? "";
  if (deleted !== "") inline.pieces.push(repairedPiece("tracked-change", deleted, ""));
}

function commentText(comment: XmlElement): string {
  return outermost(comment, "text:p").map(rawText).join(" ");
}

/** Shapes hold their text themselves, frames hold a box. */
function addDrawing({ tally }: OdtContext, inline: Inline, element: XmlElement): void {
  const boxes = element.name === "draw:frame" ? outermost(element, "draw:text-box") : [element];
  const withText = boxes.filter(
    (box) => outermost(box, "text:p", "text:h", "text:list").length > 0,
  );
  if (withText.length === 0) tally.add("pictures");
  append(inline.boxes, withText);
}

/** The text of every tracked deletion by its id, its paragraphs on lines of their own. */
export function deletionsIn(body: XmlElement): Map<string, string> {
  const regions = outermost(body, "text:changed-region");
  return new Map(
    regions.flatMap((region) => {
      const id = region.attributes.get("text:id") ?? region.attributes.get("xml:id") ?? "";
      const deletion = childNamed(region, "text:deletion");
      if (deletion === null) return [];
      const lines = elementsOf(deletion).filter(({ name }) => /^text:(p|h|list)$/.test(name));
      return [[id, lines.map(rawText).join("\n")] as const];
    }),
  );
}
