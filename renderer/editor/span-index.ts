import type { Span, TextRange } from "../../shared/model/annotation.ts";

/** Which spans touch which chunk of a report. */
export type SpanIndex = readonly (readonly Span[])[];

/** `chunkAt` leads from an offset to a chunk's number. */
export function indexSpans(
  spans: readonly Span[],
  chunks: readonly TextRange[],
  chunkAt: (offset: number) => number,
): SpanIndex {
  const index: Span[][] = chunks.map(() => []);
  let chunk = 0;
  for (const span of spans)
    for (const { start, end } of span.ranges) {
      // Spans mostly come in the order of the text; then the last one's chunk is this one's too.
      if (!holds(chunks[chunk], start)) chunk = chunkAt(start);
      addOnce(index[chunk], span);
      while (end > (chunks[chunk + 1]?.start ?? end)) addOnce(index[++chunk], span);
    }
  return index;
}

function holds(chunk: TextRange | undefined, offset: number): boolean {
  return chunk !== undefined && chunk.start <= offset && offset < chunk.end;
}

// All pieces of one span arrive in a row, so looking at the last is enough.
function addOnce(chunk: Span[] | undefined, span: Span): void {
  if (chunk && chunk.at(-1) !== span) chunk.push(span);
}

/** The same spans, by identity: annotations are replaced and never changed in place. */
export function sameSpans(a: readonly Span[] = [], b: readonly Span[] = []): boolean {
  return a.length === b.length && a.every((span, at) => span === b[at]);
}
