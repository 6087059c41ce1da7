import type { TextRange } from "../../../model/annotation.ts";
import { countWhile } from "../../../text/count-while.ts";
import type { CasAnnotation } from "../../uima/cas.ts";

/*
 * Rows to be written: each token, and below it its parts that annotations begin or end at.
 */

export interface Unit {
  /** Its sentence and its place there, "2-3", and for a part of a token its place among them: "2-3.1". */
  id: string;
  range: TextRange;
  /** What stands there, by type and in order. */
  annotations: Map<string, CasAnnotation[]>;
}

export interface TokenUnit extends Unit {
  parts: Unit[];
}

export interface SentenceUnit {
  tokens: TokenUnit[];
}

/**
 * The tokens, each in the last sentence that begins no later than it, so that no token is cut
 * and no sentence is without one.
 */
export function sentenceUnits(
  tokens: readonly TextRange[],
  sentences: readonly TextRange[],
): SentenceUnit[] {
  const groups = Map.groupBy(tokens, ({ start }) =>
    countWhile(sentences.length, (at) => (sentences[at]?.start ?? 0) <= start),
  );
  return [...groups.values()].map((ranges, sentence) => ({
    tokens: ranges.map((range, token) => ({
      ...{ id: `${sentence + 1}-${token + 1}`, range },
      ...{ annotations: new Map(), parts: [] },
    })),
  }));
}

/** The units over which an annotation goes, those that it makes among them; the first gives it its id. */
export function unitsOver({ begin, end }: CasAnnotation, tokens: readonly TokenUnit[]): Unit[] {
  // Without words it is at the end of a token rather than at the start of the next one.
  const first = countWhile(tokens.length, (at) =>
    begin === end ? tokenAt(tokens, at).end < begin : tokenAt(tokens, at).end <= begin,
  );
  const units: Unit[] = [];
  for (let at = first; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || (at > first && token.range.start >= end)) break;
    const { start, end: last } = token.range;
    const clipped = { start: Math.max(start, begin), end: Math.min(last, end) };
    units.push(
      unitOf(token, { start: Math.min(clipped.start, last), end: Math.max(clipped.end, start) }),
    );
  }
  return units;
}

const tokenAt = (tokens: readonly TokenUnit[], at: number): TextRange =>
  tokens[at]?.range ?? { start: 0, end: 0 };

/** The token itself, or the part of it, made where there is none yet. */
function unitOf(token: TokenUnit, range: TextRange): Unit {
  const isSame = (other: TextRange) => other.start === range.start && other.end === range.end;
  if (isSame(token.range)) return token;
  const known = token.parts.find((part) => isSame(part.range));
  if (known) return known;
  const part = { id: `${token.id}.${token.parts.length + 1}`, range, annotations: new Map() };
  token.parts.push(part);
  return part;
}
