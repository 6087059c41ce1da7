import type { Page } from "@playwright/test";
import { type App, expect, test } from "./fixtures.ts";
import {
  importFiles,
  introduce,
  moveCaretTo,
  openReport,
  reportText,
  spanCount,
  startOn,
} from "./steps.ts";

const sentence =
  "The cells were positive for smooth muscle actin, muscle-specific actin, and desmin; marker CD34 was negative.";

/** Opens a report of its own with this text, which the import has no question about. */
async function openText(app: App, text: string): Promise<void> {
  const { page } = app;
  await introduce(page, "Mira Castellanos");
  await importFiles(app, [{ name: "panel.txt", text }]);
  await openReport(page, "panel");
  await reportText(page).focus();
}

const table = (page: Page) => page.getByRole("grid", { name: "Table of marker" });
const cells = (page: Page, name: string) =>
  table(page).getByRole("row").filter({ hasText: name }).getByRole("gridcell");

test("a list of markers is taken in by two keys, each first to be changed or refused", async ({
  app,
}) => {
  const { page } = app;
  await openText(
    app,
    `A panel

${sentence}

SMA was seen again.
`,
  );
  const { keyboard } = page;
  await moveCaretTo(page, "positive for");
  await keyboard.press("Shift+ArrowDown");
  await keyboard.press("Shift+End");
  await keyboard.press("$");
  const list = page.getByRole("listbox", { name: "What the list says" });
  await expect(list.getByRole("option")).toHaveText([
    /smooth muscle actin.*positive.*new/,
    /muscle-specific actin.*positive.*new/,
    /desmin.*positive.*new/,
    /CD34.*negative.*new/,
  ]);

  await test.step("one is refused, one is changed, and the rest comes with one key", async () => {
    await keyboard.press("ArrowDown");
    await keyboard.press("Space");
    await keyboard.press("ArrowDown");
    await keyboard.press("=");
    await expect(list.getByRole("option", { name: /desmin/ })).toContainText("equivocal");
    await expect(list.getByRole("option", { name: /specific/ })).toHaveAttribute(
      "aria-selected",
      "false",
    );
    await keyboard.press("Enter");
    await expect(list).toBeHidden();
    await expect.poll(() => spanCount(page)).toBe(3);
    await expect(reportText(page)).toBeFocused();
  });

  await test.step("all of it is one step of undo", async () => {
    await keyboard.press("Control+z");
    await expect.poll(() => spanCount(page)).toBe(0);
    await keyboard.press("Control+y");
    await expect.poll(() => spanCount(page)).toBe(3);
  });

  await test.step("Escape leaves a list without a trace", async () => {
    await keyboard.press("$");
    await expect(list).toBeVisible();
    await keyboard.press("Escape");
    await expect(list).toBeHidden();
    await expect.poll(() => spanCount(page)).toBe(3);
  });
});

