import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { introduce, markText, openReport, reportText, spanCount } from "./steps.ts";

const steps = (page: Page) => page.getByRole("listbox", { name: "Steps" });
const step = (page: Page, name: string | RegExp) => steps(page).getByRole("option", { name });
const others = (page: Page) => page.getByRole("listbox", { name: "What is other now" });

test("what was removed is found in the history by keyboard, seen as it was, and brought back", async ({
  app: { page },
}) => {
  await introduce(page, "Ana");
  await openReport(page, /Gastric GIST/);
  await markText(page, "GIST", "d");
  await page.keyboard.press("Backspace");
  await expect.poll(() => spanCount(page)).toBe(0);

  await page.keyboard.press("Control+Shift+H");
  await expect(steps(page)).toBeFocused();
  await expect(step(page, /Unmarked “GIST”.*Ana/)).toBeVisible();
  await expect(page.getByText("Nothing is other than it was then.")).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(
    others(page)
      .getByRole("option", { name: /GIST.*removed since/ })
      .first(),
  ).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(others(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(step(page, /Brought back diagnosis/)).toBeVisible();

  await test.step("it is there again, and undo takes it away", async () => {
    await page.keyboard.press("Escape");
    await expect(reportText(page)).toBeFocused();
    await expect.poll(() => spanCount(page)).toBe(1);
    await page.keyboard.press("Control+z");
    await expect.poll(() => spanCount(page)).toBe(0);
  });
});

test("the history of one span leaves out the others, over a restart too", async ({ app }) => {
  await introduce(app.page, "Ana");
  await openReport(app.page, /Gastric GIST/);
  await markText(app.page, "spindle", "m");
  await markText(app.page, "GIST", "d");
  await app.killAndRestart();
  const { page } = app;
  await openReport(page, /Gastric GIST/);
  await reportText(page).press("]");
  await page.keyboard.press("Control+Shift+H");
  await expect(step(page, /Marked “spindle”/)).toBeVisible();
  await page.getByRole("radio", { name: /“GIST”/ }).press(" ");
  await expect(step(page, /Marked “GIST”/)).toBeVisible();
  await expect(step(page, /Marked “spindle”/)).toBeHidden();
});
