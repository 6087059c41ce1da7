import type { Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { generateReport } from "./generated.ts";
import { type EditorPages, startPages } from "./open-page.ts";
import { contentOf, makeSpan, rangeOn, spanOn } from "./reports.ts";

vi.setConfig({ testTimeout: 40_000, hookTimeout: 60_000 });

let pages: EditorPages;
beforeAll(async () => {
  pages = await startPages();
});
afterAll(() => pages.close());

const text = "High-grade leiomyosarcoma of the uterus.\n\nER and PR were strongly positive.";
const outer = spanOn(text, "diagnosis", "High-grade leiomyosarcoma of the uterus");
const middle = spanOn(text, "diagnosis", "High-grade leiomyosarcoma");
const inner = spanOn(text, "marker", "High-grade");
const apart = makeSpan(text, "marker", rangeOn(text, "ER"), rangeOn(text, "strongly positive"));
const nested = contentOf(text, [outer, middle, inner, apart]);
const long = generateReport(300_000, 6000);

const activated = (page: Page) => page.evaluate(() => window.test.said.onActivate);

/** Drawing follows scrolling on the next frame, before it is painted. */
const painted = (page: Page) =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );

/** How many points down the middle of the view show no drawn text, though they are not at its end. */
const blanks = (page: Page) =>
  page.evaluate(() => {
    const view = document.querySelector(".report-scroller")?.getBoundingClientRect();
    if (!view) return -1;
    let count = 0;
    for (let y = view.top + 20; y < view.bottom - 20; y += 20)
      if (document.elementFromPoint(view.width / 2, y)?.closest(".chunk-box")) count += 1;
    return count;
  });

test("a click takes the smallest span, and again the next larger one, and so round", async () => {
  const page = await pages.open(nested);
  const place = await page.getByText("High-grade").boundingBox();
  for (let click = 0; click < 4; click++) {
    await page.mouse.click((place?.x ?? 0) + 20, (place?.y ?? 0) + 12);
    await page.waitForTimeout(600);
  }
  await page.getByText("and PR were").click();
  expect(await activated(page)).toEqual([inner.id, middle.id, outer.id, inner.id, null]);
  await page.close();
});

test("a drag selects text and takes no span", async () => {
  const page = await pages.open(nested);
  const place = await page.getByText("High-grade").boundingBox();
  const y = (place?.y ?? 0) + 12;
  await page.mouse.move((place?.x ?? 0) + 1, y);
  await page.mouse.down();
  await page.mouse.move((place?.x ?? 0) + (place?.width ?? 0), y, { steps: 5 });
  await page.mouse.up();
  expect(await page.evaluate(() => window.test.editor.selection())).toEqual(inner.ranges[0]);
  expect(await activated(page)).toEqual([]);
  await page.close();
});

test("Enter takes the smallest span at the caret unless someone else used the key", async () => {
  const page = await pages.open(nested);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.evaluate(() => window.test.used.add("Enter"));
  await page.keyboard.press("Enter");
  expect(await activated(page)).toEqual([inner.id]);
  await page.close();
});

test("all pieces of the chosen span are lit, and nothing else", async () => {
  const page = await pages.open(nested);
  await page.evaluate((id) => window.test.editor.setActive(id), apart.id);
  const lit = await page.evaluate(() =>
    [...document.querySelectorAll(".mark")]
      .filter((mark) => getComputedStyle(mark).boxShadow !== "none")
      .map((mark) => mark.textContent),
  );
  expect(lit).toEqual(["ER", "strongly positive"]);
  await page.close();
});

test("one more span redraws its paragraph and leaves every other mark alone", async () => {
  const page = await pages.open(long);
  const added = makeSpan(long.text, "drug", { start: 0, end: 3 });
  const { before, kept, drawn } = await page.evaluate(
    async (spans) => {
      await new Promise((resolve) => setTimeout(resolve, 200));
      const marks = [...document.querySelectorAll(".mark")];
      const first = marks[0]?.closest("p");
      const others = marks.filter((mark) => !first?.contains(mark));
      window.test.editor.setSpans(spans);
      return {
        before: others.length,
        kept: others.filter((mark) => mark.isConnected).length,
        drawn: document.querySelector(".mark")?.textContent,
      };
    },
    [...long.spans, added],
  );
  expect(before).toBeGreaterThan(20);
  expect(kept).toBe(before);
  expect(drawn).toBe(long.text.slice(0, 3));
  await page.close();
});

