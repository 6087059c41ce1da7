import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { ensurePage } from "../../build/bundle.ts";
import { ensureChromium } from "../../build/chromium.ts";
import { startHost } from "./host.ts";
import { reportOf } from "./project-of.ts";
import { type Row, report, row } from "./row.ts";

const count = 10_000;

/** Ten thousand single files dropped on the page: how long it stands still, beside a page that takes none. */
export async function benchDrop(): Promise<Row[]> {
  await ensurePage();
  const folder = mkdtempSync(join(tmpdir(), "casemark-bench-"));
  const files = Array.from({ length: count }, (_, n) => join(folder, `report ${n}.txt`));
  for (const [n, file] of files.entries()) writeFileSync(file, reportOf(n).document.text);
  const host = await startHost(join(folder, "home"));
  const browser = await chromium.launch({ executablePath: ensureChromium() });
  try {
    const bare = await measureBare(await browser.newPage(), files);
    const own = await measureOwn(await browser.newPage(), host.address, files);
    return rowsOf(bare, own);
  } finally {
    await browser.close();
    await host.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Own {
  dropFrame: number;
  laterFrame: number;
  milliseconds: number;
  megabytes: number;
}

function rowsOf(bare: number, { dropFrame, laterFrame, milliseconds, megabytes }: Own): Row[] {
  const name = `drop of ${count} files`;
  return [
    row(`${name}, longest frame at the drop`, "a bare page", bare, "ms", bare),
    row(`${name}, longest frame at the drop`, "casemark", dropFrame, "ms", bare),
    row(`${name}, longest frame from then on`, "casemark", laterFrame, "ms"),
    row(`${name}, until all are imported`, "casemark", milliseconds, "ms"),
    row(`${name}, memory of the page afterwards`, "casemark", megabytes, "MB"),
  ];
}

/** What the browser itself takes to hand so many files to a page that does nothing with them. */
async function measureBare(page: Page, files: readonly string[]): Promise<number> {
  const server = createServer((_, response) => response.end("<!doctype html>")).listen(0);
  await once(server, "listening");
  // A TCP server's address is always an object.
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.evaluate(acceptFiles);
  const frames = await dropOn(page, files);
  await page.close();
  server.close();
  return longest(frames);
}

async function measureOwn(page: Page, address: string, files: readonly string[]): Promise<Own> {
  await page.setViewportSize({ width: 1400, height: 900 });
  await page.goto(address);
  await page.getByRole("textbox", { name: /name/i }).fill("Ana");
  await page.keyboard.press("Enter");
  await page.getByRole("grid", { name: "Reports" }).waitFor();
  const begin = performance.now();
  const dropFrame = longest(await dropOn(page, files));
  await page.getByText(`Imported ${count.toLocaleString("en")} reports`).waitFor({ timeout: 0 });
  const milliseconds = performance.now() - begin;
  const laterFrame = longest(await takeFrames(page));
  const heap = await page.evaluate<number>("performance.memory.usedJSHeapSize");
  return { dropFrame, laterFrame, milliseconds, megabytes: heap / 2 ** 20 };
}

// As text, since there is no page's library where this file is checked.
const acceptFiles = `for (const type of ["dragover", "drop"])
  document.addEventListener(type, (event) => event.preventDefault());`;
const watchFrames = `{
  window.frameTimes = [];
  let last = performance.now();
  const next = (now) => {
    window.frameTimes.push(now - last);
    last = now;
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
}`;
const takeWatched = `new Promise((resolve) =>
  requestAnimationFrame(() => requestAnimationFrame(() => resolve(window.frameTimes.splice(0)))))`;

/** Answers how long each frame took until the page had shown two after the drop. */
async function dropOn(page: Page, files: readonly string[]): Promise<number[]> {
  await page.evaluate(watchFrames);
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver"] as const)
    await session.send("Input.dispatchDragEvent", { type, x: 700, y: 400, data });
  await takeFrames(page);
  await session.send("Input.dispatchDragEvent", { type: "drop", x: 700, y: 400, data });
  return takeFrames(page);
}

/** The frames since the last look, in milliseconds, once two more are drawn. */
const takeFrames = (page: Page) => page.evaluate<number[]>(takeWatched);

const longest = (frames: readonly number[]) => Math.max(...frames);

if (import.meta.main) await report(await benchDrop(), process.argv[2]);
