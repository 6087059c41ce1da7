import type { Coefficient } from "../coefficient.ts";
import {
  asCoefficient,
  type ClusterSums,
  type Clusters,
  harmonic,
  type Shared,
  sharedMentions,
  type TwoClusterings,
} from "./clusters.ts";

/**
 * The links of the MUC score: a cluster of n mentions is n − 1 links, and those are right that the other's
 * clusters leave standing. Entities with one mention have no link and do not count.
 * Source  Vilain, Burger, Aberdeen, Connolly and Hirschman (1995), A model-theoretic coreference scoring
 *         scheme, MUC-6.
 * Checked against  the paper's examples and Luo's table 1 (test/shared/agreement/entities).
 */
export function mucSums(
  clusterings: TwoClusterings,
  shared: readonly Shared[] = sharedMentions(clusterings),
): ClusterSums {
  // A cluster that the other cuts into p parts keeps n − p links; mentions that the other lacks are parts of one.
  const right = shared.reduce((sum, { mentions }) => sum + mentions - 1, 0);
  const links = (clusters: Clusters) =>
    clusters.reduce((sum, { length }) => sum + Math.max(0, length - 1), 0);
  return {
    recall: { right, all: links(clusterings.a) },
    precision: { right, all: links(clusterings.b) },
  };
}

/**
 * MUC's F of summed links, from 0 to 1; `n` is how many links both annotators have.
 * Undefined  "no-items" when neither has a link: every entity has one mention.
 */
export function muc(sums: ClusterSums): Coefficient {
  return asCoefficient(harmonic(sums), sums.recall.all + sums.precision.all);
}
