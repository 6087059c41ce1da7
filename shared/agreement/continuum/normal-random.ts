import type { Random } from "../../random.ts";

/** A number of the normal distribution: Box and Muller (1958). */
export function normalRandom({ next }: Random, mean: number, deviation: number): number {
  // The generator answers 0 at times, whose logarithm is none.
  const radius = Math.sqrt(-2 * Math.log(1 - next()));
  return mean + deviation * radius * Math.cos(2 * Math.PI * next());
}
