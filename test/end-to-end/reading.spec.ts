import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { introduce, markText, openReport, reportText, spanCount } from "./steps.ts";

const sections = (page: Page) => page.getByRole("listbox", { name: "Sections" });
const section = (page: Page, name: RegExp) => sections(page).getByRole("option", { name });
const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const progress = (page: Page) => page.getByRole("progressbar", { name: "Read" });
const readPercent = async (page: Page) =>
  Number(await progress(page).getAttribute("aria-valuenow"));

test.beforeEach(async ({ app: { page } }) => {
  await introduce(page, "Ana");
  await openReport(page, /Gastric GIST/);
});

test("what stands in view is read as time passes, and it is kept", async ({ app }) => {
  const { page } = app;
  await expect(section(page, /^Read:/).first()).toBeVisible();
  const before = await readPercent(page);
  expect(before).toBeGreaterThan(0);
  await page.getByRole("link", { name: "Library" }).click();
  await openReport(page, /Gastric GIST/);
  await expect.poll(() => readPercent(page)).toBeGreaterThanOrEqual(before);
});

test("sections are said to be read and skipped by key, and said again they are not", async ({
  app: { page },
}) => {
  await reportText(page).press("Control+End");
  const count = await section(page, /^Skipped:/).count();
  await page.keyboard.press("Shift+F6");
  await expect(section(page, /^Skipped:/)).toHaveCount(count + 1);
  await page.keyboard.press("F6");
  await expect(section(page, /^Skipped:/)).toHaveCount(count);
  await expect(section(page, /^Read:.*nothing to mark/).last()).toBeVisible();
  await test.step("undo takes back marks and not what was read", async () => {
    const read = await section(page, /^Read:/).count();
    await markText(page, "GIST", "d");
    await page.keyboard.press("Control+z");
    await expect.poll(() => spanCount(page)).toBe(0);
    expect(await section(page, /^Read:/).count()).toBeGreaterThanOrEqual(read);
  });
});

test("finishing says what is not read, leads there, and skips it only on purpose", async ({
  app: { page },
}) => {
  const title = (await heading(page).textContent()) ?? "";
  await reportText(page).press("Control+End");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Not read yet:")).toBeVisible();
  await expect(heading(page)).toHaveText(title);
  await page.getByRole("button", { name: "Go to the first" }).press("Enter");
  await expect(page.getByText("Not read yet:")).toBeHidden();
  await expect(reportText(page)).toBeFocused();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Not read yet:")).toBeVisible();
  await page.keyboard.press("Control+Shift+Enter");
  await expect(heading(page)).not.toHaveText(title);
  await openReport(page, /Gastric GIST/);
  await expect(section(page, /^Skipped:/).first()).toBeVisible();
  await expect(progress(page)).toHaveAttribute("aria-valuenow", "100");
});
