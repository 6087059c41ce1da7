import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import { ensurePage } from "../../build/bundle.ts";
import { ensureChromium } from "../../build/chromium.ts";
import { startHost } from "./host.ts";
import { projectOf } from "./project-of.ts";
import { quantile, type Row, report, row } from "./row.ts";

const switches = 12;

/** The app in a browser, with its real Node side: going from report to report, and long tasks at work. */
async function benchFlow(): Promise<Row[]> {
  await ensurePage();
  const folder = mkdtempSync(join(tmpdir(), "casemark-bench-"));
  const browser = await chromium.launch({ executablePath: ensureChromium() });
  const within = <Answer>(file: string, act: (page: Page) => Promise<Answer>) =>
    onProject(browser, join(folder, "home"), file, act);
  try {
    const many = await within(projectOf(20_000), switchTimes);
    const usual = await within(projectOf(5, { words: 3_000, spans: 500 }), switchTimes);
    const long = await within(projectOf(2, { words: 30_000, spans: 5_000 }), longestTasks);
    return [
      ...rowsOf("among 20000 reports of 2500 characters", many),
      ...rowsOf("among reports of 20000 characters with 500 spans", usual),
      ...Object.entries(long).map(([doing, longest]) =>
        row(
          `longest task while ${doing}, 200k characters with 5000 spans`,
          "casemark",
          longest,
          "ms",
        ),
      ),
    ];
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const rowsOf = (where: string, times: readonly number[]): Row[] =>
  [0.5, 0.95].map((share) =>
    row(
      `switching ${where}, ${share === 0.5 ? "median" : "p95"}`,
      "casemark",
      quantile(times, share),
      "ms",
    ),
  );

/** Does something in the first report of a project, as Ana. */
async function onProject<Answer>(
  browser: Browser,
  home: string,
  file: string,
  act: (page: Page) => Promise<Answer>,
): Promise<Answer> {
  const host = await startHost(home, file);
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  try {
    const page = await context.newPage();
    await page.goto(host.address);
    const asked = page.getByRole("textbox", { name: /name/i });
    const grid = page.getByRole("grid", { name: "Reports" });
    await asked.or(grid).first().waitFor();
    if (await asked.isVisible()) {
      await asked.fill("Ana");
      await page.keyboard.press("Enter");
    }
    await grid.getByRole("row", { name: /Report 0\b/ }).dblclick();
    await page.getByRole("textbox", { name: "Report" }).waitFor();
    await page.waitForTimeout(1500);
    return await act(page);
  } finally {
    await context.close();
    await host.stop();
  }
}

/** From the press of the key until the next report's text has been painted, in ms. */
async function switchTimes(page: Page): Promise<number[]> {
  const times: number[] = [];
  for (let number = 0; number < switches; number++) {
    await page.evaluate(watchForSwitch);
    await page.keyboard.press(number % 4 < 2 ? "Alt+PageDown" : "Alt+PageUp");
    times.push(await page.evaluate<number>("window.switched"));
    await page.waitForTimeout(600);
  }
  return times;
}

// As text, because the page's types are not known here; called, so that no last value is waited for.
const watchForSwitch = `(() => {
  const title = () => document.querySelector(".report-title")?.textContent;
  const before = title();
  window.switched = new Promise((resolve) => {
    function watch(start) {
      const observer = new MutationObserver(() => {
        if (title() === before || !document.querySelector(".report-text .chunk")) return;
        observer.disconnect();
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now() - start);
          port2.postMessage(null);
        });
      });
      observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    }
    addEventListener("keydown", () => watch(performance.now()), { capture: true, once: true });
  });
})()`;
const watchTasks = `(() => {
  window.longTasks = [];
  new PerformanceObserver((list) => {
    window.longTasks.push(...list.getEntries().map(({ duration }) => duration));
  }).observe({ type: "longtask" });
})()`;
const takeLongest = "Math.max(0, ...window.longTasks.splice(0))";

const work: Record<string, (page: Page) => Promise<void>> = {
  "moving the caret": async (page) => {
    for (let n = 0; n < 40; n++) await page.keyboard.press("Control+ArrowRight");
  },
  marking: async (page) => {
    const spans = page.getByRole("tab", { name: /^Spans/ });
    const before = await spans.textContent();
    for (let n = 0; n < 20; n++) {
      await page.keyboard.press("Control+ArrowRight");
      await page.keyboard.press("m");
      await page.waitForTimeout(150);
    }
    if ((await spans.textContent()) === before) throw new Error("nothing was marked");
  },
  scrolling: async (page) => {
    await page.mouse.move(600, 500);
    for (let n = 0; n < 60; n++) await page.mouse.wheel(0, 150);
  },
  "typing a note": async (page) => {
    await page.keyboard.press("Enter");
    await page.getByRole("textbox", { name: "Note" }).first().focus();
    await page.keyboard.type("Sections of the margins are needed before this is final.");
  },
};

/** The longest task of the main thread in each kind of work, in ms; 0 where none is above 50. */
async function longestTasks(page: Page): Promise<Record<string, number>> {
  await page.evaluate(watchTasks);
  await page.getByRole("textbox", { name: "Report" }).focus();
  const longest: Record<string, number> = {};
  for (const [doing, act] of Object.entries(work)) {
    await act(page);
    await page.waitForTimeout(500);
    longest[doing] = await page.evaluate<number>(takeLongest);
  }
  return longest;
}

if (import.meta.main) await report(await benchFlow(), process.argv[2]);
