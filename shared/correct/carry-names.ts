import type { Entity, Id, Span, TextRange } from "../model/annotation.ts";
import type { Section } from "../model/report.ts";
import { linesOf } from "../text/lines.ts";
import { titleRange, titleText } from "../text/titles.ts";
import type { RangeMapping } from "./mapping.ts";

/** The title as it reads in the corrected text; as it was where it is not the one that the text has. */
export function carryTitle(
  title: string,
  sections: readonly Section[],
  text: string,
  corrected: string,
  map: RangeMapping,
): string {
  const range: TextRange | null =
    sections.find(({ kind }) => kind === "title") ?? titleRange(text, linesOf(text));
  if (!range || titleText(text, range).trim() !== title) return title;
  return titleText(corrected, map(range)).trim() || title;
}

/**
 * New names for entities that are called as a span of theirs was before a correction, and as none of
 * their spans is now. `moved` are the layer's spans in the corrected text, in the same order.
 */
export function carryNames(
  { spans, entities }: { spans: readonly Span[]; entities: readonly Entity[] },
  moved: readonly Span[],
  namedByHand: ReadonlySet<Id>,
): Entity[] {
  const now = new Map<Id, string>();
  for (const [at, { entity, quote }] of spans.entries()) {
    const key = nameKey(entity ?? "", quote);
    now.set(key, now.get(key) || nameOf(moved[at]?.quote ?? quote));
  }
  const said = new Set(moved.map(({ entity, quote }) => nameKey(entity ?? "", quote)));
  return entities.flatMap((entity) => {
    const key = nameKey(entity.id, entity.name);
    const name = now.get(key);
    if (!name || said.has(key) || namedByHand.has(entity.id)) return [];
    return [{ ...entity, name }];
  });
}

/** What an entity is called after the words of a span. */
export const nameOf = (quote: string) => quote.replace(/\s+/g, " ").trim();

const nameKey = (entity: Id, quote: string) => `${entity} ${nameOf(quote)}`;
