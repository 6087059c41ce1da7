import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { exportFormats } from "../../shared/formats/format-ids.ts";
import { benchExports } from "./formats/exports.ts";
import { benchHundred } from "./formats/hundred.ts";
import { report } from "./row.ts";
import { printVerdicts, verdicts } from "./targets.ts";

/*
 * How fast each format is written and read, and that memory stays flat while a large corpus is exported.
 * `--only FORMAT,FORMAT` takes these formats alone, `--reports N` a corpus of N reports instead of 20,000, with
 * `--reports 0` none; a path at the end is where the figures are written as JSON.
 */
const { values, positionals } = parseArgs({
  options: { only: { type: "string" }, reports: { type: "string", default: "20000" } },
  allowPositionals: true,
});
const only = values.only?.split(",") ?? exportFormats;
const unknown = only.filter((id) => !exportFormats.some((format) => format === id));
if (unknown.length > 0)
  throw new Error(`--only takes ${exportFormats.join(", ")}; not ${unknown.join(", ")}`);
const isWanted = (format: string) => only.some((id) => id === format);
const reports = Number(values.reports);

const before = loadavg()[0] ?? 0;
const rows = benchHundred(isWanted);
if (reports > 0) rows.push(...benchExports(reports, isWanted));
await report(rows, positionals[0]);
printVerdicts(verdicts(rows));
console.log(`Load of the machine: ${before.toFixed(1)} before, ${loadavg()[0]?.toFixed(1)} after.`);
