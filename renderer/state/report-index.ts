import type { Id, Span } from "../../shared/model/annotation.ts";
import type { Change } from "../../shared/model/change.ts";

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
  const next = new Map(map);
  for (const id of gone) next.delete(id);
  for (const value of put) next.set(value.id, value);
  return next;
}

/** The spans in reading order after a change. */
export function reorder(order: readonly Span[], { put, removed }: Change): readonly Span[] {
  const left = new Set([...removed, ...put.spans.map(({ id }) => id)]);
  const kept = order.filter(({ id }) => !left.has(id));
  if (put.spans.length === 0) return kept.length === order.length ? order : kept;
  // The kept ones are one sorted run, which the sort takes as it is: linear for a few new spans.
  return kept.concat(put.spans).sort(inReadingOrder);
}

/** Which spans speak of each entity, in reading order. */
export type EntitySpans = ReadonlyMap<Id, readonly Span[]>;

/** Moves the changed spans to the entities they are linked to now; other lists stay as they are. */
export function relink(
  index: EntitySpans,
  spans: ReadonlyMap<Id, Span>,
  { put, removed }: Change,
): EntitySpans {
  const next = new Map(index);
  for (const id of [...removed, ...put.spans.map((span) => span.id)]) unlink(next, spans.get(id));
  for (const span of put.spans) {
    if (span.entity === null) continue;
    const linked = next.get(span.entity) ?? [];
    next.set(span.entity, linked.concat(span).sort(inReadingOrder));
  }
  return next;
}

function unlink(index: Map<Id, readonly Span[]>, span: Span | undefined): void {
  if (!span || span.entity === null) return;
  const rest = (index.get(span.entity) ?? []).filter(({ id }) => id !== span.id);
  if (rest.length > 0) index.set(span.entity, rest);
  else index.delete(span.entity);
}

function compareIds(a: Id, b: Id): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
