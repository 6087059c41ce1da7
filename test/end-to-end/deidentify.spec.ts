import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { importFiles, introduce, moveCaretTo } from "./steps.ts";

const candidates = (page: Page) => page.getByRole("listbox", { name: "Identifiers" });
const candidate = (page: Page, name: RegExp) => candidates(page).getByRole("option", { name });
const report = (page: Page, name: RegExp) =>
  page.getByRole("listbox", { name: "Reports" }).getByRole("option", { name });

const given = [
  {
    name: "one.txt",
    text: "Dr. Anna Maier saw Mr. Hubert Krall on 3 May 2016.\n\nDesmin was positive, says Ludmila.",
  },
  { name: "two.txt", text: "Seen again by Dr. Anna Maier, MRN: 1234567." },
];

test("identifiers are looked for, decided on by keys from report to report, and added by hand", async ({
  app,
}) => {
  const { page } = app;
  await introduce(page, "Ana");
  await importFiles(app, given);
  await expect(page.getByRole("row", { name: /^two/ })).toBeVisible();
  await page.keyboard.press("Control+6");
  await expect(page.getByRole("heading", { name: "De-identification" })).toBeVisible();
  await page.keyboard.press("Alt+s");
  await expect(page.getByText(/new identifiers? in 12 reports\./)).toBeVisible();

  await test.step("to the report before the last, and into its list", async () => {
    await page.getByRole("listbox", { name: "Reports" }).focus();
    await page.keyboard.press("End");
    await expect(report(page, /^two/)).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("ArrowUp");
    await expect(report(page, /^one.*3 wait/)).toHaveAttribute("aria-selected", "true");
    await expect(candidate(page, /Hubert Krall/)).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(candidates(page)).toBeFocused();
  });

  await test.step("accepted, refused, and each goes on to the next that waits", async () => {
    await expect(candidate(page, /Anna Maier.*open/)).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("Alt+Shift+a");
    await expect(candidate(page, /Anna Maier.*accepted/)).toBeVisible();
    await expect(report(page, /^two.*1 waits/)).toBeVisible();
    await expect(candidate(page, /Hubert Krall/)).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("Enter");
    await expect(candidate(page, /3 May 2016/)).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("[");
    await expect(candidate(page, /Hubert Krall.*accepted/)).toHaveAttribute(
      "aria-selected",
      "true",
    );
  });

  await test.step("what the rules have not found is selected and added", async () => {
    await moveCaretTo(page, "Ludmila");
    for (const _ of "Ludmila") await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Alt+i");
    await expect(candidate(page, /Ludmila.*Name.*accepted/)).toBeVisible();
  });

  await test.step("the last one goes on to the next report, and undo takes it back", async () => {
    await page.keyboard.press("Escape");
    await page.keyboard.press("F3");
    await expect(candidate(page, /3 May 2016/)).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("Delete");
    await expect(candidate(page, /1234567/)).toHaveAttribute("aria-selected", "true");
    await expect(report(page, /^one.*All decided/)).toBeVisible();
    await page.keyboard.press("Control+z");
    await expect(report(page, /^one.*1 waits/)).toBeVisible();
  });
});
