import { kindOfHeading } from "../../text/section-words.ts";
import { type ExtractedBlock, type RepairKind, repairedPiece } from "../extracted.ts";
import { bandsOf } from "./bands.ts";
import { spelledText } from "./characters.ts";
import { pageOf } from "./facts.ts";
import { findLettering } from "./figures.ts";
import { asidesLast, joinParts } from "./flow.ts";
import { findFurniture } from "./furniture.ts";
import { headingWords } from "./headings.ts";
import { documentWords } from "./hyphens.ts";
import { levelsOf } from "./levels.ts";
import type { Line } from "./lines.ts";
import { type Paragraph, paragraphsOf } from "./paragraphs.ts";
import { piecesOf, piecesOfRows, placeOf } from "./pieces.ts";
import { inReadingOrder } from "./reading-order.ts";
import { type Part, rolesOf } from "./roles.ts";
import { closeLetterspacing } from "./spaces.ts";
import { stacksOf } from "./stacks.ts";
import { type BodyType, bodyTypeOf } from "./style.ts";
import { findTables } from "./tables.ts";
import { isGuesswork, isUnreadable } from "./unreadable.ts";

/** A document's blocks from the lines of its pages, those of turned sheets last on each page. */
export function blocksOfPages(pages: readonly Line[][]): ExtractedBlock[] {
  const leftOut = findFurniture(pages);
  for (const line of pages.flat()) {
    if (isUnreadable(line)) leftOut.set(line, "characters");
    else if (isGuesswork(line)) leftOut.set(line, "uncertain");
  }
  const kept = pages.map((page) => page.filter((line) => !leftOut.has(line)));
  const known = documentWords(kept.flat().map(({ text }) => spelledText(text)));
  const spelled = kept.map((page) => page.map((line) => closed(line, known)));
  const body = bodyTypeOf(spelled.flat());
  const paragraphs = spelled.flatMap(sheetsOfPage).flatMap((s) => readSheet(s, body, leftOut));
  const parts = joinParts(asidesLast(rolesOf(paragraphs, body)));
  const levels = levelsOf(parts);
  return withLeftOut(
    parts.map((part) => blockOf(part, levels.get(part) ?? null, known)),
    leftOut,
  );
}

function closed(line: Line, known: ReadonlyMap<string, number>): Line {
  const text = closeLetterspacing(line.text, known);
  return text === null ? line : { ...line, text, spaced: line.text };
}

function sheetsOfPage(page: readonly Line[]): Line[][] {
  const turns = [...new Set(page.map(({ sheet }) => sheet.turn))];
  return turns.map((turn) => page.filter(({ sheet }) => sheet.turn === turn));
}

/** A sheet's paragraphs and tables in the order of reading; a figure's lettering is left out. */
function readSheet(lines: Line[], body: BodyType, leftOut: Map<Line, RepairKind>): Paragraph[] {
  const tables = new Map(findTables(lines, body).map((table) => [table.stack, table]));
  const taken = new Set([...tables.keys()].flatMap((stack) => stack.lines));
  const stacks = stacksOf(lines.filter((line) => !taken.has(line)));
  const lettering = findLettering(stacks, body);
  for (const { lines } of lettering) for (const line of lines) leftOut.set(line, "figure-letters");
  const shown = [...stacks.filter((stack) => !lettering.has(stack)), ...tables.keys()];
  const ordered = bandsOf(shown).flatMap(inReadingOrder);
  return ordered.flatMap((stack) => {
    const table = tables.get(stack);
    if (!table) return paragraphsOf(stack, body);
    const { left, right } = stack;
    const [caption, cells] = [table.caption, table.rows.flat(2)];
    const rows = { lines: cells, left, right, around: null, rows: table.rows };
    return caption.length === 0 ? [rows] : [{ lines: caption, left, right, around: null }, rows];
  });
}

function blockOf(
  part: Part,
  level: number | null,
  known: ReadonlyMap<string, number>,
): ExtractedBlock {
  const named = part.kind === "heading" ? kindOfHeading(headingWords(part)) : null;
  const isAbstract = named === "abstract" || beginsAbstract(part);
  const section = isAbstract ? "abstract" : named === "references" ? named : null;
  const pieces = part.rows ? piecesOfRows(part.rows, known) : piecesOf(part.lines, known);
  return { kind: part.kind, level, section, pieces };
}

/** "Abstract" in bold, with the text after it on the same line. */
function beginsAbstract({ kind, lines }: Part): boolean {
  const [first] = lines;
  if (kind !== "paragraph" || !first || first.boldHead < 7) return false;
  return /^(?:abstract|summary)\b/iu.test(first.text);
}

/** Puts what is left out before the first block of a later page. */
function withLeftOut(
  blocks: readonly ExtractedBlock[],
  leftOut: ReadonlyMap<Line, RepairKind>,
): ExtractedBlock[] {
  const waiting = [...leftOut].sort(([a], [b]) => a.sheet.page - b.sheet.page || a.top - b.top);
  const all: ExtractedBlock[] = [];
  for (const block of blocks) {
    while (waiting[0] && waiting[0][0].sheet.page < pageOf(block)) all.push(...next(waiting));
    all.push(block);
  }
  while (waiting.length > 0) all.push(...next(waiting));
  return all;
}

function next(waiting: [Line, RepairKind][]): ExtractedBlock[] {
  return waiting.splice(0, 1).map(([line, repair]) => {
    const pieces = [repairedPiece(repair, line.text, "", placeOf(line))];
    return { kind: "left-out", level: null, section: null, pieces };
  });
}
