import { type Coefficient, undefinedFor } from "../coefficient.ts";
import type { MatchCounts } from "./counts.ts";

/**
 * Precision of the second annotator, with the first as the reference: of what the second has, what the first
 * has too.
 * Output  from 0 to 1; `n` is how many things the second has.
 * Undefined  "no-spans" when the second has none.
 * Source  van Rijsbergen (1979), Information Retrieval, chapter 7.
 * Checked against  the evaluation of BC5CDR (test/shared/agreement/spans).
 */
export function precision({ b, matchedB }: MatchCounts): Coefficient {
  if (b === 0) return undefinedFor("no-spans", b);
  return { defined: true, value: matchedB / b, observed: matchedB / b, expected: null, n: b };
}
