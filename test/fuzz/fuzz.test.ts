import { expect, test } from "vitest";
import { fuzz } from "./fuzz.ts";
import { readers } from "./readers.ts";

// A slice of what `npm run sweep` does, another one each time; its seed makes it the same again.
const seed = Date.now() % 1_000_000;
const counts: Readonly<Record<string, number>> = { pdf: 15 };

test.for(Object.keys(readers))(
  `mutated files for %s, seed ${seed}`,
  { timeout: 300_000 },
  async (reader) => {
    const { failures } = await fuzz({ reader, seed, first: 0, last: counts[reader] ?? 40 });
    expect(failures).toEqual([]);
  },
);

test("a reader's fault is told with the command that shows it again", async () => {
  const { failures } = await fuzz({ reader: "none", seed: 1, first: 0, last: 1 });
  expect(failures).toEqual([expect.stringContaining("--only none --seed 1 --first 0 --count 1")]);
});
