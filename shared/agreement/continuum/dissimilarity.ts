/** How much two units differ, by Mathet and others' combined dissimilarity. */
export interface Dissimilarity {
  /** The weight of where units lie. */
  alpha: number;
  /** The weight of their categories. */
  beta: number;
  /** What it costs a unit to stand for itself, above 0; the scale of everything else. */
  deltaEmpty: number;
  /** How far two categories are apart, from 0 for the same to 1; without it, 1 for any two. */
  distance?: (one: string, other: string) => number;
}

interface Place {
  begin: number;
  end: number;
}

/**
 * The positional sporadic dissimilarity: how far begins and ends lie apart by the lengths of both,
 * squared, in steps of `deltaEmpty`. 0 for the same place, `deltaEmpty` for equally long units that
 * touch.
 * Input   two units, at least one of which has a length.
 * Source  Mathet, Widlöcher and Métivier (2015), The unified and holistic method gamma, Computational
 *         Linguistics 41(3), section 4.1.
 * Checked against  the paper's figure 10 and pygamma-agreement's fixtures.
 */
export function positionalDissimilarity(one: Place, other: Place, deltaEmpty: number): number {
  const apart = Math.abs(one.begin - other.begin) + Math.abs(one.end - other.end);
  const lengths = one.end - one.begin + other.end - other.begin;
  return (apart / lengths) ** 2 * deltaEmpty;
}

/** The farthest apart, by the lengths of both, that two units within a dissimilarity can begin and end. */
export function reachOf({ alpha, deltaEmpty }: Dissimilarity, dissimilarity: number): number {
  return alpha > 0 ? Math.sqrt(dissimilarity / (alpha * deltaEmpty)) : Number.POSITIVE_INFINITY;
}
