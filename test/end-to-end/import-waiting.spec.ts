import type { Page } from "@playwright/test";
import { check } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { importFiles, introduce, openReport, reportText } from "./steps.ts";

const german = "Die Größe der Drüse war für ihn nicht spürbar.\n";
const files = [
  { name: "page.html", text: "<h1>Chordoid glioma</h1><p>HMB-45 was positive.</p>" },
  { name: "same.html", text: "<h1>Chordoid glioma</h1><p>HMB-45 was positive.</p>" },
  { name: "empty.txt", text: "" },
  { name: "german.txt", text: german },
];

const grid = (page: Page) => page.getByRole("grid", { name: "Files" });
const row = (page: Page, name: string) =>
  grid(page).getByRole("row", { name: new RegExp(`^${name}`) });
const preview = (page: Page) => page.getByRole("group", { name: "Text of the report" });

test.beforeEach(async ({ app }) => {
  const { page } = app;
  await introduce(page, "Mira Castellanos");
  await importFiles(app, files);
  await grid(page).waitFor();
});

test("an import that waits is found again after a reload, with what was left out and repaired", {
  tag: "@mouse",
}, async ({ app: { page } }) => {
  await row(page, "page.html").click();
  await page.keyboard.press("Delete");
  await expect(page.getByRole("button", { name: "Import 2 reports" })).toBeVisible();
  await row(page, "same.html").dblclick();
  await preview(page).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Delete");
  await expect(page.getByText("One place")).toBeVisible();
  // At once, before the pause after which choices are written.
  await page.reload();
  await expect(page.getByText("One place")).toBeVisible();
  await page.getByRole("button", { name: "All files" }).click();
  await expect(row(page, "page.html")).toContainText("Left out");
  await expect(row(page, "empty.txt")).toContainText("Could not be read");
  await page.getByRole("link", { name: "Library" }).click();
  await page.reload();
  await page.getByRole("button", { name: "Import of 2 reports waits" }).click();
  await page.getByRole("button", { name: "Import 2 reports" }).click();
  await expect(page.getByText("Imported 2 reports.")).toBeVisible();
  await openReport(page, /same/);
  await expect(reportText(page)).toContainText("HMB-45");
  await expect(reportText(page)).not.toContainText("Chordoid");
  await page.goto(new URL("/#/import", page.url()).href);
  await expect(page.getByText("No import is waiting")).toBeVisible();
});

test("nothing is the same as a report that is left out", async ({ app: { page } }) => {
  await expect(row(page, "same.html")).toContainText("Same as page.html");
  await row(page, "page.html").click();
  await page.keyboard.press("Delete");
  await expect(row(page, "same.html")).toContainText("Read");
  await expect(page.getByRole("radio", { name: "Problems 1" })).toBeVisible();
});

test("a text is read again in another encoding, by mouse", { tag: "@mouse" }, async ({
  app: { page },
}) => {
  await row(page, "german.txt").dblclick();
  await expect(preview(page)).toContainText("Größe");
  await expect(page.getByText("Beyond doubt")).toBeVisible();
  await page.getByRole("button", { name: /Encoding/ }).click();
  await page.getByRole("option", { name: "Windows-1252, Western" }).click();
  await expect(preview(page)).toContainText("GrÃ¶ÃŸe");
  await expect(page.getByText("Chosen by you")).toBeVisible();
  await check(page, "preview in another encoding");
  await page.reload();
  await expect(preview(page)).toContainText("GrÃ¶ÃŸe");
});

test("a text is read again in another encoding, by the keyboard alone", async ({
  app: { page },
}) => {
  await row(page, "empty.txt").focus();
  await page.keyboard.press("End");
  await expect(page.getByRole("status").filter({ hasText: "same.html" })).toBeVisible();
  while (!(await page.getByRole("status").filter({ hasText: "german.txt" }).isVisible()))
    await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: /Encoding/ })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.type("cp850");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Chosen by you")).toBeVisible();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(preview(page)).toContainText("Gr├Â├ƒe");
  await expect(page.getByRole("button", { name: /Encoding/ })).toContainText("CP850");
});
