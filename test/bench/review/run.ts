import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CDPSession, chromium, type Page } from "@playwright/test";
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
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable");
    const measured: Measured = { page, session };
    const cold: Times[] = [];
    for (let run = 0; run < opens; run++)
      cold.push(await openCold(measured, reports[run % reports.length] ?? ""));
    const listed: Times[] = [];
    for (let run = 0; run < opens; run++)
      listed.push(await openFromList(measured, run % 2 === 0 ? "ArrowDown" : "ArrowUp"));
    const next: Times[] = [];
    for (let run = 0; run < opens; run++)
      next.push(await press(measured, run % 2 === 0 ? "Alt+PageDown" : "Alt+PageUp", settled));
    const moved: Times[] = [];
    for (let run = 0; run < moves; run++) moved.push(await press(measured, "j"));
    const decided: Times[] = [];
    for (let run = 0; run < decisions; run++) decided.push(await press(measured, "1"));
    // The first opening has the browser compile what the others run.
    return [
      ...rowsOf("open a report from the list", listed),
      ...rowsOf("open the next report", next),
      ...rowsOf("open a report by its address, nothing read ahead", cold.slice(1)),
      ...rowsOf("next difference", moved),
      ...rowsOf("decide and go on", decided),
    ];
  } finally {
    await browser.close();
    await host.stop();
  }
}

interface Measured {
  page: Page;
  session: CDPSession;
}

/** In ms. */
interface Times {
  /** Until it is painted. */
  wall: number;
  /** Of the page's main thread: the same however busy the machine is. */
  work: number;
}

/** A report's text, lanes and first difference, from a list that is no help. */
async function openCold(measured: Measured, id: string): Promise<Times> {
  const { page } = measured;
  await page.evaluate(`location.hash = "#/review/doubts"`);
  await page.getByRole("heading", { name: "Review", level: 1 }).waitFor();
  await page.waitForTimeout(settled);
  const address = JSON.stringify(`#/review/report/${encodeURIComponent(id)}`);
  return timed(measured, `location.hash = ${address}`);
}

/** The same from the list of reports, where somebody has gone to a row and looked at it. */
async function openFromList(measured: Measured, key: string): Promise<Times> {
  const { page } = measured;
  await page.evaluate(`location.hash = "#/review/reports"`);
  const grid = page.getByRole("grid", { name: "Reports under review" });
  await grid.focus();
  await page.keyboard.press(key);
  return press(measured, "Enter", settled);
}

async function press(measured: Measured, keys: string, pause = between): Promise<Times> {
  await measured.page.waitForTimeout(pause);
  const [key = "", ...modifiers] = keys.split("+").reverse();
  const init = JSON.stringify({ key, altKey: modifiers.includes("Alt"), bubbles: true });
  const event = `new KeyboardEvent("keydown", ${init})`;
  return timed(measured, `document.activeElement.dispatchEvent(${event})`);
}

async function timed({ page, session }: Measured, act: string): Promise<Times> {
  const threadTime = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return (metrics.find(({ name }) => name === "ThreadTime")?.value ?? Number.NaN) * 1000;
  };
  const before = await threadTime();
  const wall = await page.evaluate<number>(`bench(() => { ${act} })`);
  return { wall, work: (await threadTime()) - before };
}

/** Does something in the page and answers how long it takes until another difference is painted, in ms. */
const bench = `window.bench = (act) => new Promise((resolve, reject) => {
  setTimeout(() => reject(new Error("nothing else was shown")), 20_000);
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

function rowsOf(name: string, times: readonly Times[]): Row[] {
  const what = `${name}, ${annotators} annotators with ${spans} spans each`;
  const wall = times.map((time) => time.wall);
  const work = times.map((time) => time.work);
  return [
    row(`${what}, median of ${times.length}`, "casemark", quantile(wall, 0.5), "ms"),
    row(`${what}, p95`, "casemark", quantile(wall, 0.95), "ms"),
    row(`${what}, median work of the page`, "casemark", quantile(work, 0.5), "ms"),
  ];
}

if (import.meta.main) await report(await benchReview(), process.argv[2]);
