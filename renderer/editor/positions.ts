import { countWhile } from "../../shared/text/count-while.ts";
import type { Chunk } from "./chunks.ts";

/**
 * Leads from offsets in the report's text to positions in the editor's document and back. Every
 * chunk and every block has one token before and one after its content; inside a block, characters
 * and positions run alike.
 */
export interface Positions {
  /** Between two blocks there is no position: a range's start goes to the next, its end to the last. */
  toPosition(offset: number, edge: "start" | "end"): number;
  toOffset(position: number): number;
  /** The chunk that holds the offset, or the last one that starts before it. */
  chunkAt(offset: number): number;
  /** Where the chunk's own node begins. */
  chunkPosition(chunk: number): number;
}

interface Place {
  start: number;
  end: number;
  /** Where the block's content begins in the document. */
  position: number;
}

export function createPositions(chunks: readonly Chunk[]): Positions {
  const { places, chunkPositions } = layOut(chunks);
  const first = places[0];
  if (!first) throw new RangeError("a document has at least one block");
  const placeAt = (count: number) => places[count - 1] ?? first;
  const clamp = ({ start, end, position }: Place, offset: number) =>
    position + Math.min(Math.max(offset, start), end) - start;
  return {
    toPosition(offset, edge) {
      if (edge === "start") {
        const ended = countWhile(places.length - 1, (at) => (places[at]?.end ?? 0) <= offset);
        return clamp(placeAt(ended + 1), offset);
      }
      return clamp(
        placeAt(countWhile(places.length, (at) => startOf(places, at) < offset)),
        offset,
      );
    },
    toOffset(position) {
      const place = placeAt(
        countWhile(places.length, (at) => (places[at]?.position ?? 0) <= position),
      );
      return Math.min(Math.max(place.start + position - place.position, place.start), place.end);
    },
    chunkAt: (offset) =>
      Math.max(0, countWhile(chunks.length, (at) => startOf(chunks, at) <= offset) - 1),
    chunkPosition(chunk) {
      const position = chunkPositions[chunk];
      if (position === undefined) throw new RangeError(`no chunk ${chunk} of ${chunks.length}`);
      return position;
    },
  };
}

function layOut(chunks: readonly Chunk[]) {
  const places: Place[] = [];
  const chunkPositions: number[] = [];
  let position = 0;
  for (const chunk of chunks) {
    chunkPositions.push(position);
    position += 1;
    for (const { start, end } of chunk.blocks) {
      places.push({ start, end, position: position + 1 });
      position += end - start + 2;
    }
    position += 1;
  }
  return { places, chunkPositions };
}

function startOf(items: readonly { start: number }[], at: number): number {
  return items[at]?.start ?? 0;
}
