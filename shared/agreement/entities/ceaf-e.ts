import { heaviestMatching, unmatched } from "../assignment.ts";
import type { Coefficient } from "../coefficient.ts";
import {
  asCoefficient,
  type ClusterSums,
  harmonic,
  type Shared,
  sharedMentions,
  type TwoClusterings,
} from "./clusters.ts";

/**
 * The sums of CEAF over entities: entities are matched one to one so that their likeness adds up to the most,
 * where two entities are as alike as the mentions they share are many (φ4: twice the shared ones by those of
 * both). The matching is exact.
 * Source  Luo (2005), On coreference resolution performance metrics, HLT/EMNLP.
 * Checked against  Luo's table 1 and the cases of the CoNLL reference scorer (test/shared/agreement/entities).
 */
export function ceafESums(
  clusterings: TwoClusterings,
  shared: readonly Shared[] = sharedMentions(clusterings),
): ClusterSums {
  const { a, b } = clusterings;
  const edges = shared.map((one) => ({
    row: one.a,
    column: one.b,
    weight: (2 * one.mentions) / ((a[one.a]?.length ?? 0) + (b[one.b]?.length ?? 0)),
  }));
  const partners = heaviestMatching(a.length, b.length, edges);
  const right = edges.reduce(
    (sum, { row, column, weight }) => sum + (partners[row] === column ? weight : 0),
    0,
  );
  return { recall: { right, all: a.length }, precision: { right, all: b.length } };
}

/** For each of the first annotator's entities the one of the second's that shares the most mentions, one to one. */
export function entityPartners(clusterings: TwoClusterings): Map<number, number> {
  const edges = sharedMentions(clusterings).map(({ a, b, mentions }) => ({
    ...{ row: a, column: b, weight: mentions },
  }));
  const partners = heaviestMatching(clusterings.a.length, clusterings.b.length, edges);
  return new Map(Array.from(partners.entries()).filter(([, partner]) => partner !== unmatched));
}

/**
 * CEAF-e's F of summed likeness, from 0 to 1; `n` is how many entities both annotators have.
 * Undefined  "no-items" when neither has an entity with a mention.
 */
export function ceafE(sums: ClusterSums): Coefficient {
  return asCoefficient(harmonic(sums), sums.recall.all + sums.precision.all);
}
