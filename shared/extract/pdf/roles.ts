import { kindOfHeading } from "../../text/section-words.ts";
import type { BlockKind } from "../extracted.ts";
import { isCaptionLine } from "./captions.ts";
import { headingWords, isHeading, type Stage } from "./headings.ts";
import { isBullet, type Paragraph, textOfLines } from "./paragraphs.ts";
import { isProse } from "./prose.ts";
import type { BodyType } from "./style.ts";

/** A paragraph and what it is. */
export interface Part extends Paragraph {
  kind: BlockKind;
}

/** Says of every paragraph what it is, in the order of reading. */
export function rolesOf(paragraphs: readonly Paragraph[], body: BodyType): Part[] {
  const title = titleOf(paragraphs, body);
  let stage: Stage = title.size > 0 ? "before-title" : "text";
  return paragraphs.map((paragraph) => {
    const kind = title.has(paragraph) ? "title" : kindOf(paragraph, body, stage);
    if (kind === "title") stage = "front";
    if (kind === "heading") stage = stageAfter(paragraph, stage);
    return { ...paragraph, kind };
  });
}

function stageAfter(paragraph: Paragraph, stage: Stage): Stage {
  const kind = kindOfHeading(headingWords(paragraph));
  if (kind === "references") return "references";
  if (kind === "abstract" || (stage === "abstract" && kind !== "introduction")) return "abstract";
  return kind === "other" ? "back" : "text";
}

function kindOf(paragraph: Paragraph, body: BodyType, stage: Stage): BlockKind {
  if (paragraph.rows) return "table";
  const text = textOfLines(paragraph);
  if (paragraph.lines[0] && isCaptionLine(paragraph.lines[0], body)) return "caption";
  if (isHeading(paragraph, body, stage)) return "heading";
  if (stage === "references") return "reference";
  if (isBullet(text)) return "list-item";
  if (stage === "front" && !isProse(text)) return "authors";
  return isNote(paragraph, body, stage) ? "footnote" : "paragraph";
}

/** Abstracts and what follows the text may be set small too; notes are smaller still. */
function isNote({ lines }: Paragraph, body: BodyType, stage: Stage): boolean {
  const share = (lines[0]?.size ?? 0) / body.size;
  if (stage === "back") return false;
  return share < (stage === "abstract" ? 0.8 : 0.92);
}

/** The largest type on the first page that has text. */
function titleOf(paragraphs: readonly Paragraph[], body: BodyType): Set<Paragraph> {
  const page = paragraphs[0]?.lines[0]?.sheet.page;
  const front = paragraphs.filter(
    (one) => !one.rows && one.lines[0]?.sheet.page === page && textOfLines(one).length > 12,
  );
  const sizeOf = ({ lines }: Paragraph) => lines[0]?.size ?? 0;
  const largest = Math.max(...front.map(sizeOf));
  if (largest < body.size * 1.15) return new Set();
  const first = front.findIndex((one) => sizeOf(one) > largest * 0.97);
  const rest = front.slice(first);
  const end = rest.findIndex((one) => sizeOf(one) < Math.max(body.size * 1.3, largest * 0.7));
  return new Set(rest.slice(0, end === -1 ? 1 : end));
}
