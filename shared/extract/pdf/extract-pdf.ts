import { kindOfHeading } from "../../text/section-words.ts";
import type { RepairKind } from "../extracted.ts";
import { type ExtractedBlock, repairedPiece } from "../extracted.ts";
import { joinParts } from "./flow.ts";
import { findFurniture } from "./furniture.ts";
import { headingWords } from "./headings.ts";
import { documentWords } from "./hyphens.ts";
import { withoutLigatures } from "./ligatures.ts";
import type { Line } from "./lines.ts";
import { paragraphsOf } from "./paragraphs.ts";
import { piecesOf, placeOf } from "./pieces.ts";
import { inReadingOrder } from "./reading-order.ts";
import { type Part, rolesOf } from "./roles.ts";
import { stacksOf } from "./stacks.ts";
import { bodyTypeOf } from "./style.ts";

/** A document's blocks from the lines of its pages, those of turned sheets last on each page. */
export function blocksOfPages(pages: readonly Line[][]): ExtractedBlock[] {
  const furniture = findFurniture(pages);
  const kept = pages.map((page) => page.filter((line) => !furniture.has(line)));
  const lines = kept.flat();
  const body = bodyTypeOf(lines);
  const known = documentWords(lines.map(({ text }) => withoutLigatures(text)));
  const paragraphs = kept.flatMap(orderedLines).flatMap((stack) => paragraphsOf(stack, body));
  const parts = joinParts(rolesOf(paragraphs, body));
  return [
    ...parts.map((part) => blockOf(part, known)),
    ...[...furniture].map(([line, kind]) => leftOut(line, kind)),
  ];
}

function orderedLines(page: readonly Line[]) {
  const turns = [...new Set(page.map(({ sheet }) => sheet.turn))];
  return turns.flatMap((turn) =>
    inReadingOrder(stacksOf(page.filter(({ sheet }) => sheet.turn === turn))),
  );
}

function blockOf(part: Part, known: ReadonlyMap<string, number>): ExtractedBlock {
  const named = part.kind === "heading" ? kindOfHeading(headingWords(part)) : null;
  const section = named === "abstract" || named === "references" ? named : null;
  return { kind: part.kind, level: null, section, pieces: piecesOf(part.lines, known) };
}

function leftOut(line: Line, repair: RepairKind): ExtractedBlock {
  const pieces = [repairedPiece(repair, line.text, "", placeOf(line))];
  return { kind: "left-out", level: null, section: null, pieces };
}
