import type { GivenAnnotation, GivenRelation } from "../reading/given-layers.ts";
import { isRecord, recordsIn, wordIn } from "../reading/json-lines.ts";
import { labelIn, type OffsetReading, offsetIn } from "../reading/json-values.ts";
import { codeOfText } from "../texts/code-text.ts";
import type { Line } from "./line.ts";

/** Spans in any of the spellings, as objects. */
export function givenSpans({ spans, ents, entities }: Line): Line[] {
  const groups = isRecord(spans) ? Object.values(spans) : [spans];
  return [...groups, ents, entities]
    .flatMap((list) => (Array.isArray(list) ? list : []))
    .flatMap((span) => {
      if (!Array.isArray(span)) return isRecord(span) ? [span] : [];
      const [start, end, label] = span;
      return [{ start, end, label }];
    });
}

/** A span, called by its place in the list. */
export function spanOf(
  span: Line,
  at: number,
  tokens: readonly Line[],
  where: string,
  reading: OffsetReading,
): GivenAnnotation {
  const range = {
    start: offsetIn(span.start, where, reading),
    end: offsetIn(span.end, where, reading),
  };
  const code = wordIn(span.kb_id);
  return {
    ...{
      id: String(at),
      ranges: [range],
      quote: wordIn(span.text) ?? quoteOfTokens(span, tokens),
      where,
    },
    label: labelIn(span.label, where, reading.warnings),
    ...{ attributes: {}, note: "", codes: code === null ? [] : [codeOfText(code)] },
  };
}

/** What the span's tokens say, which tells in which unit the file counts; null where they do not. */
function quoteOfTokens({ token_start, token_end }: Line, tokens: readonly Line[]): string | null {
  if (typeof token_start !== "number" || typeof token_end !== "number") return null;
  const texts = tokens.slice(token_start, token_end + 1).map(({ text }) => text);
  return texts.length > 0 && texts.every((text) => typeof text === "string")
    ? texts.join(" ")
    : null;
}

/** Relations name their ends by what these span, or by tokens alone. */
export function relationsIn(
  record: Line,
  spans: readonly Line[],
  line: string,
  { warnings }: OffsetReading,
): GivenRelation[] {
  // What is exactly so, and for files that say less of the ends, what is there with the label.
  const exact = placesBy(spans, keyOf);
  const loose = placesBy(spans, (span) => keyOf({ ...span, kb_id: null }));
  const byToken = placesBy(spans, ({ token_end }) => token_end);
  const endOf = (span: unknown, token: unknown) =>
    (isRecord(span) ? (exact.get(keyOf(span)) ?? loose.get(keyOf(span))) : byToken.get(token)) ??
    "";
  return recordsIn(record.relations).map((relation, at) => {
    const where = `${line}, relation ${at + 1}`;
    return {
      label: labelIn(relation.label, where, warnings),
      from: endOf(relation.head_span, relation.head),
      to: endOf(relation.child_span, relation.child),
      ...{ attributes: {}, note: "", where },
    };
  });
}

function keyOf({ start, end, label, kb_id }: Line): string {
  return JSON.stringify([start, end, label, kb_id ?? null]);
}

/** The first span of each key, by its place in the list. */
function placesBy<Key>(spans: readonly Line[], keyOfSpan: (span: Line) => Key): Map<Key, string> {
  const places = new Map<Key, string>();
  for (const [at, span] of spans.entries()) {
    const key = keyOfSpan(span);
    if (!places.has(key)) places.set(key, String(at));
  }
  return places;
}
