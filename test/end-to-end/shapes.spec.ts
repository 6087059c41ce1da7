import type { Page } from "@playwright/test";
import { isByKeys } from "./by-keys.ts";
import { expect, test } from "./fixtures.ts";
import {
  entities,
  importFiles,
  inspector,
  introduce,
  markText,
  moveCaretTo,
  openReport,
  quote,
  reportText,
  spanCount,
} from "./steps.ts";

const label = (page: Page, name: string) =>
  inspector(page).getByRole("button", { name: `Label: ${name}` });
const text =
  "Both ER and PR were strongly positive, HER2 was not.\n\nKi-67 was low in the tumour.\n";

test.beforeEach(async ({ app }) => {
  await introduce(app.page, "Mira Castellanos");
  await importFiles(app, [{ name: "receptors.txt", text }]);
  await openReport(app.page, /receptors|Both ER/);
});

/** Selects so many words from where the caret is. */
async function selectWords(page: Page, words: string, count = 1): Promise<void> {
  await moveCaretTo(page, words);
  for (let word = 0; word < count; word++) await page.keyboard.press("Control+Shift+ArrowRight");
}

async function expectNegated(page: Page): Promise<void> {
  const negated = inspector(page).getByRole("button", { name: /^negated/ });
  await expect(negated).toHaveAttribute("aria-pressed", "true");
}

test("a span of two fragments is made, and undone, by key", async ({ app: { page } }) => {
  await moveCaretTo(page, "ER and");
  await page.keyboard.press("m");
  await expect(quote(page)).toHaveText("ER");
  await selectWords(page, "positive");
  await page.keyboard.press("&");
  await expect(quote(page)).toHaveText("ER positive");
  await expect(entities(page).getByText("ER positive").first()).toBeVisible();
  expect(await spanCount(page)).toBe(1);
  await test.step("the fragment at the caret is taken out again", async () => {
    await page.keyboard.press("Shift+Backspace");
    await expect(quote(page)).toHaveText("ER");
    await page.keyboard.press("Control+z");
    await expect(quote(page)).toHaveText("ER positive");
    await page.keyboard.press("Control+z");
    await expect(quote(page)).toHaveText("ER");
  });
});

test("the edge at the caret moves by word and by letter, and the other one after one key", async ({
  app: { page },
}) => {
  await moveCaretTo(page, "PR were");
  await page.keyboard.press("m");
  await expect(quote(page)).toHaveText("PR");
  for (const [key, words] of [
    [">", "PR were"],
    [">", "PR were strongly"],
    ["<", "PR were"],
    [")", "PR were s"],
    ["(", "PR were"],
    ["<", "PR"],
    ["%", "PR"],
    ["<", "and PR"],
    ["(", "R and PR"],
    [">", "and PR"],
  ] as const) {
    await page.keyboard.press(key);
    await expect(quote(page)).toHaveText(words);
  }
  await page.keyboard.press("Control+z");
  await expect(quote(page)).toHaveText("R and PR");
  await expect(reportText(page)).toBeFocused();
});

test("a span is split at the caret and joined again, and three of one label become one", async ({
  app: { page },
}) => {
  await selectWords(page, "ER and PR", 3);
  await page.keyboard.press("m");
  await expect(quote(page)).toHaveText("ER and PR");
  await page.keyboard.press("n");
  await expectNegated(page);
  await moveCaretTo(page, "and PR");
  await page.keyboard.press("|");
  await expect.poll(() => spanCount(page)).toBe(2);
  await expect(quote(page)).toHaveText("ER");
  await page.keyboard.press("]");
  await expect(quote(page)).toHaveText("and PR");
  await expectNegated(page);
  await page.keyboard.press("Control+j");
  await expect(quote(page)).toHaveText("ER and PR");
  await expect.poll(() => spanCount(page)).toBe(1);
  await moveCaretTo(page, "HER2");
  await page.keyboard.press("m");
  await expect(quote(page)).toHaveText("HER2");
  await page.keyboard.press("n");
  await expectNegated(page);
  await selectWords(page, "ER and PR were strongly positive, HER2", 8);
  await page.keyboard.press("Control+j");
  await expect(quote(page)).toHaveText("ER and PR HER2");
  await page.keyboard.press("Control+z");
  await expect.poll(() => spanCount(page)).toBe(2);
});

