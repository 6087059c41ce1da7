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

/**
 * The index after other spans have come in place of these: chunks that none of the changed ones
 * touches keep their lists.
 */
export function reindexSpans(
  index: SpanIndex,
  before: readonly Span[],
  after: readonly Span[],
  chunks: readonly TextRange[],
  chunkAt: (offset: number) => number,
): SpanIndex {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const gone = new Set(before.slice(head, before.length - tail));
  const come = after.slice(head, after.length - tail);
  if (gone.size + come.length > mostByPiece) return indexSpans(after, chunks, chunkAt);
  const next = [...index];
  const chunksOf = (span: Span) => chunksUnder(span, chunks, chunkAt);
  for (const span of gone)
    for (const chunk of chunksOf(span))
      next[chunk] = (next[chunk] ?? []).filter((other) => other !== span);
  for (const span of come)
    for (const chunk of chunksOf(span))
      next[chunk] = (next[chunk] ?? []).concat(span).sort(byPlace);
  return next;
}

function chunksUnder(
  { ranges }: Span,
  chunks: readonly TextRange[],
  chunkAt: (offset: number) => number,
): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { start, end } of ranges) {
    let chunk = chunkAt(start);
    found.add(chunk);
    while (end > (chunks[chunk + 1]?.start ?? end)) found.add(++chunk);
  }
  return found;
}

// With more changes than this, to begin anew is quicker.
const mostByPiece = 50;

function byPlace(a: Span, b: Span): number {
  return (a.ranges[0]?.start ?? 0) - (b.ranges[0]?.start ?? 0);
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
