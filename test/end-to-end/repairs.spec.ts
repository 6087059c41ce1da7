import { expect, test } from "./fixtures.ts";
import { importFiles, introduce, markText, openReport, reportText } from "./steps.ts";

/** The abstract broke into the introduction's sentence, as the title page of two columns comes out. */
const torn = `INTRODUCTION

The tumour is rare and arises in smooth muscle. Here, a 63-year-
 Background: It is a rare tumour of muscle. e most  common site is the uterus.

Conclusion: Resection is the first line of treatment.
 old female is presented who had been well.

CASE REPORT

She had a mass.
`;

/** With a second file there is always something to look at first. */
const files = [
  { name: "torn.txt", text: torn },
  { name: "page.html", text: "<h1>Chordoid glioma</h1><p>HMB-45 was positive.</p>" },
];

const mended = "Here, a 63-year-old female is presented";

test("a stretch in the wrong place is moved in the preview by one key, and all repairs by another", async ({
  app,
}) => {
  const { page } = app;
  await introduce(page, "Mira");
  await importFiles(app, files);
  await page.getByRole("row", { name: /torn/ }).dblclick();
  const preview = page.getByRole("group", { name: "Text of the report" });
  await preview.waitFor();
  const place = preview.getByText("Stands in the wrong place; it belongs before “INTRODUCTION”");

  await test.step("the arrows go to it, Space moves it and moves it back", async () => {
    await page.keyboard.press("ArrowRight");
    await expect(page.getByRole("button", { name: /^Move ?Space/ })).toBeVisible();
    await page.keyboard.press("Space");
    await expect(preview.getByText("Moved here")).toBeVisible();
    await page.keyboard.press("Space");
    await expect(place).toBeVisible();
  });

  await test.step("Shift and A takes all, undo takes that back, and again", async () => {
    await page.keyboard.press("Shift+A");
    await expect(preview.getByText("Moved here")).toBeVisible();
    await expect(preview.getByText("The", { exact: true })).toBeVisible();
    await page.keyboard.press("ControlOrMeta+z");
    await expect(place).toBeVisible();
    await page.getByRole("button", { name: /^Take all 3/ }).click();
    await expect(preview.getByText("Moved here")).toBeVisible();
  });

  await page.getByRole("button", { name: "All files" }).click();
  await page.getByRole("button", { name: "Import 2 reports" }).click();
  await openReport(page, /torn/i);
  await expect(reportText(page)).toContainText(mended);
  await expect(reportText(page)).toContainText("The most common site");
});

test("a stretch in the wrong place is moved in a report, its spans with it, and undo moves it back", async ({
  app,
}) => {
  const { page } = app;
  await introduce(page, "Mira");
  await importFiles(app, files);
  await page.getByRole("button", { name: "Import 2 reports" }).click();
  await openReport(page, /torn/i);
  await markText(page, "uterus", "m");
  await page.keyboard.press("F4");
  await page.getByRole("listbox", { name: "Repairs" }).focus();
  await expect(page.getByRole("option", { name: /moves to before “INTRODUCTION”/ })).toBeVisible();
  await page.keyboard.press("Shift+A");
  await expect(page.getByText("3 of 3 repairs taken")).toBeVisible();
  await page.getByRole("button", { name: "Make the corrections" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await expect(reportText(page)).toContainText(mended);
  await page.getByRole("tab", { name: /^Spans/ }).click();
  const spans = page.getByRole("listbox", { name: "Spans" });
  await expect(spans.getByRole("option", { name: /uterus/ })).toHaveCount(1);
  await expect(spans.getByRole("img", { name: /The text was/ })).toHaveCount(0);
  await reportText(page).focus();
  await page.keyboard.press("Control+z");
  await expect(reportText(page)).toContainText("e most  common site");
});
