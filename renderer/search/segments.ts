import type { SearchHit } from "../../shared/contract/search.ts";

/** A stretch of a hit's line that looks the same from end to end. */
export interface Segment {
  text: string;
  /** It is what was looked for. */
  isHit: boolean;
  /** What is marked there; of several the shortest, null for nothing. */
  label: string | null;
}

/** The line of a hit, cut where its look changes. */
export function segmentsOf({ line, lineStart, ranges, marked }: SearchHit): Segment[] {
  const end = lineStart + line.length;
  const edges = [...ranges, ...marked].flatMap((range) => [range.start, range.end]);
  const cuts = [...new Set([lineStart, ...edges, end])]
    .filter((cut) => lineStart <= cut && cut <= end)
    .sort((a, b) => a - b);
  const shortest = marked.toSorted((a, b) => a.end - a.start - (b.end - b.start));
  return cuts.slice(0, -1).map((start, at) => {
    const stop = cuts[at + 1] ?? end;
    const holds = (range: { start: number; end: number }) =>
      range.start <= start && stop <= range.end;
    return {
      text: line.slice(start - lineStart, stop - lineStart),
      isHit: ranges.some(holds),
      label: shortest.find(holds)?.label ?? null,
    };
  });
}