test("what would lose something is refused with a sentence", async ({ app: { page } }) => {
  await moveCaretTo(page, "ER and");
  await page.keyboard.press("m");
  await expect(quote(page)).toHaveText("ER");
  await page.keyboard.press("+");
  await expect(inspector(page).getByLabel("result")).toHaveValue("positive");
  await moveCaretTo(page, "PR were");
  await page.keyboard.press("m");
  await expect(quote(page)).toHaveText("PR");
  await page.keyboard.press("-");
  await expect(inspector(page).getByLabel("result")).toHaveValue("negative");
  await page.keyboard.press("|");
  await expect(page.getByText(/has no words on both sides/)).toBeVisible();
  await selectWords(page, "ER and PR", 3);
  await page.keyboard.press("Control+j");
  await expect(page.getByText(/linked to “ER” and “PR”/)).toBeVisible();
  expect(await spanCount(page)).toBe(2);
});

test("spans under others are reached by one key, and their labels are put away by another", async ({
  app: { page },
}) => {
  for (const [at, [words, key]] of (
    [
      [1, "m"],
      [3, "d"],
      [6, "p"],
    ] as const
  ).entries()) {
    await selectWords(page, "ER and PR were strongly positive", words);
    await page.keyboard.press(key);
    await expect.poll(() => spanCount(page)).toBe(at + 1);
  }
  await moveCaretTo(page, "R and PR");
  for (const name of ["marker", "diagnosis", "procedure", "marker"]) {
    await page.keyboard.press("#");
    await expect(label(page, name)).toBeVisible();
  }
  await expect(page.getByText("marker: ER (1 of 3)")).toBeAttached();
  await page.keyboard.press("Backspace");
  await expect.poll(() => spanCount(page)).toBe(2);
  const tags = () =>
    reportText(page).evaluate(
      (root) =>
        [...root.querySelectorAll("[data-tag]")].filter(
          (mark) => getComputedStyle(mark, "::before").content !== "none",
        ).length,
    );
  expect(await tags()).toBe(1);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Alt+l");
  await expect.poll(tags).toBe(0);
  await page.reload();
  await expect(reportText(page).locator("[data-tag]").first()).toBeVisible();
  expect(await tags()).toBe(0);
  await page.keyboard.press("Alt+l");
  await expect.poll(tags).toBe(1);
});

test("an edge is moved over a word and saved once", { tag: "@mouse" }, async ({
  app: { page },
}) => {
  await markText(page, "strongly", "m");
  if (isByKeys()) await page.keyboard.press(">");
  else await dragEdge(page);
  await expect(quote(page)).toHaveText("strongly positive");
  await page.keyboard.press("Control+z");
  await expect(quote(page)).toHaveText("strongly");
});

async function dragEdge(page: Page): Promise<void> {
  const mark = reportText(page).getByText("strongly", { exact: true });
  const box = await mark.boundingBox();
  const { x, y, width, height } = box ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(x + width + 1, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width + 30, y + height / 2, { steps: 5 });
  await page.mouse.move(x + width + 50, y + height / 2, { steps: 5 });
  await page.mouse.up();
}

test("a span that loses its entity stays, and is listed as one without", { tag: "@mouse" }, async ({
  app: { page },
}) => {
  await moveCaretTo(page, "HER2");
  await page.keyboard.press("m");
  await expect(quote(page)).toHaveText("HER2");
  await entities(page).getByText("HER2").first().dblclick();
  await page.getByRole("button", { name: /^Remove the entity/ }).click();
  await page.getByRole("tab", { name: /^Spans/ }).click();
  await expect.poll(() => spanCount(page)).toBe(1);
  const filter = page.getByRole("button", { name: /Only spans of/ });
  await filter.click();
  await page.getByRole("option", { name: "Without an entity (1)" }).click();
  await expect(page.getByRole("tabpanel", { name: /^Spans/ }).getByText("HER2")).toBeVisible();
});
