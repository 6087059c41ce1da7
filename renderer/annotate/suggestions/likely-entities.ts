import { suggestEntities } from "../../../shared/link/suggest.ts";
import type { Entity, TextRange } from "../../../shared/model/annotation.ts";
import { quoteOf } from "../../../shared/text/offsets.ts";
import type { Offer, ReportState } from "../../state/report-state.ts";
import { entitiesLike } from "./suggestion-index.ts";

/** By kind of entity: those of the report that some words may mean, best first. */
type Likely = ReadonlyMap<string, Offer["suggestions"]>;

// All of them stand beside the text, each with its key; the inspector finds the others.
const mostOffered = 5;

let last: { of: readonly unknown[]; likely: Likely } | null = null;

/** The entities that words at a place may mean. What was asked last is remembered. */
export function likelyEntities(state: ReportState, quote: string, range: TextRange): Likely {
  const of = [state.report, state.entities, state.entitySpans, quote, range.start, range.end];
  if (last?.of.every((part, at) => part === of[at])) return last.likely;
  const kinds = Map.groupBy(entitiesLike(state, quote), ({ kind }) => kind);
  const likely = new Map(
    Array.from(kinds, ([kind, entities]) => [kind, suggest(state, kind, entities, quote, range)]),
  );
  last = { of, likely };
  return likely;
}

function suggest(
  { report: { text }, entitySpans }: ReportState,
  kind: string,
  entities: readonly Entity[],
  quote: string,
  range: TextRange,
): Offer["suggestions"] {
  const spansOf = (entity: string) => entitySpans.get(entity) ?? [];
  return suggestEntities({ text, quote, range, kind, entities, spansOf })
    .slice(0, mostOffered)
    .map(({ entity, because }) => ({ entity, because }));
}

let idle = 0;

/** Compares the names while the person looks for the key, so that the key does not wait for it. */
export function foresee(state: () => ReportState, range: TextRange | null): void {
  cancelIdleCallback(idle);
  if (!range) return;
  idle = requestIdleCallback(() => {
    const now = state();
    likelyEntities(now, quoteOf(now.report.text, [range]), range);
  });
}
