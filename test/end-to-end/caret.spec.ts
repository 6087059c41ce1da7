import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { inspector, moveCaretTo, quote, reportText, spanCount, startOn } from "./steps.ts";

const selected = (page: Page) => page.evaluate(() => String(document.getSelection()));
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

test.beforeEach(async ({ app: { page } }) => {
  await startOn(page, /uterine leiomyosarcoma/);
});

test("the caret goes by section, sentence and word, and Shift takes in what it goes over", async ({
  app: { page },
}) => {
  await press(page, "Control+Home", "Alt+ArrowDown", "Alt+ArrowDown", "Control+ArrowDown");
  await press(page, "Control+Shift+ArrowRight", "Control+Shift+ArrowRight");
  await expect.poll(() => selected(page)).toBe("The uterus");
  await press(page, "Alt+ArrowRight", "Alt+Shift+ArrowRight");
  await expect.poll(() => selected(page)).toContain("The anterior wall held");
  await expect.poll(() => selected(page)).toMatch(/haemorrhage and necrosis\.$/);
  await press(page, "Control+ArrowUp", "Alt+ArrowUp", "Control+Shift+ArrowRight");
  await expect.poll(() => selected(page)).toBe("Gross");
});

test("phrases are selected one after the other, marked, and marked again with the same label", async ({
  app: { page },
}) => {
  await moveCaretTo(page, "smooth muscle actin (SMA");
  await press(page, "'");
  await expect.poll(() => selected(page)).toBe("smooth muscle actin");
  await press(page, "m");
  await expect(quote(page)).toHaveText("smooth muscle actin");
  await press(page, "'", ";");
  await expect(quote(page)).toHaveText("SMA");
  await press(page, "'", "'", '"');
  await expect.poll(() => selected(page)).toBe("clone 1A4");
});

test("a period repeats a mark with what was said of it", async ({ app: { page } }) => {
  await moveCaretTo(page, "HMB-45, Melan-A");
  await press(page, "m");
  await expect(quote(page)).toHaveText("HMB-45");
  await press(page, "-", "u");
  const uncertain = inspector(page).getByRole("button", { name: /^uncertain/ });
  await expect(uncertain).toHaveAttribute("aria-pressed", "true");
  await press(page, "Control+ArrowRight", ".");
  await expect(quote(page)).toHaveText("Melan-A");
  await expect(uncertain).toHaveAttribute("aria-pressed", "true");
  await expect(inspector(page).getByLabel("result")).toHaveValue("negative");
});

test("all places that say the same are looked through, and marked in one step", async ({
  app: { page },
}) => {
  const panel = page.getByRole("region", { name: "Mark the same words" });
  await moveCaretTo(page, "desmin (D33)");
  await press(page, "m");
  await expect(quote(page)).toHaveText("desmin");
  await press(page, "-");
  await expect(inspector(page).getByLabel("result")).toHaveValue("negative");
  await press(page, "*");
  await expect(panel.getByRole("option").first()).toBeVisible();
  const places = await panel.getByRole("option").count();
  expect(places).toBeGreaterThan(1);
  await press(page, "ArrowDown", " ");
  await expect(
    panel.getByRole("button", { name: `Mark ${places - 1} of ${places}` }),
  ).toBeVisible();
  await press(page, "Enter");
  await expect(panel).toBeHidden();
  await expect(reportText(page)).toBeFocused();
  await expect.poll(() => spanCount(page)).toBe(places);
  await test.step("the caret stays where it was", async () => {
    await press(page, "Control+ArrowRight", "Control+Shift+ArrowRight");
    await expect.poll(() => selected(page)).toBe("D33");
    await press(page, "Control+ArrowLeft", "Control+ArrowLeft");
  });
  await press(page, "*");
  await expect(panel.getByRole("option")).toHaveCount(1);
  await press(page, "Escape", "Control+z");
  await expect.poll(() => spanCount(page)).toBe(1);
});

test("a count takes so many of the places that say the same, from here on", async ({
  app: { page },
}) => {
  const panel = page.getByRole("region", { name: "Mark the same words" });
  await moveCaretTo(page, "desmin (D33)");
  await press(page, "3");
  await expect(page.getByText("3 ×", { exact: true })).toBeVisible();
  await press(page, "Escape");
  await expect(page.getByText("3 ×", { exact: true })).toBeHidden();
  await press(page, "2");
  await expect(page.getByText("2 ×", { exact: true })).toBeVisible();
  await press(page, "m");
  await expect(panel.getByRole("option").first()).toBeVisible();
  const places = await panel.getByRole("option").count();
  expect(places).toBeGreaterThan(2);
  await expect(panel.getByRole("button", { name: `Mark 2 of ${places}` })).toBeVisible();
  await press(page, "Enter");
  await expect.poll(() => spanCount(page)).toBe(2);
  await expect(page.getByText("2 ×", { exact: true })).toBeHidden();
});

test("selections take words whole until a key says otherwise, also after a reload", async ({
  app: { page },
}) => {
  const whole = page.getByRole("button", { name: "Select whole words" });
  await moveCaretTo(page, "leiomyosarcoma (LMS)");
  await press(page, "Shift+ArrowRight", "Shift+ArrowRight", "d");
  await expect(quote(page)).toHaveText("leiomyosarcoma");
  await press(page, "Control+z", "_");
  await expect(whole).toHaveAttribute("aria-pressed", "false");
  await page.reload();
  await expect(whole).toHaveAttribute("aria-pressed", "false");
  await moveCaretTo(page, "leiomyosarcoma (LMS)");
  await press(page, "Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight", "d");
  await expect(quote(page)).toHaveText("lei");
});

test("the same arrows in a field move the field's own caret", async ({ app: { page } }) => {
  await moveCaretTo(page, "desmin (D33)");
  await press(page, "m");
  await expect(quote(page)).toHaveText("desmin");
  const before = await selected(page);
  await inspector(page).getByRole("textbox", { name: "Note" }).fill("two words");
  await press(page, "Control+ArrowLeft", "Control+Shift+ArrowLeft");
  await expect.poll(() => selected(page)).toContain("two");
  await press(page, "Escape");
  await expect.poll(() => selected(page)).toBe(before);
});
