import type { TextRange } from "../model/annotation.ts";
import { lex } from "./lex.ts";
import { parseQuery } from "./parse.ts";

/** A condition of a query as it is written. */
export interface QueryPart {
  text: string;
  /** With the sign before it. */
  place: TextRange;
  isNegated: boolean;
  /** An OR stands between it and the one before. */
  isAlternative: boolean;
}

/** The conditions of a query one by one, for chips; brackets are left out. */
export function partsOf(query: string): QueryPart[] {
  const literals = parseQuery(query).groups.flat();
  const places = new Map(literals.map(({ place }) => [place.start, place]));
  const sorted = [...places.values()].sort((a, b) => a.start - b.start);
  const pieces = lex(query);
  return sorted.map(({ start, end }, at) => {
    const sign = pieces.find(
      (piece) => piece.kind === "not" && isRightBefore(query, piece.end, start),
    );
    const from = sign?.start ?? start;
    const before = sorted[at - 1]?.end ?? 0;
    const isBetween = (piece: TextRange) => before <= piece.start && piece.end <= from;
    return {
      text: query.slice(start, end),
      place: { start: from, end },
      isNegated: sign !== undefined,
      isAlternative: at > 0 && pieces.some((piece) => piece.kind === "or" && isBetween(piece)),
    };
  });
}

const isRightBefore = (query: string, end: number, start: number) =>
  end <= start && query.slice(end, start).trim() === "";

/** The query without a part, and without an OR that would have nothing on one side. */
export function withoutPart(query: string, { place }: QueryPart): string {
  const left = `${query.slice(0, place.start).trimEnd()} ${query.slice(place.end).trimStart()}`;
  return left
    .replace(/\(\s*\)/g, " ")
    .replace(/^\s*(?:OR\s+)+|(?:\s+OR)+\s*$/g, "")
    .replace(/\bOR(?:\s+OR)+\b/g, "OR")
    .replace(/\(\s*OR\s+/g, "(")
    .replace(/\s+OR\s*\)/g, ")")
    .replace(/ {2,}/g, " ")
    .trim();
}
