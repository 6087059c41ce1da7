import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { ensurePage } from "../../../build/bundle.ts";
import { findChromium } from "../../../build/chromium.ts";
import { startHost } from "../host.ts";
import { quantile, type Row, report, row } from "../row.ts";
import { largeReport } from "./large.ts";
import { makeReviewProject } from "./project.ts";

const annotators = 5;
const spans = 2000;
const opens = 12;
const moves = 60;
const decisions = 20;

// In ms: until a person would do the next thing, and what was put off is done.
const settled = 700;
const between = 60;

/** Opens reports of 10,000 words with five annotators' 2,000 spans each, and goes from difference to difference, in a real browser. */
async function benchReview(): Promise<Row[]> {
  await ensurePage();
  const home = mkdtempSync(join(tmpdir(), "casemark-review-"));
  try {
    const file = join(home, "review.casemark");
    const documents = [1, 2].map((number) => largeReport(annotators, spans, number));
    const reports = makeReviewProject(file, documents);
    return await measureAll(home, file, reports);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

async function measureAll(home: string, file: string, reports: readonly string[]): Promise<Row[]> {
  const host = await startHost(home, file);
  const executablePath = findChromium();
  const browser = await chromium.launch(executablePath ? { executablePath } : {});
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    await page.addInitScript(bench);
    await page.goto(host.address);
    await page.getByRole("textbox", { name: /name/i }).fill("Scripted");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Library" }).waitFor();
    const opened: number[] = [];
    for (let run = 0; run < opens; run++)
      opened.push(await open(page, reports[run % reports.length] ?? ""));
    const moved: number[] = [];
    for (let run = 0; run < moves; run++) moved.push(await press(page, "j"));
    const decided: number[] = [];
    for (let run = 0; run < decisions; run++) decided.push(await press(page, "1"));
    // The first opening has the browser compile what the others run.
    return [
      ...rowsOf("open a report", opened.slice(1)),
      ...rowsOf("next difference", moved),
      ...rowsOf("decide and go on", decided),
    ];
  } finally {
    await browser.close();
    await host.stop();
  }
}

/** Until its text, its lanes and its first difference are painted; in ms. */
async function open(page: Page, id: string): Promise<number> {
  await go(page, "#/review/doubts");
  await page.waitForTimeout(settled);
  const address = `#/review/report/${encodeURIComponent(id)}`;
  return page.evaluate<number>(`bench(() => { location.hash = ${JSON.stringify(address)} })`);
}

async function go(page: Page, address: string): Promise<void> {
  await page.evaluate(`location.hash = ${JSON.stringify(address)}`);
  await page.getByRole("heading", { name: "Review", level: 1 }).waitFor();
}

/** Until another difference is painted; in ms. */
async function press(page: Page, key: string): Promise<number> {
  await page.waitForTimeout(between);
  const event = `new KeyboardEvent("keydown", { key: ${JSON.stringify(key)}, bubbles: true })`;
  return page.evaluate<number>(`bench(() => document.activeElement.dispatchEvent(${event}))`);
}

/** Does something in the page and answers how long it takes until another difference is painted, in ms. */
const bench = `window.bench = (act) => new Promise((resolve) => {
  const card = () => document.querySelector(".difference-card")?.textContent ?? "";
  const before = card();
  const begin = performance.now();
  act();
  const look = () => {
    const isThere = document.querySelector(".review-text .mark.lit") !== null;
    if (card() === before || card() === "" || !isThere) return requestAnimationFrame(look);
    const channel = new MessageChannel();
    channel.port1.onmessage = () => resolve(performance.now() - begin);
    requestAnimationFrame(() => channel.port2.postMessage(null));
  };
  requestAnimationFrame(look);
});`;

function rowsOf(name: string, times: readonly number[]): Row[] {
  const what = `${name}, ${annotators} annotators with ${spans} spans each`;
  return [
    row(`${what}, median of ${times.length}`, "casemark", quantile(times, 0.5), "ms"),
    row(`${what}, p95`, "casemark", quantile(times, 0.95), "ms"),
  ];
}

if (import.meta.main) await report(await benchReview(), process.argv[2]);
