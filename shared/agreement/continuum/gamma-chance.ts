import { seededRandom } from "../../random.ts";
import { spreadOf } from "../spread.ts";
import type { Lanes } from "./lanes.ts";
import { shuffledSample } from "./shuffled-sample.ts";
import { statisticalSample } from "./statistical-sample.ts";
import type { Continuum, Unit } from "./unit.ts";

/** How chance is drawn. */
export interface Chance {
  /** How continua by chance are made: real ones moved on, or drawn from what real ones are like. */
  sampler: "shuffle" | "statistical";
  /** How many continua by chance there are at least. */
  samples: number;
  /** How far the expected disorder may be off, as a share, with 95 % confidence; null for `samples` alone. */
  precision: number | null;
  /** A whole number; the same seed gives the same figures. */
  seed: number;
}

/** The units of a continuum by chance; the same for the same seed and purpose. */
export function drawnByChance(
  continuum: Continuum,
  { units, size }: Lanes,
  { seed, sampler }: Chance,
  purpose: string,
): Unit[] {
  const random = seededRandom(seed, `gamma ${purpose}`);
  if (size === 0) return [];
  return sampler === "shuffle"
    ? shuffledSample(units, continuum, random)
    : statisticalSample(units, continuum.begin, random);
}

/** Of a normal distribution, 95 % lie within so many deviations. */
const confidence = 1.96;

/**
 * How many samples there have to be for their mean to be as precise as wished, by how much the first
 * ones vary.
 * Source  Mathet, Widlöcher and Métivier (2015), section 5.3.
 */
export function samplesNeeded(disorders: readonly number[], precision: number): number {
  const { mean, deviation } = spreadOf(disorders);
  return mean > 0 ? Math.ceil(((deviation / mean) * (confidence / precision)) ** 2) : 0;
}
