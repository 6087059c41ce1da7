import type { Coefficient } from "../coefficient.ts";
import { spreadOf } from "../spread.ts";
import type { Figure } from "./figure.ts";

/** The mean of the values that there are; null of none. */
export function meanValue(values: readonly Coefficient[]): number | null {
  let [sum, count] = [0, 0];
  for (const one of values) {
    if (!one.defined) continue;
    sum += one.value;
    count += 1;
  }
  return count === 0 ? null : sum / count;
}

/** The mean of coefficients as a figure has it, with the first reason where none has a value. */
export function meanFigure(
  values: readonly Coefficient[],
): Pick<Figure, "value" | "undefined" | "observed" | "expected" | "n" | "parts" | "deviation"> {
  const defined = values.filter((one) => one.defined);
  const reason = values.find((one) => !one.defined)?.reason ?? "no-items";
  const value = meanValue(values);
  const shown = defined.length > 0 ? defined : values;
  return {
    value,
    undefined: value === null ? reason : null,
    observed: meanOf(shown.map(({ observed }) => observed)),
    expected: meanOf(shown.map(({ expected }) => expected)),
    n: values.reduce((sum, { n }) => sum + n, 0),
    parts: defined.length,
    deviation: defined.length < 2 ? null : spreadOf(defined.map((one) => one.value)).deviation,
  };
}

/** Null as soon as one is: a mean of fewer would belong to another value. */
function meanOf(numbers: readonly (number | null)[]): number | null {
  const known = numbers.filter((one) => one !== null);
  if (known.length === 0 || known.length < numbers.length) return null;
  return known.reduce((sum, one) => sum + one, 0) / known.length;
}
