import type { Coefficient } from "../coefficient.ts";
import { bCubed } from "./b-cubed.ts";
import { ceafE } from "./ceaf-e.ts";
import { asCoefficient, type ClusterSums } from "./clusters.ts";
import { muc } from "./muc.ts";

/** What the mean of the CoNLL shared task is taken of. */
export interface ConllSums {
  muc: ClusterSums;
  bCubed: ClusterSums;
  ceafE: ClusterSums;
}

/**
 * The mean of the F of MUC, B-cubed and CEAF-e, from 0 to 1; `n` is how many mentions both annotators have.
 * Undefined  as soon as one of the three is: a mean of fewer would be another figure.
 * Source  Denis and Baldridge (2009), Global joint models for coreference resolution and named entity
 *         classification; Pradhan et al. (2011, 2012), the CoNLL shared tasks.
 */
export function conll(sums: ConllSums): Coefficient {
  const parts = [muc(sums.muc), bCubed(sums.bCubed), ceafE(sums.ceafE)];
  const n = sums.bCubed.recall.all + sums.bCubed.precision.all;
  const values = parts.flatMap((part) => (part.defined ? part.value : []));
  if (values.length < parts.length) return asCoefficient(null, n);
  return asCoefficient(values.reduce((sum, value) => sum + value, 0) / values.length, n);
}
