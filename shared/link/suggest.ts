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
  /** The spans that speak of an entity. */
  spansOf(entity: Id): readonly Span[];
}

interface Candidate {
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
  const { text, range, kind, entities, spansOf } = request;
  const quote = formOf(request.quote);
  const abbreviations = findAbbreviations(text);
  const alike: (Suggestion & { distance: number })[] = [];
  for (const entity of entities) {
    if (entity.kind !== kind) continue;
    const { names, distance } = candidateOf(entity, spansOf(entity.id), range);
    const best = bestLikeness(quote, names, abbreviations);
    if (best) alike.push({ entity: entity.id, ...best, distance });
  }
  return alike
    .sort((a, b) => b.score - a.score || a.distance - b.distance)
    .map(({ entity, score, because }) => ({ entity, score, because }));
}

function candidateOf({ name }: Entity, spans: readonly Span[], range: TextRange): Candidate {
  const names = new Set([name]);
  let distance = Number.MAX_SAFE_INTEGER;
  for (const { quote, ranges } of spans) {
    names.add(quote);
    distance = Math.min(distance, distanceTo(range, ranges));
  }
  return { names, distance };
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
