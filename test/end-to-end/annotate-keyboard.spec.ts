import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import {
  entities,
  inspector,
  moveCaretTo,
  quote,
  reportText,
  spanCount,
  startOn,
} from "./steps.ts";

const title = (page: Page) => page.getByRole("heading", { level: 1 });

test.beforeEach(async ({ app: { page } }) => {
  await startOn(page, /uterine leiomyosarcoma/);
});

test("one key marks the word at the caret, another says its result", async ({ app: { page } }) => {
  await moveCaretTo(page, "desmin (D33)");
  await page.keyboard.press("m");
  await expect(quote(page)).toHaveText("desmin");
  await page.keyboard.press("+");
  await expect(inspector(page).getByLabel("result")).toHaveValue("positive");
  await page.keyboard.press("-");
  await expect(inspector(page).getByLabel("result")).toHaveValue("negative");
  await page.keyboard.press("Control+z");
  await expect(inspector(page).getByLabel("result")).toHaveValue("positive");
});

test("attributes, label, entity and the span itself change by key, and each step goes back and forth", async ({
  app: { page },
}) => {
  const negated = inspector(page).getByRole("button", { name: /^negated/ });
  const undoAndRedo = async (undone: () => Promise<void>, done: () => Promise<void>) => {
    await done();
    await page.keyboard.press("Control+z");
    await undone();
    await page.keyboard.press("Control+y");
    await done();
  };
  await moveCaretTo(page, "desmin (D33)");

  await page.keyboard.press("m");
  await undoAndRedo(
    () => expect.poll(() => spanCount(page)).toBe(0),
    () => expect.poll(() => spanCount(page)).toBe(1),
  );
  await page.keyboard.press("n");
  await undoAndRedo(
    () => expect(negated).toHaveAttribute("aria-pressed", "false"),
    () => expect(negated).toHaveAttribute("aria-pressed", "true"),
  );
  await page.keyboard.press("d");
  await undoAndRedo(
    () => expect(inspector(page).getByRole("button", { name: "Label: marker" })).toBeVisible(),
    () => expect(inspector(page).getByRole("button", { name: "Label: diagnosis" })).toBeVisible(),
  );
  await page.keyboard.press("Backspace");
  await undoAndRedo(
    () => expect.poll(() => spanCount(page)).toBe(1),
    () => expect.poll(() => spanCount(page)).toBe(0),
  );
});

test("an offer is taken with its number, or refused with 0 for a new entity", async ({
  app: { page },
}) => {
  const offer = page
    .getByRole("region", { name: "Report" })
    .getByRole("group", { name: "Link to" });
  await moveCaretTo(page, "desmin (D33)");
  await page.keyboard.press("m");
  await expect.poll(() => spanCount(page)).toBe(1);
  await moveCaretTo(page, "desmin, SMA and");
  await page.keyboard.press("m");
  await expect(offer).toBeVisible();
  await page.keyboard.press("0");
  await expect(offer).toBeHidden();
  await expect(page.getByRole("tab", { name: "Entities 2" })).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("tab", { name: "Entities 1" })).toBeVisible();
});

test("brackets go on from the caret, also after Escape has let the span go", async ({
  app: { page },
}) => {
  for (const words of ["morcellated", "desmin (D33)", "doxorubicin"]) {
    await moveCaretTo(page, words);
    await page.keyboard.press("m");
    await expect(quote(page)).toHaveText(words.split(" ")[0] ?? "");
  }
  await page.keyboard.press("Escape");
  await expect(quote(page)).toBeHidden();
  await page.keyboard.press("[");
  await expect(quote(page)).toHaveText("doxorubicin");
  await moveCaretTo(page, "Gross description");
  await page.keyboard.press("]");
  await expect(quote(page)).toHaveText("desmin");
  await page.keyboard.press("[");
  await expect(quote(page)).toHaveText("morcellated");
});

test("Enter opens the fields of the span at the caret, a note is written, Escape saves it and comes back", async ({
  app: { page },
}) => {
  await moveCaretTo(page, "doxorubicin");
  await page.keyboard.press("r");
  await expect(quote(page)).toHaveText("doxorubicin");
  await page.keyboard.press("Enter");
  await expect(inspector(page).getByRole("textbox", { name: "dose" })).toBeFocused();
  await page.keyboard.type("75 mg/m²");
  const note = inspector(page).getByRole("textbox", { name: "Note" });
  for (let tab = 0; tab < 9; tab++) {
    if (await note.evaluate((field) => field === document.activeElement)) break;
    await page.keyboard.press("Tab");
  }
  await expect(note).toBeFocused();
  await page.keyboard.type("six cycles");
  await page.keyboard.press("Escape");
  await expect(reportText(page)).toBeFocused();
  await expect(entities(page).getByText("75 mg/m²")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(note).toHaveValue("");
});

test("a report is finished, refuses marks, and is reopened; next and previous go around it", async ({
  app: { page },
}) => {
  const last = /uterine leiomyosarcoma/;
  await page.keyboard.press("Alt+PageUp");
  await expect(title(page)).not.toHaveText(last);
  const first = (await title(page).textContent()) ?? "";
  await expect(reportText(page)).toBeFocused();
  await page.keyboard.press("Control+Shift+Enter");
  await expect(title(page)).toHaveText(last);
  await expect(reportText(page)).toBeFocused();
  await page.keyboard.press("Alt+PageUp");
  await expect(title(page)).toHaveText(first);
  await expect(page.getByText("This report is done. Reopen it to change anything.")).toBeVisible();
  await page.keyboard.press("m");
  await expect(page.getByText(/so it cannot be changed/)).toBeVisible();
  expect(await spanCount(page)).toBe(0);
  await page.getByRole("button", { name: "Reopen" }).first().click();
  await expect(page.getByRole("toolbar", { name: "Labels" })).toBeVisible();
  await reportText(page).press("Control+Home");
  await page.keyboard.press("m");
  await expect.poll(() => spanCount(page)).toBe(1);
  await page.keyboard.press("Alt+PageDown");
  await expect(title(page)).toHaveText(last);
  await test.step("undo leads back to where it was done", async () => {
    await expect(reportText(page)).toBeFocused();
    await page.keyboard.press("Control+z");
    await expect(title(page)).toHaveText(first);
    await expect.poll(() => spanCount(page)).toBe(0);
  });
});

test("finishing goes on among what the library shows, and from its end to all reports", async ({
  app: { page },
}) => {
  await page.getByRole("link", { name: "Library" }).click();
  await page.getByRole("row", { name: /Gastric GIST/ }).waitFor();
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox").first()).toBeFocused();
  await page.keyboard.type("morcellated");
  await expect(page.getByRole("row", { name: /uterine leiomyosarcoma/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /Gastric GIST/ })).toBeHidden();
  await page.keyboard.press("Enter");
  await expect(reportText(page)).toBeFocused();
  await page.keyboard.press("Control+Shift+Enter");
  await expect(page.getByText("Every report with “morcellated” is done.")).toBeVisible();
  await page.getByRole("button", { name: "Look among all reports" }).press("Enter");
  await expect(title(page)).not.toHaveText(/uterine leiomyosarcoma/);
});
