import { expect, test } from "./fixtures.ts";
import { introduce, moveCaretTo, openReport, reportText, spanCount, startOn } from "./steps.ts";

const press = (page: import("@playwright/test").Page, ...keys: string[]) =>
  keys.reduce((done, key) => done.then(() => page.keyboard.press(key)), Promise.resolve());

test("a command gets another key, a taken one is swapped, and all of it outlives a restart", async ({
  app,
}) => {
  await introduce(app.page, "Mira Castellanos");
  await app.page.keyboard.press("?");
  const sheet = app.page.getByRole("dialog", { name: "Keys" });
  const row = (name: string) => sheet.getByRole("option", { name });
  await expect(sheet.getByText("diagnosis")).toBeVisible();

  await expect(row("New Project")).toBeFocused();
  await row("Export").focus();
  await press(app.page, "Enter", "m");
  await expect(sheet.getByText(/Letters mark text/)).toBeVisible();
  await press(app.page, "Control+i");
  await expect(sheet.getByRole("alert")).toHaveText(/is the key of “Import Files”/);
  await press(app.page, "Enter");
  await expect(row("Export")).toHaveText(/Ctrl\s*I/);
  await expect(row("Import Files")).toHaveText(/Ctrl\s*E/);
  await press(app.page, "Escape");
  await expect(sheet).toBeHidden();
  await press(app.page, "Control+i");
  await expect(app.page.getByRole("dialog", { name: "Export" })).toBeVisible();

  await app.killAndRestart();
  await app.page.getByRole("heading", { name: "Library" }).waitFor();
  await press(app.page, "Control+i");
  await expect(app.page.getByRole("dialog", { name: "Export" })).toBeVisible();
  await press(app.page, "Escape", "?");
  const reset = app.page.getByRole("button", { name: "Reset all keys" });
  await reset.press("Enter");
  await expect(reset).toBeDisabled();
  await press(app.page, "Escape");
  await expect(app.page.getByRole("dialog")).toHaveCount(0);
  await press(app.page, "Control+e");
  await expect(app.page.getByRole("dialog", { name: "Export" })).toBeVisible();
});

test("the arrows go through all commands, over the columns' ends", async ({ app: { page } }) => {
  await introduce(page, "Mira Castellanos");
  await page.keyboard.press("?");
  const options = page.getByRole("dialog", { name: "Keys" }).getByRole("option");
  await expect(options.first()).toBeFocused();
  for (let step = await options.count(); step > 1; step--) await page.keyboard.press("ArrowDown");
  await expect(options.last()).toBeFocused();
});

test("a changed key is lived by in the text", async ({ app: { page } }) => {
  await introduce(page, "Mira Castellanos");
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keys" });
  await expect(sheet.locator(":focus")).toHaveCount(1);
  await sheet.getByRole("option", { name: "Remove Span" }).focus();
  await press(page, "Enter", "F10", "Escape");
  await openReport(page, /uterine leiomyosarcoma/);
  await moveCaretTo(page, "desmin");
  await press(page, "m");
  await expect.poll(() => spanCount(page)).toBe(1);
  await press(page, "Escape", "ArrowLeft", "Delete");
  expect(await spanCount(page)).toBe(1);
  await press(page, "F10");
  await expect.poll(() => spanCount(page)).toBe(0);
});

test("the palette does actions, marks with labels and goes to entities and reports", async ({
  app: { page },
}) => {
  await introduce(page, "Mira Castellanos");
  const palette = page.getByRole("dialog", { name: "Go to or do anything" });
  await press(page, "Control+k");
  await page.keyboard.type("leiomyosarc");
  await expect(palette.getByRole("menuitem", { name: /leiomyosarcoma/i }).first()).toBeVisible();
  await press(page, "Enter");
  await reportText(page).waitFor();

  await moveCaretTo(page, "desmin");
  await press(page, "Control+Shift+ArrowRight", "Control+k");
  await page.keyboard.type("marker");
  await expect(palette.getByRole("menuitem", { name: /^marker/ })).toBeVisible();
  await press(page, "Enter");
  await expect.poll(() => spanCount(page)).toBe(1);
  await press(page, "0");
  await moveCaretTo(page, "Case");

  await press(page, "Control+k");
  await page.keyboard.type("desm");
  const entity = palette.getByRole("menuitem", { name: /desmin/i }).first();
  await expect(entity).toBeVisible();
  await press(page, "Enter");
  await expect(page.getByRole("region", { name: "Span" })).toBeVisible();

  await press(page, "Control+k");
  await page.keyboard.type("scheme");
  await press(page, "Enter");
  await expect(page.getByRole("heading", { name: "Scheme", exact: true })).toBeVisible();
});

test("a paste into the report changes nothing and says why", async ({ app: { page } }) => {
  await startOn(page, /uterine leiomyosarcoma/);
  await reportText(page).evaluate((text) => {
    const data = new DataTransfer();
    data.setData("text/plain", "pasted words");
    const options = { clipboardData: data, bubbles: true, cancelable: true };
    text.dispatchEvent(new ClipboardEvent("paste", options));
  });
  await expect(page.getByText(/nothing can be pasted into it/)).toBeVisible();
  await expect(reportText(page)).not.toContainText("pasted words");
});
