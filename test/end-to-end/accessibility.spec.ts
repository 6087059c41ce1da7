import type { Page } from "@playwright/test";
import { check } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { importFiles, introduce, quote, selectText, startOn } from "./steps.ts";

async function go(page: Page, screen: string): Promise<void> {
  await page.getByRole("link", { name: screen }).click();
  await page.getByRole("heading", { name: screen, level: 1 }).waitFor();
}

test.describe("WCAG 2.2 AA is held to", { tag: "@sweep" }, () => {
  test.describe.configure({ timeout: 180_000 });

  test("by the first question, the library and an import", async ({ app }) => {
    const { page } = app;
    await page.getByRole("textbox", { name: /name/i }).waitFor();
    await check(page, "welcome");
    await introduce(page, "Mira Castellanos");
    await page.getByRole("grid", { name: "Reports" }).waitFor();
    await check(page, "library");
    await importFiles(app, [
      { name: "pair.txt", text: "Positive for desmin.\n" },
      { name: "pair.ann", text: "T1\tAntibody 13 19\tdesmin\nX1\tnobody knows\n" },
      { name: "lonely.ann", text: "T1\tmarker 0 1\tA\n" },
      { name: "alone.ann", text: "T1\tmarker 0 1\tA\n" },
    ]);
    await page.getByRole("grid", { name: "Files" }).waitFor();
    await check(page, "import");
  });

  test("by a report, its history and the keys", async ({ app: { page } }) => {
    await startOn(page, /leiomyosarcoma/);
    await selectText(page, "smooth muscle actin");
    await page.keyboard.press("m");
    await selectText(page, "SMA");
    await page.keyboard.press("m");
    await expect(page.getByText("abbreviation").first()).toBeVisible();
    await expect(quote(page)).toHaveText("SMA");
    await check(page, "annotate");
    await page.keyboard.press("*");
    await page.getByRole("listbox", { name: "Places" }).waitFor();
    await check(page, "the same words");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+Enter");
    await page.getByText("Not read yet:").waitFor();
    await check(page, "what is not read yet");
    await page.keyboard.press("Control+Shift+H");
    await page.getByRole("listbox", { name: "Steps" }).press("ArrowDown");
    await page.getByText("added since").first().waitFor();
    await check(page, "history");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Keys" }).click();
    await page.getByRole("dialog", { name: "Keys" }).waitFor();
    await check(page, "keys dialog");
  });

  test("by every other screen and the export", async ({ app: { page } }) => {
    await startOn(page, /leiomyosarcoma/);
    await selectText(page, "SMA");
    await page.keyboard.press("m");
    await expect(quote(page)).toHaveText("SMA");
    await go(page, "Search");
    await page.keyboard.type("desmin OR label:marker -lable:x");
    await page
      .getByRole("option", { name: /desmin/i })
      .first()
      .waitFor();
    await check(page, "search");
    for (const screen of ["Scheme", "Review", "Datasets"]) {
      await go(page, screen);
      await check(page, screen.toLowerCase());
    }
    await page.getByRole("button", { name: "Export…" }).click();
    await page.getByRole("dialog").waitFor();
    await check(page, "export dialog");
  });

  test("by a release that is filled in, made, opened and compared", async ({
    app: { page },
    host,
  }) => {
    test.skip(host === "desktop", "the desktop asks for a folder");
    await introduce(page, "Mira Castellanos");
    await page.keyboard.press("Control+Shift+E");
    const title = page.getByRole("textbox", { name: "Title" });
    await title.fill("");
    await page.getByRole("button", { name: "Add an author" }).click();
    await page.getByRole("button", { name: /^Summary, keywords/ }).click();
    await page.getByText("Give the release a title.").first().waitFor();
    await check(page, "new release");
    await title.fill("Markers");
    await page.getByRole("textbox", { name: "Family name" }).fill("Castellanos");
    await page.getByRole("checkbox", { name: "PubTator" }).press("Space");
    await page.getByRole("button", { name: "Make the release" }).click();
    await page.getByRole("heading", { name: /^Not all will be in/ }).waitFor();
    await check(page, "what a release will not hold");
    await page.getByRole("button", { name: "Release it all the same" }).click();
    await page.getByRole("heading", { name: /^Released/ }).waitFor();
    await check(page, "release made");
    await page.getByRole("button", { name: "Done" }).click();
    await page.getByRole("row", { name: /^Markers/ }).waitFor();
    await check(page, "releases");
    await page.getByRole("button", { name: "Compare…" }).click();
    await page.getByRole("region", { name: "Later release" }).waitFor();
    await check(page, "compare releases");
  });

  test("by a list of the text and the table of its entities", async ({ app: { page } }) => {
    await startOn(page, /leiomyosarcoma/);
    await selectText(page, "desmin (D33)");
    await page.keyboard.press("$");
    await page.getByRole("listbox", { name: "What the list says" }).waitFor();
    await check(page, "a list");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Shift+F9");
    await page.getByRole("grid", { name: "Table of marker" }).waitFor();
    await check(page, "the table");
  });
});
