import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { unzipSync } from "fflate";
import { check } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { introduce } from "./steps.ts";

const figures = (page: Page) => page.getByRole("grid", { name: "Figures of agreement" });
const about = (page: Page) => page.getByRole("complementary", { name: "About the figure" });
const differences = (page: Page) => page.getByRole("grid", { name: "Differences" });
const plot = (page: Page, title: string) => page.getByRole("region", { name: title });

/** The tab of agreement, over the sample's reports that two people have finished. */
async function goToAgreement(page: Page): Promise<void> {
  await introduce(page, "Reva Sander");
  await page.keyboard.press("Control+3");
  const tabs = page.getByRole("radiogroup", { name: "List" });
  const tab = tabs.getByRole("radio", { name: "Agreement" });
  await tab.press("Space");
  await expect(page.getByText("Nothing is measured yet")).toBeVisible();
}

test("agreement is measured by a key, and a figure opens the differences behind it", async ({
  app: { page },
}) => {
  await goToAgreement(page);
  await page.keyboard.press("m");
  const first = figures(page).getByRole("row", {
    name: /^F1, same label and boundaries all together/,
  });
  await expect(first).toBeVisible();
  await expect(page.getByText(/^7 reports of 7 cases compared/)).toBeVisible();
  await expect(about(page)).toContainText("A span counts as agreed only when its label");
  await expect(about(page)).toContainText("Hripcsak and Rothschild (2005)");

  await test.step("the arrows go from figure to figure, and what is said goes along", async () => {
    await figures(page).focus();
    await page.keyboard.press("ArrowDown");
    await expect(about(page)).toContainText(/diagnosis · /);
    await expect(about(page)).toContainText("Compared (n)");
  });

  await test.step("Enter opens what is behind one, Back is where it was", async () => {
    await page.keyboard.press("Enter");
    await expect(differences(page).getByRole("row").nth(1)).toBeVisible();
    await expect(page.getByRole("button", { name: /^diagnosis.* Label$/ })).toBeVisible();
    await page.goBack();
    await expect(about(page)).toContainText(/diagnosis · /);
  });

  await test.step("what a change made old is said", async () => {
    await page.goForward();
    await differences(page).focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByRole("listbox", { name: "Differences of the report" }).waitFor();
    await page.keyboard.press("x");
    const progress = page.getByRole("progressbar", { name: "Decided" });
    await expect(progress).toHaveAttribute("aria-valuetext", /^1 of/);
    await page.goBack();
    await page.goBack();
    await expect(page.getByText("measure again to see it")).toBeVisible();
  });
});

test("what is measured and of whom is chosen, and what is not defined says why", {
  tag: "@mouse",
}, async ({ app: { page } }) => {
  await goToAgreement(page);
  await page.getByRole("button", { name: /^Measures: 8 of/ }).click();
  const measures = page.getByRole("dialog", { name: "Measures" });
  await measures.getByRole("checkbox", { name: "F1, same label and boundaries" }).press("Space");
  await measures.getByRole("checkbox", { name: "Cohen’s κ of report labels" }).press("Space");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Told apart by:/ }).click();
  await page.getByRole("checkbox", { name: "Label", exact: true }).press("Space");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Intervals:/ }).click();
  await page.getByRole("textbox", { name: "Draws" }).fill("0");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Intervals: none" })).toBeVisible();
  await page.getByRole("button", { name: "Measure M" }).click();
  await expect(
    figures(page).getByRole("row", { name: /^F1, same label, overlapping/ }),
  ).toHaveCount(2);
  await expect(figures(page).getByRole("row", { name: /^F1, same label and bound/ })).toHaveCount(
    0,
  );
  const labels = figures(page).getByRole("row", {
    name: /^Cohen’s κ of report labels all together/,
  });
  await expect(labels).toContainText("There are no items to compare.");
});

test("plots lead to the differences behind a mark, are saved, and can be read as tables", async ({
  app: { page },
}) => {
  await goToAgreement(page);
  await page.keyboard.press("p");
  const matrix = plot(page, "Labels against labels");
  const marks = matrix.getByRole("button", { name: /^“/ });
  await marks.first().focus();
  await page.keyboard.press("ArrowRight");
  await expect(marks.nth(1)).toBeFocused();

  await test.step("as a table", async () => {
    const table = matrix.getByRole("button", { name: "As a table" });
    await table.press("Space");
    await expect(matrix.getByRole("columnheader", { name: "Second annotator" })).toBeVisible();
    await table.press("Space");
  });

  await test.step("as a file", async () => {
    const download = page.waitForEvent("download");
    await matrix.getByRole("button", { name: "Save as SVG" }).press("Enter");
    const file = await (await download).path();
    expect(readFileSync(file, "utf8")).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect((await download).suggestedFilename()).toBe("labels-against-labels.svg");
  });

  await test.step("the differences behind a mark", async () => {
    await marks.first().focus();
    await page.keyboard.press("ArrowRight");
    const name = await marks.nth(1).getAttribute("aria-label");
    expect(name).toMatch(/^“(.+)” against “(?!\1”)/);
    const count = /: (\d+)\.$/.exec(name ?? "")?.[1];
    await page.keyboard.press("Enter");
    await expect(differences(page)).toBeVisible();
    const shown = Number(count) === 1 ? "one difference" : `${count} differences`;
    await expect(page.getByRole("status").filter({ hasText: shown })).toBeVisible();
  });
});

test("a report of all is written", async ({ app: { page }, host }) => {
  test.skip(host === "desktop", "the desktop asks for a folder");
  await goToAgreement(page);
  const download = page.waitForEvent("download");
  await page.keyboard.press("g");
  const files = unzipSync(readFileSync(await (await download).path()));
  const names = Object.keys(files).map((name) => name.replace(/^.*\//, ""));
  expect(names.filter(Boolean).sort()).toEqual([
    ...["agreement.html", "annotators.csv", "differences.csv", "figures.csv", "labels.csv"],
    ...["left-out.csv", "pairs.csv", "reports.csv", "shifts.csv", "types.csv"],
  ]);
  const html = Object.entries(files).find(([name]) => name.endsWith("agreement.html"))?.[1];
  const text = new TextDecoder().decode(html);
  expect(text.includes("Agreement was measured over the 7 reports of 7 cases")).toBe(true);
  await expect(page.getByText("The download of the report has started.")).toBeVisible();
});

test("WCAG 2.2 AA is held to by figures, choices and plots of agreement", {
  tag: "@sweep",
}, async ({ app: { page } }) => {
  await goToAgreement(page);
  await page.keyboard.press("m");
  await expect(figures(page).getByRole("row").nth(1)).toBeVisible();
  await check(page, "figures");
  await page.getByRole("button", { name: /^Measures:/ }).press("Enter");
  await page.getByRole("dialog", { name: "Measures" }).waitFor();
  await check(page, "choices");
  await page.keyboard.press("Escape");
  await page.getByRole("dialog", { name: "Measures" }).waitFor({ state: "hidden" });
  await page.keyboard.press("p");
  await plot(page, "Labels against labels").waitFor();
  await check(page, "plots");
});
