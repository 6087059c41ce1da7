import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { projectOf } from "./project-of.ts";
import { quantile, type Row, report, row } from "./row.ts";

const program = fileURLToPath(new URL("../../electron/hosts/browser/main.ts", import.meta.url));
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
  const child = spawn(process.execPath, [program, file], {
    env: { ...process.env, CASEMARK_HOME: home },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const address = new URL(await addressOf(child));
  await ask(address, "app.state", {});
  const { total } = await ask(address, "report.list", {});
  const time = performance.now() - begin;
  if (total !== reports) throw new Error(`the list has ${total} reports, not ${reports}`);
  child.kill("SIGTERM");
  await once(child, "close");
  return time;
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error("no output to read the address from");
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /open (http:\S+)/.exec(line)?.[1];
    if (address !== undefined) return address;
  }
  throw new Error("the browser host ended without an address");
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
