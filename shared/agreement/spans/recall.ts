import { type Coefficient, undefinedFor } from "../coefficient.ts";
import type { MatchCounts } from "./counts.ts";

/**
 * Recall of the second annotator, with the first as the reference: of what the first has, what the second has
 * too.
 * Output  from 0 to 1; `n` is how many things the first has.
 * Undefined  "no-spans" when the first has none.
 * Source  van Rijsbergen (1979), Information Retrieval, chapter 7.
 * Checked against  the evaluation of BC5CDR (test/shared/agreement/spans).
 */
export function recall({ a, matchedA }: MatchCounts): Coefficient {
  if (a === 0) return undefinedFor("no-spans", a);
  return { defined: true, value: matchedA / a, observed: matchedA / a, expected: null, n: a };
}
