import fc from "fast-check";
import { expect, test } from "vitest";
import { withEntries } from "../../../renderer/state/layered-map.ts";

const large = new Map(Array.from({ length: 1500 }, (_, key) => [key, `${key}`]));
const key = fc.integer({ min: 1450, max: 1550 });
const step = fc.record({ put: fc.array(fc.tuple(key, fc.string())), gone: fc.array(key) });

test("a large map holds after any changes what a copied one would", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let map: ReadonlyMap<number, string> = large;
      const copy = new Map(large);
      for (const { put, gone } of steps) {
        map = withEntries(map, new Map(put), gone);
        for (const one of gone) copy.delete(one);
        for (const [one, value] of put) copy.set(one, value);
      }
      const byKey = (some: Iterable<[number, string]>) => [...some].sort(([a], [b]) => a - b);
      expect(byKey(map)).toEqual(byKey(copy));
      expect(map.size).toBe(copy.size);
      for (let one = 1440; one < 1560; one++)
        expect([map.has(one), map.get(one)]).toEqual([copy.has(one), copy.get(one)]);
    }),
    { numRuns: 200 },
  );
});
