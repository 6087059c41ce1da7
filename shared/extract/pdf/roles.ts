import { kindOfHeading } from "../../text/section-words.ts";
import type { BlockKind } from "../extracted.ts";
import { isBullet, type Paragraph } from "./paragraphs.ts";
import type { BodyType } from "./style.ts";

/** A paragraph and what it is. */
export interface Part extends Paragraph {
  kind: BlockKind;
  level: number | null;
}

/** A paragraph's text, lines joined as they are; only to look at. */
export const textOfLines = ({ lines }: Pick<Paragraph, "lines">): string =>
  lines.map(({ text }) => text).join(" ");

/** Says of every paragraph what it is, in the order of reading. */
export function rolesOf(paragraphs: readonly Paragraph[], body: BodyType): Part[] {
  const title = titleOf(paragraphs, body);
  let section: "front" | "abstract" | "text" | "references" = "front";
  return paragraphs.map((paragraph) => {
    const kind = title.has(paragraph) ? "title" : kindOf(paragraph, body, section);
    if (kind === "heading") section = sectionAfter(paragraph, section);
    return { ...paragraph, kind, level: null };
  });
}

type Place = "front" | "abstract" | "text" | "references";

function sectionAfter(paragraph: Paragraph, section: Place): Place {
  const kind = kindOfHeading(headingWords(paragraph));
  if (kind === "abstract" && section === "front") return "abstract";
  if (kind === "references") return "references";
  return "text";
}

/** A heading's words without its number. */
export const headingWords = (paragraph: Pick<Paragraph, "lines">): string =>
  textOfLines(paragraph)
    .replace(/^(?:\d+(?:\.\d+)*\.?|[IVX]+\.)\s*(?:\|\s*)?/, "")
    .trim();

function kindOf(paragraph: Paragraph, body: BodyType, section: Place): BlockKind {
  const text = textOfLines(paragraph);
  if (isCaption(paragraph, body)) return "caption";
  if (isHeading(paragraph, body)) return "heading";
  if (section === "references") return "reference";
  if (isBullet(text)) return "list-item";
  if (section === "abstract") return "paragraph";
  return sizeOf(paragraph) < body.size * 0.92 ? "footnote" : "paragraph";
}

const sizeOf = ({ lines }: Paragraph): number => lines[0]?.size ?? 0;

const captionStart =
  /^(?:(?:online |supplementary |supplemental |additional |extended data )?(?:fig(?:ure)?s?|table|scheme|box|plate|chart|video)\b\.?\s*[a-z]?\d+)/iu;

function isCaption(paragraph: Paragraph, body: BodyType): boolean {
  const first = paragraph.lines[0];
  if (!first || !captionStart.test(first.text)) return false;
  return first.boldHead > 0 || first.face !== body.face || first.size < body.size * 0.96;
}

/** Short, set apart by weight, size or capitals, and not a sentence. */
function isHeading(paragraph: Paragraph, body: BodyType): boolean {
  const text = textOfLines(paragraph);
  if (paragraph.lines.length > 4 || text.length > 200 || !/\p{L}{3}/u.test(text)) return false;
  if (/[,;]$/.test(text) || !/^[\p{Lu}\d]/u.test(text)) return false;
  if (/\.$/.test(text) && text.length > 60) return false;
  const size = sizeOf(paragraph);
  if (size < body.size * 0.88) return false;
  const isBold = !body.bold && paragraph.lines.every(({ bold }) => bold);
  if (isBold || size > body.size * 1.08) return true;
  return kindOfHeading(headingWords(paragraph)) !== null && isSetApart(paragraph, body);
}

function isSetApart({ lines }: Paragraph, body: BodyType): boolean {
  const [first] = lines;
  if (!first || lines.length > 1) return false;
  const isCapitals = !/\p{Ll}/u.test(first.text);
  return isCapitals || (first.face !== body.face && first.size >= body.size * 0.95);
}

/** The largest type on the first page that has text. */
function titleOf(paragraphs: readonly Paragraph[], body: BodyType): Set<Paragraph> {
  const page = paragraphs[0]?.lines[0]?.sheet.page;
  const front = paragraphs.filter(
    (one) => one.lines[0]?.sheet.page === page && textOfLines(one).length > 12,
  );
  const largest = Math.max(...front.map(sizeOf));
  if (largest < body.size * 1.15) return new Set();
  return new Set(front.filter((one) => sizeOf(one) > largest * 0.97));
}
