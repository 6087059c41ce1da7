import type { TextRange } from "../../shared/model/annotation.ts";
import type { Block } from "../../shared/text/blocks.ts";

/** A block as it is drawn; `isCut` where a very long one had to be cut and goes on in the next. */
export interface DrawnBlock extends Block {
  isCut?: boolean;
}

/** Some blocks in a row, drawn and left out together. Offsets are those of the report's text. */
export interface Chunk extends TextRange {
  blocks: DrawnBlock[];
}

// In characters. Measured: smaller chunks scroll more smoothly, larger ones open long reports faster.
const chunkLength = 2500;
// A block is never split between chunks, so one line of a megabyte has to become many blocks.
const longestBlock = 4000;

/** Groups the blocks of a report; an empty report has one chunk with one empty block. */
export function makeChunks(text: string, blocks: readonly Block[]): Chunk[] {
  const chunks: Chunk[] = [];
  for (const block of blocks) {
    if (block.end - block.start <= longestBlock) append(chunks, block);
    else for (const piece of cutLong(text, block)) append(chunks, piece);
  }
  return chunks.length > 0 ? chunks : [emptyChunk()];
}

function append(chunks: Chunk[], block: DrawnBlock): void {
  const last = chunks.at(-1);
  if (last && block.end - last.start <= chunkLength) {
    last.blocks.push(block);
    last.end = block.end;
  } else chunks.push({ start: block.start, end: block.end, blocks: [block] });
}

function cutLong(text: string, block: Block): DrawnBlock[] {
  const pieces: DrawnBlock[] = [];
  let start = block.start;
  while (block.end - start > longestBlock) {
    const end = start + cutAt(text.slice(start, start + longestBlock));
    pieces.push({ ...block, start, end, isCut: true });
    start = end;
  }
  pieces.push({ ...block, start });
  return pieces;
}

/**
 * Behind the last sentence, so that the cut looks like the beginning of a paragraph; else behind the
 * last white space; where there is none, not inside a surrogate pair.
 */
function cutAt(text: string): number {
  const sentence = /^.*[.;:!?]\s(?=\S)/s.exec(text)?.[0].length ?? 0;
  if (sentence > text.length / 2) return sentence;
  const space = Math.max(text.lastIndexOf(" "), text.lastIndexOf("\n"));
  if (space >= 0) return space + 1;
  return /[\uD800-\uDBFF]$/.test(text) ? text.length - 1 : text.length;
}

function emptyChunk(): Chunk {
  const block: DrawnBlock = { start: 0, end: 0, kind: "paragraph" };
  return { start: 0, end: 0, blocks: [block] };
}
