import { applyEdits, invertedEdits, type TextEdit } from "../../../shared/correct/edits.ts";
import { mappingOf, type RangeMapping } from "../../../shared/correct/mapping.ts";
import type { ComposedRun } from "../../../shared/extract/compose.ts";
import type { TextRange } from "../../../shared/model/annotation.ts";

/**
 * Leads from places of a report's text to those of the text that was composed of its file, and back,
 * through every correction that was made since.
 */
export interface TextInFile {
  toComposed: RangeMapping;
  toText: RangeMapping;
}

export function textInFile(
  composed: string,
  corrections: readonly (readonly TextEdit[])[],
): TextInFile {
  const forward: RangeMapping[] = [];
  const back: RangeMapping[] = [];
  let text = composed;
  for (const edits of corrections) {
    const corrected = applyEdits(text, edits);
    forward.push(mappingOf(text, edits));
    back.unshift(mappingOf(corrected, invertedEdits(text, edits)));
    text = corrected;
  }
  const through = (maps: readonly RangeMapping[]) => (range: TextRange) =>
    maps.reduce((carried, map) => map(carried), range);
  return { toComposed: through(back), toText: through(forward) };
}

/** The blocks that a range of the composed text touches, in the text's order. */
export function blocksIn(runs: readonly ComposedRun[], range: TextRange): number[] {
  const touched = runs.filter(({ start, end }) => start < range.end && end > range.start);
  return [...new Set(touched.map(({ block }) => block))];
}

/** The block that a place of the composed text is in; at a paragraph's end the one that ends there. */
export function blockAt(runs: readonly ComposedRun[], offset: number): number | null {
  const last = runs.findLast(({ start }) => start <= offset);
  return (last ?? runs[0])?.block ?? null;
}

/** What of a stretch that begins at an offset lies in a range, counted from its beginning; null for nothing. */
export function overlap(at: number, length: number, { start, end }: TextRange): TextRange | null {
  const found = { start: Math.max(0, start - at), end: Math.min(length, end - at) };
  return found.start < found.end ? found : null;
}
