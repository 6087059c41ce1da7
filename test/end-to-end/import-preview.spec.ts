import type { Page } from "@playwright/test";
import { check } from "./axe.ts";
import { isByKeys } from "./by-keys.ts";
import { expect, test } from "./fixtures.ts";
import { importFiles, introduce, openReport, reportText } from "./steps.ts";

const pasted =
  "CASE REPORT\n\nA woman had a mass of the uterus that was\nresected, and  the most common site of spread is the lung.\n\n" +
  "Desmin was positive in the spindle cells of the tumour.\n\nS100 was negative in all of the cells.\n";

const files = [
  { name: "pasted.txt", text: pasted },
  { name: "again.txt", text: pasted },
  { name: "empty.txt", text: "" },
  { name: "page.html", text: "<h1>Chordoid glioma</h1><p>HMB-45 <b>was</b> positive.</p>" },
];

const grid = (page: Page) => page.getByRole("grid", { name: "Files" });
const row = (page: Page, name: string) =>
  grid(page).getByRole("row", { name: new RegExp(`^${name}`) });
const preview = (page: Page) => page.getByRole("group", { name: "Text of the report" });

async function look(page: Page, name: string): Promise<void> {
  await row(page, name).dblclick();
  await preview(page).waitFor();
}

async function selectFirstWord(page: Page): Promise<void> {
  if (isByKeys()) {
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Shift+ArrowRight");
    return;
  }
  await preview(page)
    .getByText("Chordoid glioma")
    .dblclick({ position: { x: 20, y: 15 } });
  await preview(page).focus();
}

test.beforeEach(async ({ app }) => {
  const { page } = app;
  await introduce(page, "Mira Castellanos");
  await importFiles(app, files);
  await grid(page).waitFor();
});

test("a plain text with nothing to say goes straight in", async ({ app }) => {
  const { page } = app;
  await page.getByRole("button", { name: "Discard" }).click();
  await importFiles(app, [{ name: "plain.txt", text: "A report of melanoma.\n" }]);
  await expect(page.getByText("Imported one report.")).toBeVisible();
  await expect(page.getByRole("row", { name: "plain" })).toBeVisible();
});

test("the table tells what was read, what was not, and what is the same", {
  tag: "@mouse",
}, async ({ app }) => {
  const { page } = app;
  await expect(row(page, "empty.txt")).toContainText("Could not be read");
  await expect(row(page, "pasted.txt")).toContainText("Same as again.txt");
  await expect(row(page, "page.html")).toContainText("Chordoid glioma");
  await page.getByRole("radio", { name: "Duplicates 1" }).click();
  await expect(grid(page).getByRole("row")).toHaveCount(2);
  await page.getByRole("button", { name: "Leave duplicates out" }).click();
  await expect(row(page, "pasted.txt")).toContainText("Left out");
  await expect(page.getByRole("button", { name: "Import 2 reports" })).toBeVisible();
  await check(page, "list of files");
});

test("what is left out by key can be taken in again, and is not imported", async ({ app }) => {
  const { page } = app;
  await row(page, "page.html").click();
  await page.keyboard.press("Delete");
  await expect(row(page, "page.html")).toContainText("Left out");
  await page.keyboard.press("Delete");
  await expect(row(page, "page.html")).toContainText("Read");
  await page.keyboard.press("Delete");
  await page.getByRole("button", { name: "Import 2 reports" }).click();
  await expect(page.getByText("Imported 2 reports.")).toBeVisible();
  await expect(page.getByRole("row", { name: "Chordoid glioma" })).toHaveCount(0);
});

test("the list is saved as a CSV file", async ({ app, host }) => {
  const { page } = app;
  test.skip(host === "desktop", "the desktop asks for a place in a dialog of the system");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save this list as CSV" }).click();
  expect((await download).suggestedFilename()).toBe("import.csv");
});

test("a repair is taken and refused by key, a paragraph taken out and moved, and the text is what was shown", async ({
  app,
}) => {
  const { page } = app;
  await look(page, "again.txt");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("button", { name: /^Take ?Space/ })).toBeVisible();
  await page.keyboard.press("Space");
  await expect(page.getByRole("button", { name: "Refuse" })).toBeVisible();
  await page.keyboard.press("Space");
  await expect(page.getByRole("button", { name: /^Take ?Space/ })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Delete");
  await expect(page.getByText("One place")).toBeVisible();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(page.getByText("One place")).toBeHidden();
  await page.keyboard.press("Delete");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Alt+ArrowUp");
  await check(page, "preview of a text");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Import 3 reports" }).click();
  await expect(page.getByText("Imported 3 reports.")).toBeVisible();
  await openReport(page, /again/i);
  await expect(reportText(page)).toContainText("and  the most common site");
  await expect(reportText(page)).not.toContainText("Desmin");
  await expect(reportText(page)).toContainText("S100");
});

test("words that are selected are taken out, and put back", {
  tag: "@mouse",
}, async ({ app }) => {
  const { page } = app;
  await look(page, "page.html");
  await selectFirstWord(page);
  await page.keyboard.press("Delete");
  await expect(preview(page).getByRole("deletion")).toHaveText(/Chordoid/);
  if (isByKeys()) await page.keyboard.press("Delete");
  else await preview(page).getByRole("deletion").click();
  await expect(preview(page).getByRole("deletion")).toHaveCount(0);
});

test("an import that was left for another screen still waits in the library", async ({ app }) => {
  const { page } = app;
  await page.getByRole("link", { name: "Library" }).click();
  await page.getByRole("button", { name: "Import of 3 reports waits" }).click();
  await expect(grid(page)).toBeVisible();
});
