import type { Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { generateReport } from "./generated.ts";
import { type EditorPages, startPages } from "./open-page.ts";
import { contentOf, rangeOn, spanOn } from "./reports.ts";

vi.setConfig({ testTimeout: 40_000, hookTimeout: 60_000 });

let pages: EditorPages;
beforeAll(async () => {
  pages = await startPages();
});
afterAll(() => pages.close());

const short = "Spindle cell lesion.\n\nDesmin was positive,\nCD34 negative.";
const long = generateReport(120_000, 1000);

const selection = (page: Page) => page.evaluate(() => window.test.editor.selection());
const said = (page: Page) => page.evaluate(() => window.test.said);
const shown = (page: Page) => page.locator(".report-text").innerText();

/** Scrolling to the caret, and drawing there, happen on the next frames. */
const settle = (page: Page) =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );

/** Whether the browser's own caret stands on drawn text inside the view. */
const caretIsInView = (page: Page) =>
  page.evaluate(() => {
    const native = document.getSelection();
    const view = document.querySelector(".report-scroller")?.getBoundingClientRect();
    if (!native?.focusNode || !view) return false;
    const caret = document.createRange();
    caret.setStart(native.focusNode, native.focusOffset);
    const { top, bottom } = caret.getBoundingClientRect();
    return (
      native.focusNode.parentElement?.closest(".chunk") != null &&
      top >= view.top &&
      bottom <= view.bottom
    );
  });

test("words are selected with the keys that every text field has", async () => {
  const page = await pages.open(contentOf(short));
  await page.keyboard.press("Control+ArrowRight");
  await page.keyboard.press("Control+Shift+ArrowRight");
  expect(await selection(page)).toEqual({ start: 8, end: 12 });
  await page.keyboard.press("Shift+End");
  expect(await selection(page)).toEqual({ start: 8, end: 20 });
  await page.keyboard.press("ArrowRight");
  await settle(page);
  expect((await said(page)).onSelect).toEqual([{ start: 8, end: 12 }, { start: 8, end: 20 }, null]);
  await page.close();
});

test("a selection over a paragraph's end holds the report's own offsets", async () => {
  const page = await pages.open(contentOf(short));
  await page.keyboard.press("Control+ArrowRight");
  await page.keyboard.press("Shift+ArrowDown");
  const { start, end } = (await selection(page)) ?? { start: 0, end: 0 };
  expect(start).toBe(8);
  expect(end).toBeGreaterThan(short.indexOf("Desmin"));
  await page.close();
});

test("no key, paste, cut, drop or composition changes the text", async () => {
  const page = await pages.open(contentOf(short));
  const before = await shown(page);
  await page.keyboard.press("Control+ArrowRight");
  await page.keyboard.press("Shift+ArrowRight");
  for (const key of ["x", "Enter", "Backspace", "Delete", "Control+x", "Control+z", "Control+b"])
    await page.keyboard.press(key);
  await page.keyboard.insertText("inserted");
  const input = await page.context().newCDPSession(page);
  await input.send("Input.imeSetComposition", {
    text: "にほん",
    selectionStart: 3,
    selectionEnd: 3,
  });
  await input.send("Input.insertText", { text: "日本" });
  await input.send("Input.imeSetComposition", { text: "ко", selectionStart: 2, selectionEnd: 2 });
  await input.send("Input.imeSetComposition", { text: "", selectionStart: 0, selectionEnd: 0 });
  expect(await shown(page)).toBe(before);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Shift+ArrowRight");
  expect(await selection(page)).not.toBeNull();
  await page.close();
});

test("keys that move nothing are offered, and those that move the caret are not", async () => {
  const page = await pages.open(contentOf(short));
  for (const key of ["d", "Shift+D", "Alt+ArrowDown", "Escape", "ArrowRight", "PageDown", "Home"])
    await page.keyboard.press(key);
  expect((await said(page)).onKey).toEqual(["d", "D", "ArrowDown", "Escape"]);
  await page.close();
});

test("all of a long report is selected and copied as it was written", async () => {
  const page = await pages.open(long);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.keyboard.press("Control+a");
  expect(await selection(page)).toEqual({ start: 0, end: long.text.length });
  await page.keyboard.press("Control+c");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(long.text);
  await page.close();
});

test("the caret goes to the end of a long report and back, and stays in view", async () => {
  const page = await pages.open(long);
  await page.keyboard.press("Control+End");
  await settle(page);
  expect(await caretIsInView(page)).toBe(true);
  await page.keyboard.press("Shift+ArrowLeft");
  expect(await selection(page)).toEqual({ start: long.text.length - 1, end: long.text.length });
  await page.keyboard.press("Control+Shift+Home");
  expect(await selection(page)).toEqual({ start: 0, end: long.text.length });
  expect(await caretIsInView(page)).toBe(true);
  await page.close();
});

test("page after page and line after line, the caret goes on over text not drawn before", async () => {
  const page = await pages.open(long);
  let last = -1;
  for (let press = 0; press < 60; press++) {
    await page.keyboard.press(press % 3 === 0 ? "ArrowDown" : "PageDown");
    await settle(page);
    expect(await caretIsInView(page)).toBe(true);
  }
  await page.keyboard.press("Shift+ArrowRight");
  last = (await selection(page))?.start ?? -1;
  expect(last).toBeGreaterThan(40_000);
  await page.close();
});

test("a selection outlasts scrolling its text far out of view and back", async () => {
  const page = await pages.open(long);
  await page.keyboard.press("Control+ArrowRight");
  await page.keyboard.press("Control+Shift+ArrowRight");
  const selected = await selection(page);
  for (const place of [30_000, 0])
    await page.evaluate(async (top) => {
      document.querySelector(".report-scroller")?.scrollTo(0, top);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }, place);
  expect(await selection(page)).toEqual(selected);
  await page.keyboard.press("Control+Shift+ArrowRight");
  expect(await selection(page)).not.toEqual(selected);
  await page.close();
});

test("words that were selected while a mark was being saved stay selected", async () => {
  const page = await pages.open(contentOf(short));
  const marked = spanOn(short, "marker", "Desmin");
  await page.evaluate(
    ({ start, end }) => window.test.editor.select({ start, end }),
    rangeOn(short, "CD34"),
  );
  await page.evaluate((span) => window.test.editor.setSpans([span], span), marked);
  expect(await selection(page)).toEqual(rangeOn(short, "CD34"));
  await page.evaluate(
    ({ start, end }) => window.test.editor.select({ start, end }),
    rangeOn(short, "lesion"),
  );
  const other = spanOn(short, "diagnosis", "lesion");
  await page.evaluate(([first, second]) => window.test.editor.setSpans([second, first], second), [
    marked,
    other,
  ] as const);
  expect(await selection(page)).toBeNull();
  expect(await page.evaluate(() => window.test.editor.caret())).toBe(rangeOn(short, "lesion").end);
  await page.close();
});
