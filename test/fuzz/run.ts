import { parseArgs } from "node:util";
import { fuzz } from "./fuzz.ts";
import { readers } from "./readers.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string" },
    count: { type: "string", default: "2000" },
    first: { type: "string", default: "0" },
    only: { type: "string" },
  },
});

/** `npm run fuzz`: thousands of mutated files to every reader, or to those that --only names. */
async function main(): Promise<void> {
  const seed = Number(values.seed ?? Date.now() % 1_000_000);
  const first = Number(values.first);
  const last = first + Number(values.count);
  const chosen = values.only?.split(",") ?? Object.keys(readers);
  const unknown = chosen.find((reader) => !Object.hasOwn(readers, reader));
  if (unknown !== undefined || ![seed, first, last].every(Number.isSafeInteger)) {
    console.error(
      `npm run fuzz -- [--seed N] [--count N] [--first N] [--only ${Object.keys(readers)}]`,
    );
    process.exit(2);
  }
  console.log(`Seed ${seed}; --seed ${seed} does the same again.`);
  let failed = 0;
  for (const reader of chosen) {
    const started = performance.now();
    const { values: read, refused, failures } = await fuzz({ reader, seed, first, last });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(
      `${reader}: ${read} values, ${refused} clear errors, ${failures.length} failures, ${seconds} s`,
    );
    for (const failure of failures) console.log(failure);
    failed += failures.length;
  }
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(`${failed} failures; at most ${memory} MB of memory.`);
  process.exitCode = failed === 0 ? 0 : 1;
}

await main();
