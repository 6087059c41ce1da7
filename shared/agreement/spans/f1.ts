import { type Coefficient, undefinedFor } from "../coefficient.ts";
import type { MatchCounts } from "./counts.ts";

/**
 * F1: the harmonic mean of precision and recall, which is what both have matched by what both have. The same
 * whichever of the two is taken as the reference.
 * Input   counts over one report or many; then it is pooled over them (micro).
 * Output  from 0 to 1; `n` is how many things both annotators have.
 * Undefined  "no-spans" when neither has any: there is nothing to agree on.
 * Source  Hripcsak and Rothschild (2005), Agreement, the F-measure, and reliability in information
 *         retrieval, JAMIA 12(3): there is no correction for chance, since what nobody marked cannot be counted.
 * Checked against  bratiaa's example projects and the evaluation of BC5CDR (test/shared/agreement/spans).
 */
export function f1({ a, b, matchedA, matchedB }: MatchCounts): Coefficient {
  const n = a + b;
  if (n === 0) return undefinedFor("no-spans", n);
  const value = (matchedA + matchedB) / n;
  return { defined: true, value, observed: value, expected: null, n };
}
