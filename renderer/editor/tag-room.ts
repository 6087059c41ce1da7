import type { TextRange } from "../../shared/model/annotation.ts";
import type { Segment } from "./segments.ts";

/** In characters, how far the tag over each segment may reach: to the next tag of the same block. */
export function tagRooms(segments: readonly Segment[], blocks: readonly TextRange[]): number[] {
  const rooms: number[] = [];
  let next = Number.POSITIVE_INFINITY;
  let block = blocks.length - 1;
  for (let at = segments.length - 1; at >= 0; at--) {
    const segment = segments[at];
    if (!segment) continue;
    while (block > 0 && (blocks[block]?.start ?? 0) > segment.start) block -= 1;
    const end = blocks[block]?.end ?? 0;
    rooms[at] = (next < end ? next : Number.POSITIVE_INFINITY) - segment.start;
    if (hasTag(segment)) next = segment.start;
  }
  return rooms;
}

function hasTag({ start, pieces }: Segment): boolean {
  return pieces.some(({ range }) => range.start === start);
}

// In pixels, of the report's type and of the tags': the first rather small, the second rather large.
const textWidth = 6.6;
const tagWidth = 5.2;
const gap = 3;
const least = 14;

/**
 * How wide a tag may be, in pixels: null where it has room enough, 0 where there is none for even its
 * first letters. A tag never covers another.
 */
export function widthOfTag(tag: string, room: number): number | null {
  const width = Math.floor(room * textWidth) - gap;
  if (tag.length * tagWidth <= width) return null;
  return width < least ? 0 : width;
}
