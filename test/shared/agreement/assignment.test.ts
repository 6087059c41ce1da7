import fc from "fast-check";
import { expect, test } from "vitest";
import { type Edge, heaviestMatching, unmatched } from "../../../shared/agreement/assignment.ts";

/** What a matching is worth; fails where it is none. */
function worth(matching: ArrayLike<number>, edges: readonly Edge[]): number {
  const taken = Array.from(matching).filter((column) => column !== unmatched);
  expect(new Set(taken).size).toBe(taken.length);
  return Array.from(matching).reduce((sum, column, row) => {
    if (column === unmatched) return sum;
    const edge = edges.find((one) => one.row === row && one.column === column);
    expect(edge).toBeDefined();
    return sum + (edge?.weight ?? 0);
  }, 0);
}

/** The best by trying everything. */
function best(
  rows: number,
  edges: readonly Edge[],
  row = 0,
  taken: readonly number[] = [],
): number {
  if (row === rows) return 0;
  const own = edges.filter((edge) => edge.row === row && !taken.includes(edge.column));
  const with_ = own.map((e) => e.weight + best(rows, edges, row + 1, [...taken, e.column]));
  return Math.max(best(rows, edges, row + 1, taken), ...with_);
}

test("where the nearest partner for each is not the best for all, all comes first", () => {
  const edges = [
    { row: 0, column: 0, weight: 3 },
    { row: 0, column: 1, weight: 2 },
    { row: 1, column: 0, weight: 2.5 },
  ];
  expect([...heaviestMatching(2, 2, edges)]).toEqual([1, 0]);
  expect([...heaviestMatching(2, 2, edges.slice(0, 1))]).toEqual([0, unmatched]);
  expect([...heaviestMatching(0, 0, [])]).toEqual([]);
});

test("on small random graphs it is as good as trying everything", () => {
  const edge = fc.record({
    row: fc.nat(4),
    column: fc.nat(4),
    weight: fc.integer({ min: 1, max: 40 }).map((n) => n / 8),
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(edge, { maxLength: 16, selector: (e) => e.row * 5 + e.column }),
      (edges) => {
        expect(worth(heaviestMatching(5, 5, edges), edges)).toBeCloseTo(best(5, edges), 9);
      },
    ),
    { numRuns: 500 },
  );
});
