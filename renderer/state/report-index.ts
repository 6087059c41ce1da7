import type { Id, Span } from "../../shared/model/annotation.ts";
import type { Change } from "../../shared/model/change.ts";
import { withEntries } from "./layered-map.ts";

/** Where a span begins; of a discontinuous one, its first piece in the text. */
export function startOf({ ranges }: Span): number {
  let start = Number.POSITIVE_INFINITY;
  for (const range of ranges) if (range.start < start) start = range.start;
  return start;
}

/** Where the last piece of a span ends. */
export function endOf({ ranges }: Span): number {
  let end = 0;
  for (const range of ranges) if (range.end > end) end = range.end;
  return end;
}

/** The order of reading: by start, the longer first, so that an outer span comes before what it holds. */
export function inReadingOrder(a: Span, b: Span): number {
  return startOf(a) - startOf(b) || endOf(b) - endOf(a) || compareIds(a.id, b.id);
}

/** The map with these annotations in place and those gone; the same map where nothing is touched. */
export function withChanges<Value extends { id: Id }>(
  map: ReadonlyMap<Id, Value>,
  put: readonly Value[],
  removed: readonly Id[],
): ReadonlyMap<Id, Value> {
  const gone = removed.filter((id) => map.has(id));
  if (put.length === 0 && gone.length === 0) return map;
  return withEntries(map, new Map(put.map((value) => [value.id, value])), gone);
}

// Beyond some dozens, sorting anew is quicker than finding each one's place.
const fewSpans = 32;

/** The spans in reading order after a change; `known` are those before it. */
export function reorder(
  order: readonly Span[],
  known: ReadonlyMap<Id, Span>,
  { put, removed }: Change,
): readonly Span[] {
  const touched = [...removed, ...put.spans.map(({ id }) => id)].filter((id) => known.has(id));
  const left = new Set(touched);
  const kept = touched.length === 0 ? order : order.filter(({ id }) => !left.has(id));
  if (put.spans.length > fewSpans) return kept.concat(put.spans).sort(inReadingOrder);
  return put.spans.reduce((spans, span) => spans.toSpliced(placeOf(spans, span), 0, span), kept);
}

/** How many of the sorted spans come before this one. */
function placeOf(order: readonly Span[], span: Span): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = order[middle];
    if (other && inReadingOrder(other, span) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Which spans speak of each entity, in reading order. */
export type EntitySpans = ReadonlyMap<Id, readonly Span[]>;

/** Moves the changed spans to the entities they are linked to now; the same index where no link is touched. */
export function relink(
  index: EntitySpans,
  spans: ReadonlyMap<Id, Span>,
  { put, removed }: Change,
): EntitySpans {
  const before = [...removed, ...put.spans.map(({ id }) => id)].map((id) => spans.get(id));
  const isLinked = (span: Span | undefined) => span !== undefined && span.entity !== null;
  if (!before.some(isLinked) && !put.spans.some(isLinked)) return index;
  const touched = new Map<Id, readonly Span[]>();
  const spansOf = (entity: Id) => touched.get(entity) ?? index.get(entity) ?? [];
  for (const span of before)
    if (span?.entity)
      touched.set(
        span.entity,
        spansOf(span.entity).filter(({ id }) => id !== span.id),
      );
  for (const span of put.spans)
    if (span.entity)
      touched.set(span.entity, spansOf(span.entity).concat(span).sort(inReadingOrder));
  const linked = new Map([...touched].filter(([, its]) => its.length > 0));
  const gone = [...touched.keys()].filter((entity) => !linked.has(entity));
  return withEntries(index, linked, gone);
}

function compareIds(a: Id, b: Id): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
