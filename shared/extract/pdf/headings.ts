import { kindOfHeading } from "../../text/section-words.ts";
import { isBullet, type Paragraph, textOfLines } from "./paragraphs.ts";
import type { BodyType } from "./style.ts";

/** How far the reading has come. */
export type Stage = "before-title" | "front" | "abstract" | "text" | "back" | "references";

/** A heading's words without its number. */
export function headingWords(paragraph: Pick<Paragraph, "lines">): string {
  return textOfLines(paragraph)
    .replace(/^(?:\d+(?:\.\d+)*\.?|[IVX]+\.)\s*(?:\|\s*)?/, "")
    .trim();
}

/** Short, set apart by weight, face, size or capitals, and not a sentence. */
export function isHeading(paragraph: Paragraph, body: BodyType, stage: Stage): boolean {
  const text = textOfLines(paragraph);
  if (!hasForm(paragraph, text)) return false;
  const size = paragraph.lines[0]?.size ?? 0;
  const isKnown = kindOfHeading(headingWords(paragraph)) !== null;
  if (size < body.size * 0.75) return false;
  if (isKnown && isSetApart(paragraph, body)) return true;
  if (stage === "before-title" || stage === "front") return false;
  if (size < body.size * (stage === "back" ? 0.78 : 0.9)) return false;
  return isSetApart(paragraph, body) && stage !== "references";
}

function hasForm({ lines }: Paragraph, text: string): boolean {
  if (lines.length > 4 || text.length > 200 || !/\p{L}{3}/u.test(text)) return false;
  if (/[,;.]$/.test(text) || /\b(?:the|an?|of|and|or|in|to|for|with|by)$/.test(text)) return false;
  if (text.split("(").length !== text.split(")").length) return false;
  return /^[\p{Lu}\d]/u.test(text) && !isBullet(text);
}

function isSetApart({ lines, around }: Paragraph, body: BodyType): boolean {
  const usual = around ?? body;
  const isLarge = lines.every(({ size }) => size > Math.max(body.size, usual.size) * 1.08);
  const isBold = !body.bold && !usual.bold && lines.every(({ bold }) => bold);
  const hasOwnFace = lines.every(
    ({ pure, face }) => pure && face !== body.face && face !== around?.face,
  );
  const isCapitals = lines.length === 1 && lines.every(({ text }) => !/\p{Ll}/u.test(text));
  return isLarge || isBold || hasOwnFace || isCapitals;
}
