import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "@playwright/test";
import react from "@vitejs/plugin-react";
import { build, type InlineConfig, preview } from "vite";
import { ensureChromium } from "../../../build/chromium.ts";
import { quantile, type Row, row } from "../row.ts";

const sizes = [
  { characters: 20_000, spans: 500 },
  { characters: 200_000, spans: 5_000 },
  { characters: 1_000_000, spans: 20_000 },
];
const contenders = ["plain DOM", "casemark", "casemark, editor alone", "recogito"];
const yardstick = "plain DOM";

interface Measured {
  open: number;
  /** Of the first mark in a fresh page, before the browser has compiled anything. */
  "first add, work": number;
  "add, work": number;
  "add, p95 work": number;
  "scroll, p95 frame": number;
  "jump, p95 frame": number;
  nodes: number;
}

/**
 * Opens, adds to and scrolls three reports, or those of them that have no more characters than
 * `largest`, in a real browser: production build, medians of so many fresh pages.
 */
export async function benchEditor(runs = 5, largest = Number.POSITIVE_INFINITY): Promise<Row[]> {
  // A runner of tests would have React built for development.
  process.env.NODE_ENV = "production";
  const outDir = await mkdtemp(join(tmpdir(), "casemark-bench-"));
  const root = fileURLToPath(new URL("../page/editor", import.meta.url));
  const shared: InlineConfig = {
    root,
    configFile: false,
    logLevel: "error",
    plugins: [react()],
  };
  await build({ ...shared, build: { outDir, emptyOutDir: true, target: "chrome146" } });
  const server = await preview({ ...shared, build: { outDir }, preview: { port: 0 } });
  const browser = await chromium.launch({ executablePath: ensureChromium() });
  try {
    return await measureAll(browser, server.resolvedUrls?.local[0] ?? "", runs, largest);
  } finally {
    await browser.close();
    await server.close();
    await rm(outDir, { recursive: true });
  }
}

/** Contenders take turns, so that a busy minute of the machine falls on all of them. */
async function measureAll(
  browser: Browser,
  address: string,
  runs: number,
  largest: number,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const size of sizes.filter(({ characters }) => characters <= largest)) {
    const measured = new Map<string, Measured[]>(contenders.map((contender) => [contender, []]));
    for (let run = 0; run < runs; run++)
      for (const contender of contenders)
        measured.get(contender)?.push(await measure(browser, address, contender, size));
    rows.push(...rowsOf(`${size.characters / 1000}k characters`, measured));
    console.log(`${size.characters} characters are measured.`);
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
    await ask(`prepare(${JSON.stringify(contender)}, ${characters}, ${spans})`);
    const open = await ask<number>("open()");
    await ask("scrollToMiddle()");
    // Nobody marks a word in the first second.
    await page.waitForTimeout(1000);
    const adds = await addSeveral(page, ask);
    const message = page.getByRole("alertdialog").first();
    if (await message.isVisible()) throw new Error(`over the page: ${await message.innerText()}`);
    return {
      open,
      "first add, work": adds[0] ?? Number.NaN,
      "add, work": quantile(adds.slice(1), 0.5),
      "add, p95 work": quantile(adds.slice(1), 0.95),
      "scroll, p95 frame": quantile(await ask<number[]>("scroll(120, 120)"), 0.95),
      "jump, p95 frame": quantile(await ask<number[]>("scroll(-1700, 60)"), 0.95),
      nodes: await ask<number>("nodes()"),
    };
  } finally {
    await page.close();
  }
}

const adds = 25;

/** The work of each of some adds, in ms of the main thread's processor time. */
async function addSeveral(page: Page, ask: (call: string) => Promise<unknown>): Promise<number[]> {
  const threadTime = await readThreadTime(page);
  const works: number[] = [];
  for (let number = 0; number < adds; number++) {
    await ask(`prepareAdd(${number})`);
    const before = await threadTime();
    await page.keyboard.press("m");
    await ask("settled()");
    works.push((await threadTime()) - before);
  }
  return works;
}

/** Answers how much the main thread has worked so far; the bench's own calls are in it, about 2 ms. */
async function readThreadTime(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  return async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return (metrics.find(({ name }) => name === "ThreadTime")?.value ?? Number.NaN) * 1000;
  };
}

function rowsOf(title: string, measured: Map<string, Measured[]>): Row[] {
  const first = measured.values().next().value?.[0];
  if (!first) return [];
  // The keys of an object literal of that type.
  const figures = Object.keys(first) as (keyof Measured)[];
  return figures.flatMap((figure) => {
    const medianOf = (contender: string) =>
      quantile(
        (measured.get(contender) ?? []).map((one) => one[figure]),
        0.5,
      );
    const unit = figure === "nodes" ? "nodes" : "ms";
    return contenders.map((contender) =>
      row(`${figure}, ${title}`, contender, medianOf(contender), unit, medianOf(yardstick)),
    );
  });
}
