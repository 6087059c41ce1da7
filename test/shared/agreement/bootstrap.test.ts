import { expect, test } from "vitest";
import { percentileInterval, resamples } from "../../../shared/agreement/bootstrap.ts";
import { seededRandom } from "../../../shared/random.ts";

test("every round draws as many cases as there are, and another seed draws others", () => {
  const drawn = (seed: number) =>
    Array.from(resamples(5, { seed, rounds: 20 }), (times) => [...times]);
  expect(drawn(1)).toEqual(drawn(1));
  expect(drawn(1)).not.toEqual(drawn(2));
  for (const times of drawn(1)) expect(times.reduce((sum, n) => sum + n, 0)).toBe(5);
});

test("the interval's ends are NumPy's percentiles", () => {
  const values = Array.from({ length: 101 }, (_, at) => at / 100).reverse();
  const interval = percentileInterval(values, 9);
  expect(interval).toEqual({
    ...{ defined: true, low: expect.closeTo(0.025, 10), high: expect.closeTo(0.975, 10) },
  });
});

test("what is not defined says why", () => {
  expect(percentileInterval([0.5, 0.5], 1)).toEqual({ defined: false, reason: "one-case" });
  expect(percentileInterval([0.5, null, null], 4)).toEqual({
    defined: false,
    reason: "mostly-undefined",
  });
});

test("a 95 % interval of a mean holds the true mean nearly that often", () => {
  const { next } = seededRandom(11);
  let held = 0;
  for (let study = 0; study < 200; study += 1) {
    const sample = Array.from({ length: 60 }, next);
    const means = Array.from(resamples(60, { seed: study, rounds: 300 }), (times) =>
      sample.reduce((sum, value, at) => sum + (value * times[at]!) / 60, 0),
    );
    const interval = percentileInterval(means, 60);
    if (interval.defined && interval.low <= 0.5 && 0.5 <= interval.high) held += 1;
  }
  expect(held).toBeGreaterThan(178);
  expect(held).toBeLessThan(200);
});
