import { append } from "../blocks/append.ts";
import { piecesOfRun } from "../blocks/run.ts";
import { isSymbolFont, symbolCharacter } from "../blocks/symbols.ts";
import { repairedPiece } from "../extracted.ts";
import type { XmlElement } from "../xml/tree.ts";
import { childNamed, childrenNamed, countBelow, descend, outermost, rawText } from "../xml/tree.ts";
import type { DocxContext, Inline, RunMode } from "./context.ts";
import { linearEquation } from "./math.ts";
import { switchAt, valueAt } from "./properties.ts";

/** Adds what a paragraph, or anything within one, has to read. */
export function addInline(
  context: DocxContext,
  inline: Inline,
  element: XmlElement,
  mode: RunMode,
): void {
  const below = (inner: RunMode = mode, parent: XmlElement | null = element) => {
    for (const child of parent?.children ?? [])
      if (typeof child !== "string") addInline(context, inline, child, inner);
  };
  switch (element.name) {
    case "w:r":
      below(modeOfRun(context, element, mode));
      return;
    case "w:del":
    case "w:moveFrom":
      context.tally.add("deletions");
      below({ ...mode, deleted: true });
      return;
    case "w:ins":
    case "w:moveTo":
      context.tally.add("insertions");
      below();
      return;
    case "w:sdt":
      below(mode, childNamed(element, "w:sdtContent"));
      return;
    case "w:ruby":
      below(mode, childNamed(element, "w:rubyBase"));
      return;
    case "mc:AlternateContent":
      below(mode, bestAlternative(element));
      return;
    case "m:oMath":
      addText(context, inline, linearEquation(element), mode);
      return;
    case "w:drawing":
    case "w:pict":
    case "w:object":
      addDrawing(context, inline, element);
      return;
    default:
      if (!isAside(element)) addRunContent(context, inline, element, mode, below);
  }
}

/** Properties, and the rest of a field's making, are not text. */
function isAside({ name }: XmlElement): boolean {
  return name.endsWith("Pr") || name === "w:instrText" || name === "w:delInstrText";
}

/** Word writes a drawing twice: for itself, and again for older programs. */
function bestAlternative(element: XmlElement): XmlElement | null {
  const ways = childrenNamed(element, "mc:Choice", "mc:Fallback");
  return ways.find((way) => countBelow(way, "w:t", "m:t") > 0) ?? ways[0] ?? null;
}

function modeOfRun(context: DocxContext, run: XmlElement, mode: RunMode): RunMode {
  const properties = childNamed(run, "w:rPr");
  if (properties === null) return mode;
  const fonts = childNamed(properties, "w:rFonts")?.attributes;
  const style = valueAt(properties, "w:rStyle");
  const hidden =
    switchAt(properties, "w:vanish") ??
    (style === undefined ? undefined : context.styles.find(style, "hidden"));
  return {
    ...mode,
    hidden: hidden ?? mode.hidden,
    raised: valueAt(properties, "w:vertAlign") === "superscript",
    font: fonts?.get("w:ascii") ?? fonts?.get("w:hAnsi") ?? mode.font,
  };
}

/** Shapes with text are read after the paragraph; what has no text is counted. */
function addDrawing(context: DocxContext, inline: Inline, element: XmlElement): void {
  const boxes = outermost(element, "w:txbxContent");
  if (boxes.length === 0) context.tally.add("pictures");
  append(inline.boxes, boxes);
}

function addRunContent(
  context: DocxContext,
  inline: Inline,
  element: XmlElement,
  mode: RunMode,
  below: () => void,
): void {
  const add = (text: string) => addText(context, inline, text, mode);
  switch (element.name) {
    case "w:t":
    case "w:delText":
      add(shownText(context, rawText(element), mode.font));
      return;
    case "w:tab":
    case "w:ptab":
      add("\t");
      return;
    case "w:br":
    case "w:cr":
      add("\n");
      return;
    case "w:noBreakHyphen":
      add("\u2011");
      return;
    case "w:softHyphen":
      add("\u00AD");
      return;
    case "w:sym":
      add(symbolOf(context, element));
      return;
    case "w:fldChar":
      turnField(context, element);
      return;
    case "w:footnoteReference":
    case "w:endnoteReference":
      addNote(context, inline, element, mode);
      return;
    case "w:commentReference":
      addComment(context, inline, element);
      return;
    default:
      below();
  }
}

function turnField(context: DocxContext, element: XmlElement): void {
  const turn = element.attributes.get("w:fldCharType");
  const box = descend(element, "w:ffData", "w:checkBox");
  if (turn === "begin") context.fields.push({ instruction: box === null });
  else if (turn === "end") context.fields.pop();
  else {
    const field = context.fields.at(-1);
    if (field) field.instruction = false;
  }
}

/** Adds text as it is, or as something left out; optional hyphens only show at a line's end. */
function addText({ fields, tally }: DocxContext, inline: Inline, text: string, mode: RunMode) {
  if (text === "" || fields.some(({ instruction }) => instruction)) return;
  if (mode.deleted) inline.pieces.push(repairedPiece("tracked-change", text, ""));
  else if (mode.hidden) {
    tally.add("hidden");
    inline.pieces.push(repairedPiece("hidden", text, ""));
  } else {
    const pieces = piecesOfRun(inline.pieces, text, mode.raised, tally);
    append(inline.pieces, pieces);
  }
}

const privateUse = /[\uF020-\uF0FF]/g;

/** Text as its font shows it, where the font is one of symbols. */
function shownText({ tally }: DocxContext, text: string, font: string): string {
  const whole = text.replace(/[\n\r]+/g, " ");
  const signs = isSymbolFont(font) ? /[\x21-\xFF\uF020-\uF0FF]/g : privateUse;
  return whole.replace(signs, (sign) => {
    const shown = symbolCharacter(font, sign.charCodeAt(0));
    if (shown === null && sign >= "\uF020") tally.add("symbols");
    return shown ?? sign;
  });
}

function symbolOf({ tally }: DocxContext, element: XmlElement): string {
  const code = Number.parseInt(element.attributes.get("w:char") ?? "", 16);
  const shown = symbolCharacter(element.attributes.get("w:font") ?? "", code);
  if (shown !== null) return shown;
  tally.add("symbols");
  return "\uFFFD";
}

/** The mark in brackets, since "carcinoma1" would be another word. */
function addNote(context: DocxContext, inline: Inline, element: XmlElement, mode: RunMode): void {
  const kind = element.name === "w:footnoteReference" ? "footnote" : "endnote";
  const id = element.attributes.get("w:id") ?? "";
  if (!mode.deleted) context.notes[`${kind}s`] += 1;
  const number = context.notes[`${kind}s`];
  const hasOwnMark = /^(1|true|on)$/.test(element.attributes.get("w:customMarkFollows") ?? "");
  const mark = hasOwnMark ? "" : `[${context.notes.mark(kind, number)}]`;
  if (!mode.deleted) context.notes.list.push({ kind, id, mark });
  addText(context, inline, mark, mode);
}

function addComment({ comments, tally }: DocxContext, inline: Inline, element: XmlElement): void {
  tally.add("comments");
  const text = comments.get(element.attributes.get("w:id") ?? "") ?? "";
  if (text !== "") inline.pieces.push(repairedPiece("comment", text, ""));
}
