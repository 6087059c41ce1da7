import type { Choices, TextCut } from "../../../shared/extract/choices.ts";
import { composedRuns } from "../../../shared/extract/compose.ts";
import type { Extracted } from "../../../shared/extract/extracted.ts";
import type { TextRange } from "../../../shared/model/annotation.ts";

/** What a person selects to take a range of the composed text out: one cut for each block it touches. */
export function cutsOf(extracted: Extracted, choices: Choices, range: TextRange): TextCut[] {
  const cuts = new Map<number, TextCut>();
  for (const { block, piece, start, end, offset } of composedRuns(extracted, choices).runs) {
    if (end <= range.start || start >= range.end) continue;
    const from = { piece, offset: offset + Math.max(range.start - start, 0) };
    const to = { piece, offset: offset + Math.min(range.end, end) - start };
    cuts.set(block, { block, from: cuts.get(block)?.from ?? from, to });
  }
  return [...cuts.values()];
}
