import type { Page } from "@playwright/test";
import { check } from "./axe.ts";
import { type App, expect, test } from "./fixtures.ts";
import { clickOn, introduce, openReport, reportText, spanCount, workAs } from "./steps.ts";

const listed = (page: Page) => page.getByRole("listbox", { name: "Differences of the report" });
const current = (page: Page) => listed(page).getByRole("option", { selected: true });
const card = (page: Page) => page.getByRole("region", { name: "Difference", exact: true });
const versions = (page: Page) => card(page).getByRole("list", { name: "Versions" });
const progress = (page: Page) => page.getByRole("progressbar", { name: "Decided" });
const goldCount = (page: Page) =>
  page.getByRole("list", { name: "Lanes under the text" }).getByRole("listitem").filter({
    hasText: "Gold",
  });
const list = (page: Page) => page.getByRole("grid", { name: "Differences" });

/** Goes to the first report with differences: one of the sample's, which two people have finished. */
async function startReview({ page }: App): Promise<void> {
  await introduce(page, "Reva Sander");
  await page.keyboard.press("Control+3");
  await list(page)
    .getByRole("row", { name: /Fibroadenoma/ })
    .waitFor();
  await list(page).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(current(page)).toContainText("Fibroadenoma of the right breast");
}

test("a reviewer goes from the list to a report and decides difference after difference by one key each", async ({
  app,
}) => {
  const { page } = app;
  await startReview(app);
  await expect(versions(page).getByRole("listitem")).toHaveCount(2);
  await expect(progress(page)).toHaveAttribute("aria-valuetext", "0 of 35");

  await test.step("a version, none, the union and later; each goes on by itself", async () => {
    await page.keyboard.press("2");
    await expect(current(page)).toContainText("excised");
    await expect(goldCount(page)).toContainText("1");
    await page.keyboard.press("x");
    await expect(current(page)).toContainText("Germline sequencing");
    await page.keyboard.press("s");
    await expect(current(page)).toContainText("ATM");
    await page.keyboard.press("1");
    await expect(current(page)).toContainText("high-grade ductal carcinoma in situ");
    await page.keyboard.press("u");
    await expect(current(page)).toContainText("ER");
    await expect(goldCount(page)).toContainText("3");
    await expect(progress(page)).toHaveAttribute("aria-valuetext", "4 of 35");
  });

  await test.step("undo brings the last one back, redo decides it again", async () => {
    await page.keyboard.press("Control+z");
    await expect(current(page)).toContainText("high-grade ductal carcinoma in situ");
    await expect(goldCount(page)).toContainText("2");
    await page.keyboard.press("Control+y");
    await expect(goldCount(page)).toContainText("3");
    await expect(current(page)).toContainText("ER");
  });

  await test.step("the letters and signs of editing change label and edge", async () => {
    await page.keyboard.press("e");
    const edit = page.getByRole("region", { name: "Edit the version" });
    await expect(edit).toBeFocused();
    await page.keyboard.press("d");
    await expect(edit.getByRole("button", { name: /diagnosis/ })).toHaveAttribute(
      "aria-pressed",
      "true",
    );
    await page.keyboard.press(">");
    await page.keyboard.press("Enter");
    await expect(current(page)).toContainText("PR");
    await expect(goldCount(page)).toContainText("4");
  });

  await test.step("a reason goes with the next decision, and what was decided can be taken back", async () => {
    await page.keyboard.press("r");
    await page.keyboard.press("2");
    await expect(card(page)).toContainText("with the next decision: missed");
    await page.keyboard.press("1");
    await expect(current(page)).toContainText("HER2");
    await page.keyboard.press("f");
    await page.keyboard.press("k");
    await expect(card(page)).toContainText("missed · by Reva Sander");
    await page.keyboard.press("w");
    await expect(card(page)).toContainText("open");
  });
});

