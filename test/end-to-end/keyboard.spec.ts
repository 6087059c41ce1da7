import { expect, test } from "./fixtures.ts";
import { inspector, reportText, spanCount } from "./steps.ts";

test("the whole job without a mouse", async ({ app: { page } }) => {
  await test.step("say who you are", async () => {
    await expect(page.getByRole("textbox", { name: /name/i })).toBeFocused();
    await page.keyboard.type("Mira Castellanos");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Library" }).waitFor();
  });

  await test.step("find a report and open it", async () => {
    await page.keyboard.press("/");
    await page.keyboard.type("leiomyosarc");
    await expect(page.getByRole("row", { name: /leiomyosarcoma/ })).toBeVisible();
    await page.keyboard.press("Enter");
    await reportText(page).waitFor();
    await expect(reportText(page)).toBeFocused();
  });

  await test.step("mark two words", async () => {
    await page.keyboard.press("Control+Home");
    for (let word = 0; word < 5; word++) await page.keyboard.press("Control+ArrowRight");
    for (let word = 0; word < 2; word++) await page.keyboard.press("Control+Shift+ArrowRight");
    await page.keyboard.press("d");
    await expect.poll(() => spanCount(page)).toBe(1);
  });

  await test.step("give it an attribute, edit it, come back to the text", async () => {
    await page.keyboard.press("Enter");
    await expect(inspector(page).locator(":focus")).toHaveCount(1);
    await page.keyboard.press("Escape");
    await expect(reportText(page)).toBeFocused();
  });

  await test.step("choose a label from the list of all", async () => {
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Control+Shift+ArrowRight");
    await page.keyboard.press("Space");
    await page.keyboard.type("proc");
    await page.keyboard.press("Enter");
    await expect.poll(() => spanCount(page)).toBe(2);
  });

  await test.step("go from span to span, remove one, undo", async () => {
    await page.keyboard.press("[");
    await expect(inspector(page).getByText("1 of 2")).toBeVisible();
    await page.keyboard.press("Backspace");
    await expect.poll(() => spanCount(page)).toBe(1);
    await page.keyboard.press("Control+z");
    await expect.poll(() => spanCount(page)).toBe(2);
  });

  await test.step("typing never changes the report", async () => {
    const before = await reportText(page).textContent();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("xyz");
    expect(await reportText(page).textContent()).toContain(before?.slice(0, 200));
    expect(await reportText(page).textContent()).not.toContain("xyz");
  });

  await test.step("finish and go on", async () => {
    const title = page.getByRole("heading", { level: 1 });
    const first = (await title.textContent()) ?? "";
    await page.keyboard.press("Control+Shift+Enter");
    await expect(title).not.toHaveText(first);
  });
});
