import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "@playwright/test";
import { build, preview } from "vite";
import { ensureChromium } from "../../../build/chromium.ts";

/** One measured figure: the median of `runs` fresh pages. */
export interface Row {
  name: string;
  contender: string;
  value: number;
  unit: string;
  /** Value divided by that of the plain DOM in the same run. */
  ratio?: number;
}

const sizes = [
  { characters: 20_000, spans: 500 },
  { characters: 200_000, spans: 5_000 },
  { characters: 1_000_000, spans: 20_000 },
];
const contenders = ["plain DOM", "casemark", "recogito"];
const yardstick = contenders[0];

interface Measured {
  open: number;
  "add, work": number;
  "scroll, p95 frame": number;
  "jump, p95 frame": number;
  nodes: number;
}

/** Opens, adds to and scrolls three reports in a real browser, production build, fresh pages. */
export async function benchEditor(runs = 5): Promise<Row[]> {
  const outDir = await mkdtemp(join(tmpdir(), "casemark-bench-"));
  const root = fileURLToPath(new URL("../page/editor", import.meta.url));
  const shared = { root, configFile: false, logLevel: "error" } as const;
  await build({ ...shared, build: { outDir, emptyOutDir: true, target: "chrome146" } });
  const server = await preview({ ...shared, build: { outDir }, preview: { port: 0 } });
  const browser = await chromium.launch({ executablePath: ensureChromium() });
  try {
    return await measureAll(browser, server.resolvedUrls?.local[0] ?? "", runs);
  } finally {
    await browser.close();
    await server.close();
    await rm(outDir, { recursive: true });
  }
}

/** Contenders take turns, so that a busy minute of the machine falls on all of them. */
async function measureAll(browser: Browser, address: string, runs: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (const size of sizes) {
    const measured = new Map<string, Measured[]>(contenders.map((contender) => [contender, []]));
    for (let run = 0; run < runs; run++)
      for (const contender of contenders)
        measured.get(contender)?.push(await measure(browser, address, contender, size));
    rows.push(...rowsOf(`${size.characters / 1000}k characters`, measured));
  }
  return rows;
}

async function measure(
  browser: Browser,
  address: string,
  contender: string,
  { characters, spans }: (typeof sizes)[number],
): Promise<Measured> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  // As text, because the functions are the page's and not known here.
  const ask = <Answer>(call: string) => page.evaluate<Answer>(`window.bench.${call}`);
  try {
    await page.goto(address);
    await ask(`prepare(${characters}, ${spans})`);
    const open = await ask<number>(`open(${JSON.stringify(contender)})`);
    await ask("scrollToMiddle()");
    const add = await workOf(page, () => ask("add()"));
    return {
      open,
      "add, work": add,
      "scroll, p95 frame": p95(await ask<number[]>("scroll(120, 120)")),
      "jump, p95 frame": p95(await ask<number[]>("scroll(-1700, 60)")),
      nodes: await ask<number>("nodes()"),
    };
  } finally {
    await page.close();
  }
}

/** Processor time of the page's main thread, in ms; the bench's own calls are in it, about 2 ms. */
async function workOf(page: Page, work: () => Promise<unknown>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const seconds = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "ThreadTime")?.value ?? Number.NaN;
  };
  const before = await seconds();
  await work();
  return ((await seconds()) - before) * 1000;
}

function rowsOf(title: string, measured: Map<string, Measured[]>): Row[] {
  const first = measured.values().next().value?.[0];
  if (!first) return [];
  // The keys of an object literal of that type.
  const figures = Object.keys(first) as (keyof Measured)[];
  return figures.flatMap((figure) => {
    const values = contenders.map((contender) => ({
      contender,
      value: median((measured.get(contender) ?? []).map((one) => one[figure])),
    }));
    const unit = values.find(({ contender }) => contender === yardstick)?.value ?? Number.NaN;
    return values.map(({ contender, value }) => ({
      name: `${figure}, ${title}`,
      contender,
      value: Math.round(value * 10) / 10,
      unit: figure === "nodes" ? "nodes" : "ms",
      ratio: Math.round((value / unit) * 100) / 100,
    }));
  });
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

function p95(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN;
}
