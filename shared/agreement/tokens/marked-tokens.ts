import { getOrMake } from "../../get-or-make.ts";
import type { TextRange } from "../../model/annotation.ts";
import type { ComparedSpan } from "../spans/compared-span.ts";
import { touchedTokens } from "./touched.ts";

/** How often each token is marked with each label: by label, then by the token's place. */
export type MarkedTokens = ReadonlyMap<string, ReadonlyMap<number, number>>;

/** Every span marks each token that it touches once; two spans of one label mark a token twice. */
export function markedTokens(
  spans: readonly ComparedSpan[],
  tokens: readonly TextRange[],
): MarkedTokens {
  const marked = new Map<string, Map<number, number>>();
  for (const { label, ranges } of spans) {
    const times = getOrMake(marked, label, () => new Map<number, number>());
    for (const at of touchedTokens(tokens, ranges)) times.set(at, (times.get(at) ?? 0) + 1);
  }
  return marked;
}
