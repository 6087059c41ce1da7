import type { Span } from "../../shared/model/annotation.ts";

/** Which spans touch which chunk of a report. */
export type SpanIndex = readonly (readonly Span[])[];

/** `chunkAt` leads from an offset to a chunk's number. */
export function indexSpans(
  spans: readonly Span[],
  chunkCount: number,
  chunkAt: (offset: number) => number,
): SpanIndex {
  const index: Span[][] = Array.from({ length: chunkCount }, () => []);
  for (const span of spans)
    for (const { start, end } of span.ranges) {
      const last = chunkAt(Math.max(start, end - 1));
      for (let chunk = chunkAt(start); chunk <= last; chunk++) addOnce(index[chunk], span);
    }
  return index;
}

// All pieces of one span arrive in a row, so looking at the last is enough.
function addOnce(chunk: Span[] | undefined, span: Span): void {
  if (chunk && chunk.at(-1) !== span) chunk.push(span);
}

/** The same spans, by identity: annotations are replaced and never changed in place. */
export function sameSpans(a: readonly Span[] = [], b: readonly Span[] = []): boolean {
  return a.length === b.length && a.every((span, at) => span === b[at]);
}
