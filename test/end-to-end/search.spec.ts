import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { inspector, introduce, reportText } from "./steps.ts";

const hits = (page: Page) => page.getByRole("listbox", { name: "Hits" }).getByRole("option");
const chosen = (page: Page) => page.getByRole("toolbar", { name: "Chosen hits" });

/** Goes to the search and asks it, by keys alone. */
async function search(page: Page, query: string): Promise<void> {
  await page.keyboard.press("Control+Shift+F");
  await page.getByRole("heading", { name: "Search", exact: true }).waitFor();
  const box = page.getByRole("combobox", { name: "Search all reports" });
  await box.focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.type(query);
  // What is offered to complete the last word would take the next key.
  await page.keyboard.press("Escape");
  await expect(box).toHaveValue(query);
}

test("words are found in all reports, marked everywhere in one step, and taken back in one", async ({
  app: { page },
}) => {
  await introduce(page, "Mira Castellanos");
  await search(page, 'desmin OR "smooth muscle actin"');
  await expect(hits(page)).not.toHaveCount(0);
  await page.keyboard.press("Enter");
  const total = await hits(page).count();

  await page.keyboard.press("Control+A");
  await expect(chosen(page)).toContainText(`${total} hits chosen`);
  await page.keyboard.press("Space");
  await expect(chosen(page)).toContainText(`${total - 1} hits chosen`);
  await page.keyboard.press("m");
  await expect(page.getByText(`Marked ${total - 1} places in`)).toBeVisible();

  await search(page, "label:marker");
  await expect(hits(page)).toHaveCount(total - 1);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+A");
  await page.keyboard.press("r");
  await expect(page.getByText(`Relabelled ${total - 1} spans in`)).toBeVisible();
  await expect(page.getByText("Nothing fits")).toBeVisible();

  await page.keyboard.press("Control+Z");
  await expect(hits(page)).toHaveCount(total - 1);
  await page.keyboard.press("Control+Z");
  await expect(page.getByText("Nothing fits")).toBeVisible();
});

test("a hit opens its report at the place, and back leads to the same line", async ({
  app: { page },
}) => {
  await introduce(page, "Mira Castellanos");
  await search(page, "CD34");
  await expect(hits(page)).not.toHaveCount(0);
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowDown");
  const line = hits(page).nth(1);
  await expect(line).toHaveAttribute("data-current", "true");
  await page.keyboard.press("Enter");
  await reportText(page).waitFor();
  await expect.poll(() => page.evaluate(() => String(document.getSelection()))).toBe("CD34");
  await page.keyboard.press("m");
  await expect(inspector(page).getByRole("blockquote")).toHaveText("CD34");

  await page.keyboard.press("Control+Shift+F");
  await expect(line).toHaveAttribute("data-current", "true");
  await expect(page.getByRole("listbox", { name: "Hits" })).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(hits(page).first()).toHaveAttribute("data-current", "true");
});

test("a query is completed by keys, its parts are taken away by keys, and slips are said", async ({
  app: { page },
}) => {
  await introduce(page, "Mira Castellanos");
  await page.keyboard.press("Control+Shift+F");
  const box = page.getByRole("combobox", { name: "Search all reports" });
  await expect(box).toBeFocused();
  await page.keyboard.type("desmin -la");
  await page.keyboard.press("Tab");
  await page.keyboard.type("mark");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(box).toHaveValue("desmin -label:marker ");

  await page.keyboard.type("lable:x");
  await expect(page.getByText("There is no “lable:” to search by")).toBeVisible();
  await page.keyboard.press("Tab");
  const parts = page.getByRole("grid", { name: "Conditions" });
  await expect(parts.locator(":focus")).toHaveCount(1);
  await page.keyboard.press("End");
  await page.keyboard.press("Delete");
  await expect(box).toHaveValue("desmin -label:marker");
  await expect(page.getByText("There is no “lable:” to search by")).toBeHidden();
});

test("a saved search is a work list in the library, which going on to the next report follows", async ({
  app: { page },
}) => {
  await introduce(page, "Mira Castellanos");
  await search(page, "CD34 -is:marked");
  await page.getByRole("button", { name: "Work lists" }).press("Enter");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").getByRole("textbox", { name: "Name" }).waitFor();
  await page.keyboard.type("Unmarked CD34");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Unmarked CD34" }).press("Enter");
  await page.getByRole("menuitem", { name: "Work through it in the library" }).press("Enter");

  await page.getByRole("heading", { name: "Library" }).waitFor();
  const rows = page.getByRole("grid", { name: "Reports" }).getByRole("row");
  await expect(rows).toHaveCount(4);
  await page.getByRole("grid", { name: "Reports" }).focus();
  await page.keyboard.press("Enter");
  for (let report = 0; report < 2; report++) {
    await reportText(page).waitFor();
    const before = page.url();
    await page.keyboard.press("Alt+PageDown");
    await expect.poll(() => page.url()).not.toBe(before);
  }
  await reportText(page).waitFor();
  await page.keyboard.press("Alt+PageDown");
  await expect(page.getByText("This is the last report of this work list.")).toBeVisible();
});
