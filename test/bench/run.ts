import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { printRows, type Row } from "./row.ts";
import { printVerdicts, type Verdict, verdicts } from "./targets.ts";

// Each part is a process of its own, so that one that hangs can be ended. Limits in minutes.
const parts = {
  editor: { script: "editor/run.ts", limit: 30 },
  write: { script: "write.ts", limit: 5 },
  import: { script: "import.ts", limit: 10 },
  drop: { script: "drop.ts", limit: 5 },
  search: { script: "search.ts", limit: 10 },
  rewrite: { script: "rewrite.ts", limit: 10 },
  start: { script: "start.ts", limit: 5 },
  flow: { script: "flow.ts", limit: 10 },
};
type Part = keyof typeof parts;

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "casemark-bench-"));

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: "string" } } });
  const rows: Row[] = [];
  const failed: string[] = [];
  for (const part of chosen(values.only)) {
    console.log(`\n${part} …`);
    const before = loadavg()[0] ?? 0;
    const measured = await measure(part);
    if (measured === null) failed.push(part);
    else rows.push(...measured);
    console.log(
      `Load of the machine: ${before.toFixed(1)} before, ${loadavg()[0]?.toFixed(1)} after.`,
    );
  }
  rmSync(folder, { recursive: true, force: true });
  say(rows, verdicts(rows), failed);
}

function chosen(only: string | undefined): Part[] {
  const all = Object.keys(parts) as Part[]; // the keys of the literal above
  if (only === undefined) return all;
  const wanted = only.split(",");
  const unknown = wanted.filter((name) => !all.some((part) => part === name));
  if (unknown.length > 0)
    throw new Error(`--only takes ${all.join(", ")}; not ${unknown.join(", ")}`);
  return all.filter((part) => wanted.includes(part));
}

/** Null when the part failed or took longer than it may, which is said. */
async function measure(part: Part): Promise<Row[] | null> {
  const { script, limit } = parts[part];
  const out = join(folder, `${part}.json`);
  const child = spawn(process.execPath, [at(script), out], { stdio: "inherit", detached: true });
  const timer = setTimeout(() => {
    console.log(`${part} has taken ${limit} minutes, which is too long: it is ended.`);
    end(child);
  }, limit * 60_000);
  const [code] = await once(child, "close");
  clearTimeout(timer);
  if (code === 0) return JSON.parse(readFileSync(out, "utf8"));
  console.log(`${part} did not finish.`);
  return null;
}

/** With all that it has started; the browser is one of its children. */
function end(child: ChildProcess): void {
  if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
}

function say(rows: readonly Row[], judged: readonly Verdict[], failed: readonly string[]): void {
  console.log("\nAll figures, as multiples of their yardstick where there is one:");
  printRows(rows);
  printVerdicts(judged);
  for (const part of failed) console.log(`  FAILS  ${part} was not measured`);
  const machine = { processors: availableParallelism(), model: cpus()[0]?.model, load: loadavg() };
  mkdirSync(at("../../out"), { recursive: true });
  const result = { machine, rows, targets: judged, failed };
  writeFileSync(at("../../out/bench.json"), `${JSON.stringify(result, null, 2)}\n`);
  console.log("\nWritten to out/bench.json.");
}

await main();
