import type { Section } from "../model/report.ts";
import { type Block, findBlocks } from "../text/blocks.ts";
import { isListItem, isTableRow } from "../text/lines.ts";
import { findSections } from "../text/sections.ts";
import { type BlockKind, type Extracted, type ExtractedBlock, plainPiece } from "./extracted.ts";

/**
 * A text file's blocks. Each brings the blank lines after it along, so that the text composed of
 * them is the file's own, character by character. Line ends have to be "\n" only.
 */
export function readPlain(text: string): Extracted {
  const sections = findSections(text);
  const starts = new Map(sections.map((section) => [section.start, section]));
  const blocks = findBlocks(text, sections);
  const lineStart = (at: number) => text.lastIndexOf("\n", at - 1) + 1;
  return {
    kind: "text",
    title: sections.find(({ kind }) => kind === "title")?.title ?? null,
    blocks: blocks.map((block, index) => {
      const next = blocks[index + 1];
      const start = index === 0 ? 0 : lineStart(block.start);
      const end = next ? lineStart(next.start) : text.length;
      const lines = text.slice(block.start, block.end);
      return {
        ...shapeOf(block, lines, starts.get(block.start)),
        pieces: [plainPiece(text.slice(start, end))],
      };
    }),
    metadata: {},
    warnings: [],
  };
}

function shapeOf(
  block: Block,
  text: string,
  section: Section | undefined,
): Omit<ExtractedBlock, "pieces"> {
  if (block.kind !== "heading")
    return { kind: kindOfText(text, section), level: null, section: null };
  const isTitle = section?.kind === "title";
  return {
    kind: isTitle ? "title" : "heading",
    level: isTitle ? null : (block.level ?? 1),
    section: section?.kind ?? null,
  };
}

function kindOfText(text: string, section: Section | undefined): BlockKind {
  if (section?.kind === "caption") return "caption";
  if (isListItem(text)) return "list-item";
  return isTableRow(text) ? "table" : "paragraph";
}
