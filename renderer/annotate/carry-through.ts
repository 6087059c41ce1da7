import { applyEdits, type TextEdit } from "../../shared/correct/edits.ts";
import { mappingOf, type RangeMapping } from "../../shared/correct/mapping.ts";

/** The edits that were made of a text at one time. */
export type Correction = readonly TextEdit[];

/** From places of a text to those of a later one; takes away the corrections that lead there. */
export function carryThrough(text: string, later: string, corrections: Correction[]): RangeMapping {
  const maps: RangeMapping[] = [];
  for (let now = text; now !== later; ) {
    const edits = corrections.shift();
    if (!edits) break;
    maps.push(mappingOf(now, edits));
    now = applyEdits(now, edits);
  }
  const within = (offset: number) => Math.min(offset, later.length);
  return (range) => {
    const { start, end } = maps.reduce((carried, map) => map(carried), range);
    return { start: within(start), end: within(end) };
  };
}
