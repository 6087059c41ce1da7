import { expect, test } from "./fixtures.ts";
import { importFiles, introduce, openReport, spanCount } from "./steps.ts";

const pair = [
  { name: "spindle.txt", text: "Spindle cells, positive for desmin.\n" },
  { name: "spindle.ann", text: "T1\tAntibody 28 34\tdesmin\n" },
];

test("a brat pair comes in after its new label was accepted, and goes out again as it was", {
  tag: "@mouse",
}, async ({ app }) => {
  const { page } = app;
  await introduce(page, "Mira Castellanos");
  await importFiles(app, pair);
  await page.getByRole("button", { name: "1 new label for the scheme…" }).click();
  await expect(page.getByRole("dialog").getByText("Antibody")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Import one report" }).click();
  await openReport(page, "spindle");
  expect(await spanCount(page)).toBe(1);
});

test("a file that cannot be read says why, and the others wait for a word", {
  tag: "@mouse",
}, async ({ app }) => {
  const { page } = app;
  await introduce(page, "Mira Castellanos");
  await importFiles(app, [
    { name: "good.txt", text: "A report of melanoma.\n" },
    { name: "lonely.ann", text: "T1\tmarker 0 1\tA\n" },
  ]);
  await page.getByRole("row", { name: "lonely.ann" }).click();
  await expect(page.getByText(/lonely\.ann.*no text/)).toBeVisible();
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(page.getByRole("row", { name: "good" })).toHaveCount(0);
});

test("a file that leaves open what its offsets count is read again as a person says", {
  tag: "@mouse",
}, async ({ app }) => {
  const { page } = app;
  await introduce(page, "Mira Castellanos");
  const record = { name: "family", text: "👩‍👩‍👧 CD34 positive", label: [[2, 6, "marker"]] };
  await importFiles(app, [{ name: "lines.jsonl", text: `${JSON.stringify(record)}\n` }]);
  await expect(page.getByText(/depending on its project/)).toBeVisible();
  await page.getByRole("button", { name: /Offsets count$/ }).click();
  await page.getByRole("option", { name: "Grapheme clusters" }).click();
  await expect(page.getByText(/depending on its project/)).toHaveCount(0);
  await page.getByRole("button", { name: "Import one report" }).click();
  await openReport(page, "family");
  expect(await spanCount(page)).toBe(1);
});

test("everything is exported, read back and said", async ({ app: { page }, host }) => {
  test.skip(host === "desktop", "the desktop asks for a folder");
  await introduce(page, "Mira Castellanos");
  await page.getByRole("link", { name: "Datasets" }).click();
  await page
    .getByRole("button", { name: /Export/ })
    .first()
    .click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Export" }).click();
  await expect(dialog.getByText(/^Titles of reports/)).toBeVisible();
  await dialog.getByRole("button", { name: "Export without it" }).click();
  await expect(dialog.getByText(/^Everything was read back/)).toBeVisible();
});
