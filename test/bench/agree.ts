import { loadavg } from "node:os";
import { measureFigures } from "./agree/figures.ts";
import { benchGamma } from "./agree/gamma.ts";
import { report } from "./row.ts";
import { printVerdicts, verdicts } from "./targets.ts";

/*
 * How long it takes to measure agreement: all measures of a project but gamma, with and without intervals, in a
 * thread; and gamma of pygamma-agreement's own files.
 */

const rows = await measureFigures();
await report(rows, process.argv[2]);
const judged = verdicts(rows);
printVerdicts(judged);
const gamma = await benchGamma();
console.log(`Load of the machine: ${loadavg()[0]?.toFixed(1)}.`);
process.exitCode = judged.every(({ holds }) => holds) && gamma !== false ? 0 : 1;
