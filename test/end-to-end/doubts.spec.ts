import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import {
  inspector,
  introduce,
  moveCaretTo,
  openReport,
  quote,
  reportText,
  workAs,
} from "./steps.ts";

const unsure = (page: Page) => inspector(page).getByRole("button", { name: /^unsure/ });
const doubts = (page: Page) => page.getByRole("grid", { name: "Unsure and noted" });

test("unsure and a note are said by key, found in the list, and listed in Review, which opens them", async ({
  app: { page },
}) => {
  await introduce(page, "Ana");
  await openReport(page, /uterine leiomyosarcoma/);
  await moveCaretTo(page, "desmin (D33)");
  await page.keyboard.press("m");
  await expect(quote(page)).toHaveText("desmin");
  await page.keyboard.press("Control+u");
  await expect(unsure(page)).toHaveAttribute("aria-pressed", "true");
  await expect(reportText(page).locator(".mark.unsure")).toHaveAttribute("data-tag", "marker ?");
  await page.keyboard.press("Control+z");
  await expect(unsure(page)).toHaveAttribute("aria-pressed", "false");
  await page.keyboard.press("Control+y");
  await expect(unsure(page)).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("Shift+F2");
  await page.keyboard.type("which clone?");
  await page.keyboard.press("Escape");
  await expect(reportText(page)).toBeFocused();

  await page.keyboard.press("Control+Shift+u");
  await page.keyboard.press("Shift+F8");
  const report = page.getByRole("region", { name: "Labels of the report" });
  await expect(report.getByRole("button", { name: /^unsure/ })).toHaveAttribute(
    "aria-pressed",
    "true",
  );

  await page.keyboard.press("Control+3");
  const lists = page.getByRole("radiogroup", { name: "List" });
  await lists.getByRole("radio", { name: "Unsure and noted" }).press("Space");
  await page.getByRole("radio", { name: "Unsure", exact: true }).press("Space");
  await expect(doubts(page).getByRole("row", { name: /desmin.*which clone.*Ana/ })).toBeVisible();
  await expect(doubts(page).getByRole("row", { name: /The report as a whole.*Ana/ })).toBeVisible();
  await doubts(page).focus();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await expect(quote(page)).toHaveText("desmin");
});

test("somebody else's doubt is shown at its place in the text", async ({ app: { page } }) => {
  await introduce(page, "Ana");
  await openReport(page, /uterine leiomyosarcoma/);
  await moveCaretTo(page, "doxorubicin");
  await page.keyboard.press("r");
  await expect(quote(page)).toHaveText("doxorubicin");
  await page.keyboard.press("Control+u");
  await expect(unsure(page)).toHaveAttribute("aria-pressed", "true");
  await workAs(page, "Ana", "Ben");
  await page.keyboard.press("Control+3");
  await page.getByRole("radio", { name: "Unsure and noted" }).press("Space");
  await page.getByRole("radio", { name: "Unsure", exact: true }).press("Space");
  const doubt = doubts(page).getByRole("row", { name: /doxorubicin/ });
  await expect(doubt).not.toContainText("Ana");
  await page.keyboard.press("h");
  await expect(doubt).toContainText("Ana");
  await doubt.dblclick();
  await expect(reportText(page)).toBeVisible();
  await expect
    .poll(() => page.evaluate(() => document.getSelection()?.toString()))
    .toBe("doxorubicin");
});