test("the table of markers is gone through, written in, sorted and copied by keys", async ({
  app,
}) => {
  const { page } = app;
  await openText(
    app,
    `A panel

${sentence}
`,
  );
  const { keyboard } = page;
  await moveCaretTo(page, "positive for");
  await keyboard.press("$");
  await keyboard.press("Enter");
  await expect.poll(() => spanCount(page)).toBe(4);
  await keyboard.press("Shift+F9");
  await expect(table(page)).toBeFocused();
  const names = table(page).getByRole("rowheader");
  await expect(names).toHaveText([
    "smooth muscle actin",
    "muscle-specific actin",
    "desmin",
    "CD34",
  ]);

  await test.step("a letter chooses, a figure is written, F2 writes in what is there", async () => {
    await keyboard.press("ArrowRight");
    await keyboard.press("n");
    await expect(cells(page, "smooth muscle actin").first()).toContainText("negative");
    await keyboard.press("ArrowRight");
    await keyboard.press("f");
    await expect(cells(page, "smooth muscle actin").nth(1)).toHaveText("focal");
    await keyboard.press("ArrowRight");
    await keyboard.type("30");
    await keyboard.press("Enter");
    await expect(cells(page, "smooth muscle actin").nth(2)).toHaveText("30");
    await keyboard.press("Home");
    await keyboard.press("F2");
    await page.getByRole("textbox", { name: /smooth muscle actin: marker/ }).fill("SMA");
    await keyboard.press("Enter");
    await expect(names.first()).toHaveText("SMA");
    await expect(table(page)).toBeFocused();
  });

  await test.step("Enter on a title sorts", async () => {
    await keyboard.press("ArrowUp");
    await keyboard.press("Enter");
    await expect(names).toHaveText(["CD34", "desmin", "muscle-specific actin", "SMA"]);
    await keyboard.press("Enter");
    await expect(names.first()).toHaveText("SMA");
    await keyboard.press("Enter");
    await expect(names.last()).toHaveText("CD34");
  });

  await test.step("copying gives tabs and lines", async () => {
    const copied = await table(page).evaluate((grid) => {
      const data = new DataTransfer();
      grid.dispatchEvent(
        new ClipboardEvent("copy", { clipboardData: data, bubbles: true, cancelable: true }),
      );
      return data.getData("text/plain").split("\n");
    });
    expect(copied[0]).toBe("marker\tresult\textent\tpercent (%)\tintensity\tmethod\tclone\tmarks");
    expect(copied[1]).toBe("SMA\tnegative\tfocal\t30\t\t\t\t1");
  });

  await test.step("Enter goes to the words, the key of the table comes back and puts it away", async () => {
    await keyboard.press("ArrowDown");
    await keyboard.press("Enter");
    await expect(reportText(page)).toBeFocused();
    await expect(page.getByRole("region", { name: "Span" })).toContainText("smooth muscle actin");
    await keyboard.press("Shift+F9");
    await expect(table(page)).toBeFocused();
    await keyboard.press("Shift+F9");
    await expect(table(page)).toBeHidden();
    await expect(reportText(page)).toBeFocused();
  });
});

test("an entity is found in its list, opened, written in and left by keys", async ({ app }) => {
  const { page } = app;
  await openText(app, `A panel\n\n${sentence}\n`);
  const { keyboard } = page;
  await moveCaretTo(page, "positive for");
  await keyboard.press("$");
  await keyboard.press("Enter");
  await expect.poll(() => spanCount(page)).toBe(4);
  const list = page.getByRole("listbox", { name: "Entities" });
  await list.focus();
  await keyboard.press("End");
  await keyboard.press("-");
  await keyboard.press("Enter");
  const entity = page.getByRole("region", { name: "CD34", exact: true });
  const note = entity.getByRole("textbox", { name: "Note" });
  await expect(note).toBeFocused();
  await keyboard.type("Vessels serve as control.");
  await keyboard.press("Escape");
  await expect(list).toBeFocused();
  await keyboard.press("Enter");
  await expect(note).toHaveValue("Vessels serve as control.");
});

test("a key that comes before the panels are there opens the table as soon as they are", async ({
  app: { page },
}) => {
  await introduce(page, "Mira Castellanos");
  await page.evaluate(() => {
    const watch = new MutationObserver(() => {
      if (!document.querySelector("[role=textbox][aria-label=Report]")) return;
      watch.disconnect();
      const press = { key: "F9", code: "F9", shiftKey: true, bubbles: true };
      document.body.dispatchEvent(new KeyboardEvent("keydown", press));
    });
    watch.observe(document.body, { childList: true, subtree: true });
  });
  await openReport(page, /uterine leiomyosarcoma/);
  await expect(table(page)).toBeFocused();
});

test("a table without rows names no cell as the one where the keyboard is", async ({
  app: { page },
}) => {
  await startOn(page, /uterine leiomyosarcoma/);
  await moveCaretTo(page, "desmin (D33)");
  await page.keyboard.press("Shift+F9");
  await expect(table(page)).toBeFocused();
  await expect(table(page)).not.toHaveAttribute("aria-activedescendant");
  await page.keyboard.press("ArrowUp");
  await expect(table(page)).toHaveAttribute("aria-activedescendant", /--1-0$/);
});
