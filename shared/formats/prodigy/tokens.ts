import type { TextRange } from "../../model/annotation.ts";
import { countWhile } from "../../text/count-while.ts";

interface SpanTokens {
  first: number;
  last: number;
}

/** Of each span the tokens that it begins and ends with; null where it begins or ends inside one. */
export function tokensOf(tokens: readonly TextRange[], ranges: readonly TextRange[]) {
  const starts = new Map(tokens.map(({ start }, at) => [start, at]));
  const ends = new Map(tokens.map(({ end }, at) => [end, at]));
  return ranges.map(({ start, end }): SpanTokens | null => {
    const [first, last] = [starts.get(start), ends.get(end)];
    return first === undefined || last === undefined ? null : { first, last };
  });
}

/** The last token that each range reaches into. */
export function lastTokens(tokens: readonly TextRange[], ranges: readonly TextRange[]): number[] {
  return ranges.map(
    ({ end }) => countWhile(tokens.length, (at) => (tokens[at]?.start ?? end) < end) - 1,
  );
}
