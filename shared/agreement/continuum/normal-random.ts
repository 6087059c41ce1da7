import type { Random } from "../../random.ts";

/** A number of the normal distribution: Box and Muller (1958). */
export function normalRandom({ next }: Random, mean: number, deviation: number): number {
  // The generator answers 0 at times, whose logarithm is none.
  const radius = Math.sqrt(-2 * Math.log(1 - next()));
  return mean + deviation * radius * Math.cos(2 * Math.PI * next());
}

/** The mean and the standard deviation of the whole population; 0 for no numbers. */
export function spreadOf(numbers: readonly number[]): { mean: number; deviation: number } {
  if (numbers.length === 0) return { mean: 0, deviation: 0 };
  const mean = numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  const squares = numbers.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / numbers.length) };
}
