import { findAbbreviations } from "../../../shared/link/abbreviations.ts";
import { createNameIndex } from "../../../shared/link/name-index.ts";
import type { Entity, Id, Span } from "../../../shared/model/annotation.ts";
import type { ReportState } from "../../state/report-state.ts";

type Named = Pick<ReportState, "report" | "entities" | "entitySpans">;

/** Finds the few entities of a report whose names are worth comparing with new words. */
interface SuggestionIndex {
  /** Takes in what is new since the last time, as long as there is time; answers whether that is all. */
  update(state: Named, hasTime: () => boolean): boolean;
  entitiesLike(quote: string): Entity[];
}

interface Known {
  entity: Entity;
  spans: readonly Span[];
  names: ReadonlySet<string>;
}

const none: readonly Span[] = [];
let last: { text: string; index: SuggestionIndex } | null = null;

/** The entities that speak of something like these words, of every kind. */
export function entitiesLike(state: Named, quote: string): Entity[] {
  const index = indexOf(state);
  index.update(state, () => true);
  return index.entitiesLike(quote);
}

/** Reads the names of a report that was just opened, bit by bit while nothing else is to do. Answers how to stop. */
export function prepareSuggestions(state: () => Named): () => void {
  let idle = requestIdleCallback(work);
  function work(deadline: IdleDeadline) {
    const isDone = indexOf(state()).update(state(), () => deadline.timeRemaining() > 1);
    if (!isDone) idle = requestIdleCallback(work);
  }
  return () => cancelIdleCallback(idle);
}

/** The latest report's is remembered. */
function indexOf({ report: { text } }: Named): SuggestionIndex {
  if (last?.text !== text) last = { text, index: createIndex(text) };
  return last.index;
}

function createIndex(text: string): SuggestionIndex {
  const known = new Map<Id, Known>();
  const index = createNameIndex(findAbbreviations(text));
  let done: Named["entities"] | null = null;
  let doneSpans: Named["entitySpans"] | null = null;

  function forget(id: Id) {
    for (const name of known.get(id)?.names ?? []) index.remove(name, id);
    known.delete(id);
  }

  function learn(entity: Entity, spans: readonly Span[]) {
    forget(entity.id);
    const names = new Set([entity.name, ...spans.map(({ quote }) => quote)]);
    known.set(entity.id, { entity, spans, names });
    for (const name of names) index.add(name, entity.id);
  }

  function isKnown(entity: Entity, spans: readonly Span[]) {
    const before = known.get(entity.id);
    return before?.entity === entity && before.spans === spans;
  }

  function forgetAllBut(entities: Named["entities"]) {
    if (known.size === entities.size) return;
    for (const id of known.keys()) if (!entities.has(id)) forget(id);
  }

  function update({ entities, entitySpans }: Named, hasTime: () => boolean) {
    if (entities === done && entitySpans === doneSpans) return true;
    for (const entity of entities.values()) {
      const spans = entitySpans.get(entity.id) ?? none;
      if (isKnown(entity, spans)) continue;
      if (!hasTime()) return false;
      learn(entity, spans);
    }
    forgetAllBut(entities);
    done = entities;
    doneSpans = entitySpans;
    return true;
  }

  const like = (quote: string) =>
    Array.from(index.ownersLike(quote), (id) => known.get(id)?.entity).filter(
      (entity) => entity !== undefined,
    );

  return { update, entitiesLike: like };
}
