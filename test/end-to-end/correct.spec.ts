import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import {
  importFiles,
  inspector,
  introduce,
  markByMouse,
  openReport,
  reportText,
  selectByMouse,
} from "./steps.ts";

const pasted = [
  "A case of leiomyosarcoma of the uterus",
  "",
  "Case report",
  "",
  "A 63-year- old woman had a mass.  e most common sites are the uterus and the retroperi- toneum.",
  "The tumour was positive for desmi and smooth muscle actin, and negative for CD117.",
].join("\n");

/** An import about which there is something to say waits for a decision. */
async function takeInWhatWaits(page: Page) {
  const wait = page.getByRole("button", { name: /^Import \d/ });
  const row = page.getByRole("row", { name: /leiomyosarcoma of the uterus/ });
  await expect(wait.or(row).first()).toBeVisible();
  if (await wait.isVisible()) await wait.click();
}

test("a text is corrected by hand and by what was found, its spans go along, and undo takes it back", async ({
  app,
}) => {
  const { page } = app;
  await introduce(page, "Mira");
  // As brat has it, a text comes with its marks, so nothing of it is repaired on the way in.
  await importFiles(app, [
    { name: "pasted.txt", text: pasted },
    { name: "pasted.ann", text: "" },
  ]);
  await takeInWhatWaits(page);
  await openReport(page, /leiomyosarcoma of the uterus/);
  await markByMouse(page, "desmi", "m");
  await markByMouse(page, "CD117", "m");

  await test.step("F4 begins with the words that are selected; typing replaces them", async () => {
    await selectByMouse(page, "desmi");
    await page.keyboard.press("F4");
    await expect(page.getByRole("textbox", { name: "Text of the report" })).toBeFocused();
    await page.keyboard.insertText("desmin");
    await expect(page.getByText("1 place to correct")).toBeVisible();
    await expect(page.getByText(/^1 span of Mira will have other words/)).toBeVisible();
  });

  await test.step("what was found is taken by keys", async () => {
    await page.getByRole("radio", { name: /^Found/ }).click();
    await page.getByRole("button", { name: /^Take all sure ones/ }).click();
    await page.getByText(/^1 span of Mira/).click();
    await page.getByRole("button", { name: "Make the corrections" }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
  });

  await test.step("the spans stand where they stood; the one that was touched is flagged", async () => {
    await expect(reportText(page)).toContainText("63-year-old woman");
    await expect(reportText(page)).toContainText("positive for desmin and");
    await page.getByRole("tab", { name: /^Spans/ }).click();
    const spans = page.getByRole("listbox", { name: "Spans" });
    await expect(spans.getByRole("option")).toHaveCount(2);
    await expect(spans.getByRole("img", { name: /it was “desmi”/ })).toHaveCount(1);
    await spans.getByRole("option", { name: /desmin/ }).click();
  });

  await test.step("a key says that it was looked at", async () => {
    await expect(inspector(page).getByRole("note")).toContainText("it was “desmi”");
    await reportText(page).focus();
    await page.keyboard.press(".");
    await expect(inspector(page).getByRole("note")).toHaveCount(0);
  });

  await test.step("the old text stays readable", async () => {
    await page.keyboard.press("F4");
    await page.getByRole("radio", { name: "Earlier texts" }).click();
    await expect(page.getByRole("region", { name: "Text 2" }).locator("ins").first()).toBeVisible();
    await page.getByRole("button", { name: "Cancel" }).click();
  });

  await test.step("undo brings back the flag, then the text", async () => {
    await reportText(page).focus();
    await page.keyboard.press("Control+z");
    await expect(page.getByRole("img", { name: /it was “desmi”/ })).toHaveCount(1);
    await page.keyboard.press("Control+z");
    await expect(reportText(page)).toContainText("positive for desmi and");
    await expect(reportText(page)).toContainText("63-year- old woman");
    await page.keyboard.press("Control+Shift+z");
    await expect(reportText(page)).toContainText("63-year-old woman");
  });
});
