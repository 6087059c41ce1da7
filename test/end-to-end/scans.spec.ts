import type { Page } from "@playwright/test";
import { scannedPdf } from "../import/ocr/scan-file.ts";
import { scannedReport } from "../import/ocr/scanned-report.ts";
import { expect, test } from "./fixtures.ts";
import { importFiles, introduce } from "./steps.ts";

const page = scannedReport();
const own = Array<string>(4).fill(
  "This page has a text of its own, which nobody has to recognise.",
);

const files = [
  { name: "mixed.pdf", text: scannedPdf([null, page], {}, own) },
  { name: "scan.pdf", text: scannedPdf([page]) },
];

const row = (page: Page, name: string) =>
  page.getByRole("grid", { name: "Files" }).getByRole("row", { name: new RegExp(`^${name}`) });
const preview = (page: Page) => page.getByRole("group", { name: "Text of the report" });

test("scans are read by OCR with one key, and doubtful words are marked in the text", async ({
  app,
}) => {
  const { page } = app;
  await introduce(page, "Mira Castellanos");
  await importFiles(app, files);
  await expect(row(page, "scan.pdf")).toContainText("Needs OCR");
  await row(page, "scan.pdf").click();
  await page.getByRole("button", { name: "Language of the scanned pages" }).first().click();
  await page.getByRole("option", { name: "German" }).click();
  await page.getByRole("button", { name: "Language of the scanned pages" }).first().click();
  await page.getByRole("option", { name: "English" }).click();
  await expect(page.getByRole("listbox")).toHaveCount(0);
  await page.keyboard.press("ControlOrMeta+Shift+O");
  await expect(row(page, "scan.pdf")).toContainText("Read", { timeout: 90_000 });
  await expect(page.getByRole("button", { name: /scans? by OCR/ })).toHaveCount(0);
  await row(page, "scan.pdf").dblclick();
  await expect(preview(page)).toContainText("positive for CD117");
  await expect(preview(page).locator(".repair.uncertain").first()).toBeVisible();
  await expect(page.getByText("Words that OCR is not sure of")).toBeVisible();
  await page.getByRole("button", { name: "All files" }).click();
  await page.getByRole("button", { name: "Import 2 reports" }).click();
  await expect(page.getByText("Imported 2 reports.")).toBeVisible();
});
