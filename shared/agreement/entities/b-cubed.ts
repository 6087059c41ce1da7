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
 * The sums of B-cubed: of each mention the share of its cluster that the other's cluster of it has too. A
 * mention that the other annotator lacks has the share 0 and counts.
 * Source  Bagga and Baldwin (1998), Algorithms for scoring coreference chains, LREC; for mentions that only one
 *         has, Pradhan et al. (2014), Scoring coreference partitions of predicted mentions, ACL.
 * Checked against  the papers' examples and Luo's table 1 (test/shared/agreement/entities).
 */
export function bCubedSums(
  clusterings: TwoClusterings,
  shared: readonly Shared[] = sharedMentions(clusterings),
): ClusterSums {
  const size = (clusters: Clusters, at: number) => clusters[at]?.length ?? 1;
  const all = (clusters: Clusters) => clusters.reduce((sum, { length }) => sum + length, 0);
  return {
    recall: {
      right: shared.reduce(
        (sum, { a, mentions }) => sum + mentions ** 2 / size(clusterings.a, a),
        0,
      ),
      all: all(clusterings.a),
    },
    precision: {
      right: shared.reduce(
        (sum, { b, mentions }) => sum + mentions ** 2 / size(clusterings.b, b),
        0,
      ),
      all: all(clusterings.b),
    },
  };
}

/**
 * B-cubed's F of summed mentions, from 0 to 1; `n` is how many mentions both annotators have.
 * Undefined  "no-items" when neither has an entity with a mention.
 */
export function bCubed(sums: ClusterSums): Coefficient {
  return asCoefficient(harmonic(sums), sums.recall.all + sums.precision.all);
}
