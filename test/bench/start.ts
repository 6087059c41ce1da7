import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startHost } from "./host.ts";
import { projectOf } from "./project-of.ts";
import { quantile, type Row, report, row } from "./row.ts";

const reports = 20_000;
const runs = 5;

/** From the start of the process until the browser host has told its state and its first page. */
export async function benchStart(): Promise<Row[]> {
  const file = projectOf(reports);
  const home = mkdtempSync(join(tmpdir(), "casemark-bench-"));
  const times: number[] = [];
  try {
    for (let run = 0; run < runs; run++) times.push(await startOnce(file, home));
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
  return [row(`start on ${reports} reports`, "browser host", quantile(times, 0.5), "ms")];
}

async function startOnce(file: string, home: string): Promise<number> {
  const begin = performance.now();
  const host = await startHost(home, file);
  const address = new URL(host.address);
  await ask(address, "app.state", {});
  const { total } = await ask(address, "report.list", {});
  const time = performance.now() - begin;
  if (total !== reports) throw new Error(`the list has ${total} reports, not ${reports}`);
  await host.stop();
  return time;
}

async function ask(address: URL, name: string, input: unknown): Promise<{ total?: number }> {
  const response = await fetch(new URL("/operation", address.origin), {
    method: "POST",
    headers: { authorization: `Bearer ${address.hash.slice(1)}` },
    body: JSON.stringify({ name, input }),
  });
  const reply = JSON.parse((await response.text()).trimEnd().split("\n").at(-1) ?? "");
  if (!reply.ok) throw new Error(reply.message);
  return reply.value;
}

if (import.meta.main) await report(await benchStart(), process.argv[2]);
