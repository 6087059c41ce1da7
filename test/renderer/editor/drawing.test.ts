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

test("an edge is dragged from word to word, drawn on the way and told once", async () => {
  const words = "The tumour was a high-grade leiomyosarcoma of the uterus.";
  const span = spanOn(words, "diagnosis", "high-grade leiomyosarcoma");
  const page = await pages.open(contentOf(words, [span]));
  await page.evaluate((id) => window.test.editor.setActive(id), span.id);
  const lit = () => page.locator(".mark.lit").first().textContent();
  const box = await page.locator(".mark.lit").boundingBox();
  const { x, y, width, height } = box ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(x + width, y + height / 2);
  expect(await page.locator(".report-scroller.on-edge").count()).toBe(1);
  await page.mouse.down();
  await page.mouse.move(x + width + 60, y + height / 2, { steps: 4 });
  expect(await lit()).toBe("high-grade leiomyosarcoma of the");
  await page.mouse.move(x + width - 30, y + height / 2, { steps: 4 });
  expect(await lit()).toBe("high-grade leiomyosarcoma");
  await page.mouse.move(x + 70, y + height / 2, { steps: 4 });
  expect(await lit()).toBe("high-grade");
  expect(await page.evaluate(() => window.test.said.onReshape)).toEqual([]);
  await page.mouse.up();
  const told = { span: span.id, ranges: [rangeOn(words, "high-grade")] };
  expect(await page.evaluate(() => window.test.said)).toMatchObject({
    onReshape: [told],
    onActivate: [],
    onSelect: [],
  });
  // Nobody saved it, so it is drawn as it was.
  expect(await lit()).toBe("high-grade leiomyosarcoma");
  await page.close();
});

test("with Alt an edge is dragged by letters, and Escape lets it be", async () => {
  const words = "Positive for CD34+ cells.";
  const span = spanOn(words, "marker", "CD34");
  const page = await pages.open(contentOf(words, [span]));
  await page.evaluate((id) => window.test.editor.setActive(id), span.id);
  const plus = await page.evaluate((range) => window.test.editor.box(range)?.toJSON(), {
    start: words.indexOf("+"),
    end: words.indexOf("+") + 1,
  });
  const drag = async () => {
    await page.mouse.move(plus.left, plus.top + 8);
    await page.mouse.down();
    await page.mouse.move(plus.right + 1, plus.top + 8, { steps: 3 });
  };
  await page.keyboard.down("Alt");
  await drag();
  expect(await page.locator(".mark.lit").textContent()).toBe("CD34+");
  await page.keyboard.up("Alt");
  await page.keyboard.press("Escape");
  expect(await page.locator(".mark.lit").textContent()).toBe("CD34");
  await page.mouse.up();
  expect(await page.evaluate(() => window.test.said.onReshape)).toEqual([]);
  await page.close();
});

test("six layers over each other do not move the text, and stay above the next line", async () => {
  const words = `${"carcinoma of the breast ".repeat(12)}end.`;
  const page = await pages.open(contentOf(words));
  const places = () =>
    page.evaluate(
      (length) =>
        Array.from({ length }, (_, at) =>
          window.test.editor.box({ start: at, end: at + 1 })?.toJSON(),
        )
          .filter((_, at) => at % 7 === 0)
          .map(({ x, y, height }) => [Math.round(x), Math.round(y + height)]),
      words.length,
    );
  const before = await places();
  const spans = Array.from({ length: 6 }, (_, at) =>
    makeSpan(words, "marker", { start: 0, end: 60 + 2 * at }),
  );
  await page.evaluate((next) => window.test.editor.setSpans(next), spans);
  expect(await places()).toEqual(before);
  const [mark] = await page.locator(".mark").all();
  const lines = await mark?.evaluate((element) => {
    const { backgroundImage, backgroundPositionY, fontSize } = getComputedStyle(element);
    const layers = backgroundImage.match(/repeating-linear-gradient/g)?.length;
    const last = backgroundPositionY.split(", ")[6] ?? "";
    return { layers, bottom: Number.parseFloat(last) + 1, fontSize };
  });
  expect(lines).toMatchObject({ layers: 6 });
  expect(lines?.bottom).toBeLessThanOrEqual(32.1);
  await page.close();
});

test("a span without words is shown, is reached by a click, and the caret goes past it", async () => {
  const words = "One two three.";
  const empty = { ...makeSpan(words, "marker", { start: 4, end: 4 }), flag: "Its words are gone." };
  const page = await pages.open(contentOf(words, [empty]));
  const sign = page.locator(".empty-mark");
  expect(await sign.count()).toBe(1);
  const box = await sign.boundingBox();
  await page.mouse.click((box?.x ?? 0) + 1, (box?.y ?? 0) + 4);
  expect(await activated(page)).toEqual([empty.id]);
  await page.keyboard.press("Control+Home");
  const carets: number[] = [];
  for (let step = 0; step < 6; step++) {
    await page.keyboard.press("ArrowRight");
    carets.push(await page.evaluate(() => window.test.editor.caret()));
  }
  expect(carets).toEqual([1, 2, 3, 4, 5, 6]);
  expect(await page.evaluate(() => window.test.editor.spansAt(4).length)).toBe(1);
  expect(await page.locator(".report-text").innerText()).toBe(words);
  await page.close();
});

test("a span over several paragraphs is drawn in each of them", async () => {
  const words = "First ends.\n\nSecond stands.\n\nThird begins.";
  const whole = makeSpan(words, "diagnosis", { start: 0, end: words.length });
  const inner = spanOn(words, "marker", "Second");
  const page = await pages.open(contentOf(words, [whole, inner]));
  await page.evaluate((id) => window.test.editor.setActive(id), whole.id);
  expect(await page.locator(".mark.lit").allInnerTexts()).toEqual([
    "First ends.",
    "Second",
    " stands.",
    "Third begins.",
  ]);
  expect(await page.locator(".mark.lit-start").allInnerTexts()).toEqual(["First ends."]);
  expect(await page.locator(".mark.lit-end").allInnerTexts()).toEqual(["Third begins."]);
  await page.close();
});
