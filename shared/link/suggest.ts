import type { Entity, Id, Span, TextRange } from "../model/annotation.ts";
import { type Abbreviations, findAbbreviations } from "./abbreviations.ts";
import { type Because, compareNames, type Likeness } from "./compare-names.ts";
import { formOf, type NameForm } from "./name-form.ts";

/** An entity that a new span may mean, how likely (0 to 1) and why. */
export interface Suggestion {
  entity: Id;
  score: number;
  because: Because;
}

interface SuggestionRequest {
  text: string;
  /** The new span's words, and where they stand. */
  quote: string;
  range: TextRange;
  kind: string;
  entities: readonly Entity[];
  spans: readonly Span[];
}

interface Candidate {
  entity: Id;
  names: ReadonlySet<string>;
  /** How far before (or, counted double, after) the new span it was last spoken of, in characters. */
  distance: number;
}

/**
 * The report's entities of one kind that new words may mean, likeliest first, the one spoken of
 * nearest before among equals. Words that name nothing in particular ("the tumour") get none: the
 * nearest before is hardly ever meant.
 */
export function suggestEntities(request: SuggestionRequest): Suggestion[] {
  const candidates = candidatesOf(request);
  const quote = formOf(request.quote);
  if (candidates.length === 0 || quote.words.length === 0) return [];
  const nearestFirst = candidates.sort((a, b) => a.distance - b.distance);
  const abbreviations = findAbbreviations(request.text);
  const alike = nearestFirst.flatMap(({ entity, names }) => {
    const best = bestLikeness(quote, names, abbreviations);
    return best ? [{ entity, ...best }] : [];
  });
  return alike.sort((a, b) => b.score - a.score);
}

function candidatesOf({ range, kind, entities, spans }: SuggestionRequest): Candidate[] {
  const candidates = new Map<Id, { entity: Id; names: Set<string>; distance: number }>();
  for (const { id, kind: itsKind, name } of entities) {
    if (itsKind !== kind) continue;
    candidates.set(id, { entity: id, names: new Set([name]), distance: Number.MAX_SAFE_INTEGER });
  }
  for (const { entity, quote, ranges } of spans) {
    const candidate = entity === null ? undefined : candidates.get(entity);
    if (!candidate) continue;
    candidate.names.add(quote);
    candidate.distance = Math.min(candidate.distance, distanceTo(range, ranges));
  }
  return [...candidates.values()];
}

function distanceTo(range: TextRange, ranges: readonly TextRange[]): number {
  const start = ranges[0]?.start ?? 0;
  return start <= range.start ? range.start - start : 2 * (start - range.start);
}

function bestLikeness(
  quote: NameForm,
  names: ReadonlySet<string>,
  abbreviations: Abbreviations,
): Likeness | null {
  let best: Likeness | null = null;
  for (const name of names) {
    const likeness = compareNames(quote, formOf(name), abbreviations);
    if (likeness && likeness.score > (best?.score ?? 0)) best = likeness;
  }
  return best;
}
