import { sha256 } from "./sha256.ts";

/** Numbers that look like chance and are the same whenever they are asked for in the same way. */
export interface Chance {
  /** A whole number from 0 to below a limit of at most 2^32, by what it is for. */
  below(limit: number, ...purpose: string[]): number;
}

/**
 * What a case's surrogates are drawn from. Without the secret seed nobody can say what a surrogate stands
 * for, nor by how many days dates moved; with it, the same words of a case get the same ones in every report.
 */
export function chanceOf(seed: string, caseName: string): Chance {
  return {
    below(limit, ...purpose) {
      const hash = sha256(JSON.stringify([seed, caseName, ...purpose]));
      // 48 bits, so that no number is likelier than others by more than one in 65,000.
      const number = hash.slice(0, 6).reduce((sum, byte) => sum * 256 + byte, 0);
      return number % limit;
    },
  };
}