test("the others like one are looked through and decided in one step, which undo takes back", async ({
  app,
}) => {
  const { page } = app;
  await startReview(app);
  for (const key of ["1", "1"]) await page.keyboard.press(key);
  await expect(current(page)).toContainText("Germline sequencing");
  await page.keyboard.press("n");
  await page.keyboard.press("d");
  const others = page.getByRole("listbox", { name: "Others like this" });
  await expect(others).toBeFocused();
  await expect(others.getByRole("option", { name: /Germline sequencing/ })).toHaveCount(1);
  await page.keyboard.press("r");
  await expect(others.getByRole("option")).toHaveCount(7);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press(" ");
  await expect(page.getByRole("button", { name: "Decide 6 of 7 like this" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(progress(page)).toHaveAttribute("aria-valuetext", "3 of 35");
  await page.keyboard.press("Control+z");
  await expect(progress(page)).toHaveAttribute("aria-valuetext", "2 of 35");
});

test("what is agreed is accepted in one step, and a finished report leads to the next", async ({
  app,
}) => {
  test.setTimeout(90_000);
  const { page } = app;
  await startReview(app);
  await page.keyboard.press("a");
  await expect(goldCount(page)).toContainText("38");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("35 differences are left to decide.")).toBeVisible();
  for (let left = 35; left > 0; left--) {
    const before = await progress(page).getAttribute("aria-valuetext");
    await page.keyboard.press("1");
    await expect(progress(page)).not.toHaveAttribute("aria-valuetext", before ?? "");
    if (await page.getByText("Everything is decided.").first().isVisible()) break;
  }
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Mismatch repair");
  await page.keyboard.press("l");
  await page.getByRole("radio", { name: "Reports" }).press("Space");
  const reports = page.getByRole("grid", { name: "Reports under review" });
  await expect(reports.getByRole("row", { name: /Left breast.*finished/ })).toBeVisible();
});

test("while names are hidden, undo does not say whose version was taken", async ({ app }) => {
  const { page } = app;
  await startReview(app);
  await page.keyboard.press("1");
  await expect(goldCount(page)).toContainText("1");
  const undo = page.getByRole("button", { name: "Undo", exact: true });
  const tooltip = page.getByRole("tooltip", { name: /^Undo/ });
  await undo.focus();
  await expect(tooltip).toBeVisible();
  await expect(tooltip).not.toContainText("Ada Lindqvist");
  await listed(page).focus();
  await page.keyboard.press("h");
  await undo.focus();
  await expect(tooltip).toContainText("Ada Lindqvist");
});

test("while names are hidden, the history of a report does not say them either", async ({
  app: { page },
}) => {
  await introduce(page, "Ada Lindqvist");
  await openReport(page, /Left breast/);
  await page.getByRole("heading", { level: 1 }).getByRole("button").click();
  await page.getByRole("dialog").getByRole("textbox", { name: "Title" }).fill("Left breast, again");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Left breast, again");
  await workAs(page, "Ada Lindqvist", "Reva Sander");
  await openReport(page, /Left breast/);
  await page.keyboard.press("Control+Shift+H");
  const step = page.getByRole("option", { name: /Left breast, again/ });
  await expect(step).toContainText("· A");
  await expect(step).not.toContainText("Ada Lindqvist");
  await page.keyboard.press("h");
  await expect(step).toContainText("· Ada Lindqvist");
});

test("what an annotator changes later is open again, with what was decided before", async ({
  app,
}) => {
  const { page } = app;
  await startReview(app);
  await page.keyboard.press("1");
  await expect(current(page)).toContainText("excised");
  await workAs(page, "Reva Sander", "Ada Lindqvist");
  await openReport(page, /Left breast/);
  await page.keyboard.press("Alt+Shift+Enter");
  await clickOn(page, "Fibroadenoma");
  await page.keyboard.press("Backspace");
  await expect.poll(() => spanCount(page)).toBe(54);
  await page.keyboard.press("Control+Shift+Enter");
  await page.keyboard.press("Control+3");
  await list(page)
    .getByRole("row", { name: /Fibroadenoma.*changed since/ })
    .waitFor();
  await list(page).focus();
  await page.keyboard.press("Enter");
  await expect(current(page)).toContainText("Fibroadenoma");
  await expect(card(page)).toContainText("changed since it was decided");
  await expect(card(page)).toContainText("A’s version · by Reva Sander");
  await page.keyboard.press("1");
  await expect(current(page)).toContainText("excised");
});

test("everything is done by the mouse, too", { tag: "@mouse" }, async ({ app: { page } }) => {
  await introduce(page, "Reva Sander");
  await page.getByRole("link", { name: "Review" }).click();
  await list(page)
    .getByRole("row", { name: /Germline sequencing/ })
    .dblclick();
  await expect(current(page)).toContainText("Germline sequencing");
  await versions(page).getByRole("button").first().click();
  await expect(goldCount(page)).toContainText("1");
  await card(page).getByRole("button", { name: "Later" }).click();
  await listed(page)
    .getByRole("option", { name: /ATM|MRI/ })
    .first()
    .click();
  await card(page).getByRole("button", { name: "None" }).click();
  await page.getByRole("button", { name: "Show the names" }).click();
  await expect(page.getByRole("list", { name: "Lanes under the text" })).toContainText(
    "Ada Lindqvist",
  );
  await page.getByRole("button", { name: /^Accept \d+ agreed/ }).click();
  await expect(page.getByRole("button", { name: /^Accept what is agreed/ })).toBeDisabled();
});

test("a report that one person has finished says so and offers what is unfinished", async ({
  app: { page },
}) => {
  await introduce(page, "Reva Sander");
  await page.keyboard.press("Control+3");
  await page.getByRole("radio", { name: "Reports" }).press("Space");
  await page.getByRole("row", { name: /Diffuse large B-cell/ }).dblclick();
  await expect(page.getByText("Only one annotator has finished this report")).toBeVisible();
  await page.getByRole("button", { name: "Compare unfinished work, too" }).click();
  await expect(listed(page).getByRole("option").first()).toBeVisible();
});

test("WCAG 2.2 AA is held to by the list, a report under review and its panels", {
  tag: "@sweep",
}, async ({ app }) => {
  test.setTimeout(120_000);
  const { page } = app;
  await introduce(page, "Reva Sander");
  await page.keyboard.press("Control+3");
  await list(page)
    .getByRole("row", { name: /Fibroadenoma/ })
    .waitFor();
  await check(page, "list");
  await list(page).focus();
  await page.keyboard.press("Enter");
  await expect(reportText(page)).toBeVisible();
  await page.keyboard.press("1");
  await expect(goldCount(page)).toContainText("1");
  await check(page, "report");
  for (const [key, what] of [
    ["d", "alike"],
    ["r", "reason"],
    ["e", "edit"],
  ] as const) {
    await page.keyboard.press(key);
    await expect(page.getByRole("button", { name: /^Close/ }).first()).toBeVisible();
    await check(page, what);
    await page.keyboard.press("Escape");
  }
});
