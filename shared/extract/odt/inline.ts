import { append } from "../blocks/append.ts";
import { linearMath } from "../blocks/math-ml.ts";
import { piecesOfRun } from "../blocks/run.ts";
import { symbolCharacter } from "../blocks/symbols.ts";
import type { Tally } from "../blocks/warnings.ts";
import { type Piece, plainPiece, repairedPiece } from "../extracted.ts";
import type { XmlElement, XmlNode } from "../xml/tree.ts";
import { childNamed, outermost, rawText } from "../xml/tree.ts";
import type { OdtPackage } from "./package.ts";
import type { Look, OdtStyles } from "./styles.ts";

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
  /** A formula or other object of the file. */
  object: OdtPackage["object"];
}

interface Inline {
  pieces: Piece[];
  /** Whether white space that comes next does not count: at the start, and after other white space. */
  atSpace: boolean;
  /** How the text looks that comes next. */
  look: Look;
  /** Text boxes whose paragraphs come after. */
  boxes: XmlElement[];
}

/** What a paragraph or heading has to read, white space as OpenDocument counts it. */
export function inlineOf(context: OdtContext, element: XmlElement): Inline {
  const look = context.styles.look(element.attributes.get("text:style-name"));
  const inline: Inline = { pieces: [], boxes: [], look, atSpace: true };
  for (const child of element.children) addNode(context, inline, child);
  return inline;
}

function addNode(context: OdtContext, inline: Inline, node: XmlNode): void {
  if (typeof node === "string") addText(context, inline, node.replace(/[ \t\n\r]+/g, " "));
  else addElement(context, inline, node);
}

/** White space at the start of a paragraph or after other white space does not count. */
function addText({ tally }: OdtContext, inline: Inline, written: string): void {
  const text = inline.atSpace ? written.replace(/^ /, "") : written;
  if (text !== "") inline.atSpace = text.endsWith(" ");
  if (inline.look.hidden) {
    if (text !== "") tally.add("hidden");
    inline.pieces.push(pieceOf(inline, text));
    return;
  }
  const shown = shownText(tally, text, inline.look.font ?? "");
  const pieces = piecesOfRun(inline.pieces, shown, inline.look.raised ?? false, tally);
  append(inline.pieces, pieces);
}

/** White space that is an element of its own always counts, and so does what comes after it. */
function addSpace(inline: Inline, space: string): void {
  inline.pieces.push(pieceOf(inline, space));
  inline.atSpace = false;
}

function pieceOf({ look }: Inline, text: string): Piece {
  return look.hidden ? repairedPiece("hidden", text, "") : plainPiece(text);
}

/** Signs of private use are what their font makes of them. */
function shownText(tally: Tally, text: string, font: string): string {
  return text.replace(/[\uF020-\uF0FF]/g, (sign) => {
    const shown = symbolCharacter(font, sign.charCodeAt(0));
    if (shown === null) tally.add("symbols");
    return shown ?? sign;
  });
}

function addElement(context: OdtContext, inline: Inline, element: XmlElement): void {
  const { pieces } = inline;
  switch (element.name) {
    case "text:span":
      addSpan(context, inline, element);
      return;
    case "text:s":
      addSpace(inline, " ".repeat(countOf(element)));
      return;
    case "text:tab":
      addSpace(inline, "\t");
      return;
    case "text:line-break":
      addSpace(inline, "\n");
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

function addSpan(context: OdtContext, inline: Inline, span: XmlElement): void {
  const outer = inline.look;
  const own = context.styles.look(span.attributes.get("text:style-name"));
  inline.look = {
    hidden: own.hidden ?? outer.hidden,
    raised: own.raised ?? outer.raised,
    font: own.font ?? outer.font,
  };
  for (const child of span.children) addNode(context, inline, child);
  inline.look = outer;
}

function countOf({ attributes }: XmlElement): number {
  return Math.max(0, Math.min(10_000, Number(attributes.get("text:c") ?? 1) || 1));
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

/** Shapes hold their text themselves, frames hold a box, or a formula as an object. */
function addDrawing(context: OdtContext, inline: Inline, element: XmlElement): void {
  const formula = formulaIn(context, element);
  if (formula !== "") {
    inline.pieces.push(plainPiece(formula));
    return;
  }
  const boxes = element.name === "draw:frame" ? outermost(element, "draw:text-box") : [element];
  const withText = boxes.filter(
    (box) => outermost(box, "text:p", "text:h", "text:list").length > 0,
  );
  if (withText.length === 0) context.tally.add("pictures");
  append(inline.boxes, withText);
}

function formulaIn({ object }: OdtContext, frame: XmlElement): string {
  return outermost(frame, "draw:object")
    .map((one) => {
      const href = one.attributes.get("xlink:href");
      const root = (href === undefined ? null : object(href)) ?? one;
      const math = root.name === "mml:math" ? root : childNamed(root, "mml:math");
      return math ? linearMath(math) : "";
    })
    .join(" ")
    .trim();
}

/** The text of every tracked deletion by its id, its paragraphs on lines of their own. */
export function deletionsIn(body: XmlElement): Map<string, string> {
  const regions = outermost(body, "text:changed-region");
  return new Map(
    regions.flatMap((region) => {
      const id = region.attributes.get("text:id") ?? region.attributes.get("xml:id") ?? "";
      const deletion = childNamed(region, "text:deletion");
      if (deletion === null) return [];
      const lines = outermost(deletion, "text:p", "text:h");
      return [[id, lines.map(rawText).join("\n")] as const];
    }),
  );
}