test("wherever one scrolls to, the text is there, and the page holds only what is near", async () => {
  const page = await pages.open(long);
  for (const part of [0.5, 0.1, 0.93, 1, 0]) {
    await page.evaluate(async (share) => {
      const scroller = document.querySelector(".report-scroller");
      scroller?.scrollTo(0, share * scroller.scrollHeight);
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    }, part);
    expect(await blanks(page)).toBe(0);
  }
  expect(await page.locator(".chunk").count()).toBeLessThan(8);
  await page.close();
});

test("scrolling up by steps never moves the text by more or less than the step", async () => {
  const page = await pages.open(long);
  const leaps = await page.evaluate(async () => {
    const scroller = document.querySelector(".report-scroller");
    if (!scroller) return [-1];
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    scroller.scrollTop = scroller.scrollHeight / 2;
    for (let wait = 0; wait < 5; wait++) await frame();
    const wrong: number[] = [];
    for (let step = 0; step < 60; step++) {
      const marks = [...document.querySelectorAll(".mark")];
      const mark = marks.find((one) => one.getBoundingClientRect().top > 200);
      const before = mark?.getBoundingClientRect().top ?? 0;
      scroller.scrollTop -= 120;
      await frame();
      await frame();
      const moved = (mark?.getBoundingClientRect().top ?? 0) - before;
      if (mark?.isConnected && Math.abs(moved - 120) > 2) wrong.push(Math.round(moved));
    }
    return wrong;
  });
  expect(leaps).toEqual([]);
  await page.close();
});

test("a far range is brought into view and says where it stands", async () => {
  const page = await pages.open(long);
  const range = long.spans.at(-500)?.ranges[0] ?? { start: 0, end: 0 };
  const { hidden, box } = await page.evaluate((there) => {
    const { editor } = window.test;
    const before = editor.box(there);
    editor.reveal(there);
    return { hidden: before, box: editor.box(there)?.toJSON() };
  }, range);
  expect(hidden).toBeNull();
  expect(box.top).toBeGreaterThan(60);
  expect(box.bottom).toBeLessThan(700);
  await page.close();
});

test("text that looks like HTML is shown as it is", async () => {
  const words = 'Beware of <img src=x onerror="document.title=1"> & <b>bold</b>.';
  const page = await pages.open(contentOf(words, [spanOn(words, "<i>x</i>", "<b>bold</b>")]));
  expect(await page.locator(".report-text").innerText()).toContain(words);
  expect(await page.locator(".report-text img, .report-text b, .report-text i").count()).toBe(0);
  await page.close();
});

test("an empty report and one of a single megabyte-long line open and can be read", async () => {
  const empty = await pages.open(contentOf(""));
  expect(await empty.locator(".report-text").innerText()).toBe("\n");
  await empty.close();
  const line = "carcinoma of the breast ".repeat(43_000);
  const page = await pages.open(contentOf(line));
  await page.keyboard.press("Control+End");
  await painted(page);
  expect(await blanks(page)).toBe(0);
  expect(await page.locator(".chunk").count()).toBeLessThan(8);
  await page.close();
});

test("right-to-left text and characters beyond the basic plane are selected whole", async () => {
  const words = "ورم عضلي أملس\n\nA 😀 grin.";
  const page = await pages.open(contentOf(words));
  await page.keyboard.press("Control+End");
  for (let step = 0; step < 7; step++) await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Shift+ArrowRight");
  expect(await page.evaluate(() => window.test.editor.selection())).toEqual(rangeOn(words, "😀"));
  expect(
    await page
      .locator("p")
      .first()
      .evaluate((p) => getComputedStyle(p).direction),
  ).toBe("rtl");
  await page.close();
});

test("a double click takes a pathologist's word, hyphen and all, and a third the paragraph", async () => {
  const words = "The index of Ki-67 was low.\n\nNo more.";
  const page = await pages.open(contentOf(words, [spanOn(words, "marker", "Ki-67")]));
  const selection = () => page.evaluate(() => window.test.editor.selection());
  await page.getByText("Ki-67").dblclick({ position: { x: 6, y: 12 } });
  expect(await selection()).toEqual(rangeOn(words, "Ki-67"));
  await page.getByText("The index").click({ clickCount: 3 });
  expect(await selection()).toEqual(rangeOn(words, "The index of Ki-67 was low."));
  await page.close();
});

test("a span over the blank lines between paragraphs is drawn where there is text", async () => {
  const words = "One ends here.\n\n\n\nTwo begins.";
  const across = makeSpan(words, "drug", { start: 9, end: 21 });
  const before = makeSpan(words, "marker", { start: 4, end: 15 });
  const between = makeSpan(words, "marker", { start: 15, end: 17 });
  const page = await pages.open(contentOf(words, [across, before, between]));
  expect(await page.locator(".mark").allInnerTexts()).toEqual(["ends ", "here.", "Two"]);
  await page.close();
});
