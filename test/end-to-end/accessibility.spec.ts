import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { importFiles, inspector, introduce, openReport, selectByMouse } from "./steps.ts";

const looks = [
  { name: "light", media: { colorScheme: "light", forcedColors: "none" } },
  { name: "dark", media: { colorScheme: "dark", forcedColors: "none" } },
  { name: "forced colours", media: { colorScheme: "dark", forcedColors: "active" } },
] as const;

const criteria = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What axe finds wrong with the page as it stands, in each look: rule, look, and where. */
async function violations(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const { name, media } of looks) {
    await page.emulateMedia({ ...media, reducedMotion: "reduce" });
    const without: string[] = [];
    // Forced colours are the system's; axe measures those of the style sheets.
    if (media.forcedColors === "active") without.push("color-contrast");
    const axe = new AxeBuilder({ page }).withTags(criteria).disableRules(without);
    for (const { id, nodes } of (await axe.analyze()).violations)
      found.push(...nodes.map(({ target }) => `${id}, ${name}: ${target.join(" ")}`));
  }
  return found;
}

test("every screen and dialog holds to WCAG 2.2 AA", async ({ app }) => {
  const { page } = app;
  test.setTimeout(180_000);
  const check = (what: string) =>
    test.step(what, async () => expect.soft(await violations(page), what).toEqual([]));
  const go = async (screen: string) => {
    await page.getByRole("link", { name: screen }).click();
    await page.getByRole("heading", { name: screen, level: 1 }).waitFor();
  };

  await page.getByRole("textbox", { name: /name/i }).waitFor();
  await check("welcome");
  await introduce(page, "Mira Castellanos");
  await page.getByRole("grid", { name: "Reports" }).waitFor();
  await check("library");

  await importFiles(app, [
    { name: "pair.txt", text: "Positive for desmin.\n" },
    { name: "pair.ann", text: "T1\tAntibody 13 19\tdesmin\nX1\tnobody knows\n" },
    { name: "lonely.ann", text: "T1\tmarker 0 1\tA\n" },
    { name: "alone.ann", text: "T1\tmarker 0 1\tA\n" },
  ]);
  await page.getByRole("grid", { name: "Files" }).waitFor();
  await check("import");
  await page.getByRole("button", { name: "Discard" }).click();

  await openReport(page, /leiomyosarcoma/);
  await selectByMouse(page, "smooth muscle actin");
  await page.keyboard.press("m");
  await selectByMouse(page, "SMA");
  await page.keyboard.press("m");
  await expect(page.getByText("abbreviation").first()).toBeVisible();
  await expect(inspector(page).getByRole("blockquote")).toHaveText("SMA");
  await check("annotate");
  await page.keyboard.press("*");
  await page.getByRole("listbox", { name: "Places" }).waitFor();
  await check("the same words");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+Enter");
  await page.getByText("Not read yet:").waitFor();
  await check("what is not read yet");
  await page.keyboard.press("Control+Shift+H");
  await page.getByRole("listbox", { name: "Steps" }).press("ArrowDown");
  await page.getByText("added since").first().waitFor();
  await check("history");
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Keys" }).click();
  await page.getByRole("dialog", { name: "Keys" }).waitFor();
  await check("keys dialog");
  await page.keyboard.press("Escape");

  await go("Search");
  await page.keyboard.type("desmin OR label:marker -lable:x");
  await page
    .getByRole("option", { name: /desmin/i })
    .first()
    .waitFor();
  await check("search");
  for (const screen of ["Scheme", "Review", "Datasets"]) {
    await go(screen);
    await check(screen.toLowerCase());
  }
  await page.getByRole("button", { name: "Export…" }).click();
  await page.getByRole("dialog").waitFor();
  await check("export dialog");
});

test("a list of the text and the table of its entities hold to WCAG 2.2 AA", async ({ app }) => {
  const { page } = app;
  test.setTimeout(180_000);
  await introduce(page, "Mira Castellanos");
  await openReport(page, /leiomyosarcoma/);
  await selectByMouse(page, "desmin (D33)");
  await page.keyboard.press("$");
  await page.getByRole("listbox", { name: "What the list says" }).waitFor();
  expect.soft(await violations(page), "a list").toEqual([]);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Shift+F9");
  await page.getByRole("grid", { name: "Table of marker" }).waitFor();
  expect.soft(await violations(page), "the table").toEqual([]);
});
