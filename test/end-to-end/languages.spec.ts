import type { Page } from "@playwright/test";
import { readCatalogues } from "../../shared/messages/catalogues.ts";
import { createSentences } from "../../shared/messages/sentences.ts";
import { createTranslator } from "../../shared/messages/translator.ts";
import { type App, expect, test } from "./fixtures.ts";

const languages = ["de", "fr", "es"] as const;
type Spoken = (typeof languages)[number];

/** What the screen says in a language: the page's messages, and the Node side's sentences. */
async function speaker(language: Spoken) {
  const { messages: catalogue, sentences } = await readCatalogues(language);
  const { t } = createTranslator(language, catalogue);
  return { t, sentence: createSentences(sentences), catalogue, sentences };
}
type Speaker = Awaited<ReturnType<typeof speaker>>;

async function speak(page: Page, language: Spoken): Promise<void> {
  await page.evaluate((chosen) => localStorage.setItem("language", chosen), language);
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", language);
}

/** Messages of two words or more that stand on the screen, or are read out, in English. */
async function leftInEnglish(page: Page, { catalogue, sentences }: Speaker): Promise<string[]> {
  // What reports say themselves is in their own language.
  const lines = await page.evaluate(() =>
    [...document.querySelectorAll("body *")]
      .filter((one) => !one.closest(".ProseMirror"))
      .flatMap((one) => [
        ...["aria-label", "title", "placeholder"].map((name) => one.getAttribute(name)),
        ...[...one.childNodes]
          .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
          .map(({ textContent }) => textContent),
      ])
      .map((text) => text?.trim() ?? ""),
  );
  const known = { ...sentences, ...catalogue };
  return lines.filter((line) => / /.test(line) && (known[line] ?? line) !== line);
}

async function introduce(page: Page, { t }: Speaker): Promise<void> {
  await page.getByRole("textbox").fill("Mira Castellanos");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: t("Library"), exact: true }).waitFor();
}

async function choose({ page, chooseFiles }: App, { t }: Speaker, name: string, text: string) {
  await page.getByRole("link", { name: t("Library") }).click();
  await page.getByRole("button", { name: t("Import"), exact: true }).click();
  await chooseFiles([{ name, text }], () =>
    page.getByRole("menuitem", { name: t("Files…") }).click(),
  );
}

/** A sentence of the Node side with any words in place of one of its names. */
const withAny = (said: string, name: string) =>
  new RegExp(said.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(name, ".+"));

for (const language of languages)
  test(`the page speaks ${language}, and so does what the Node side says`, async ({ app }) => {
    const { page } = app;
    const speaks = await speaker(language);
    const { t, sentence } = speaks;
    await page.getByRole("textbox").waitFor();
    expect(await leftInEnglish(page, speaks)).not.toEqual([]);
    await speak(page, language);
    await introduce(page, speaks);
    expect(await leftInEnglish(page, speaks)).toEqual([]);

    await test.step("a mark and its undoing are announced", async () => {
      await page.getByRole("row", { name: /uterine leiomyosarcoma/ }).dblclick();
      await page.getByRole("textbox", { name: t("Report"), exact: true }).click();
      await page.keyboard.press("Control+Home");
      await page.keyboard.press("'");
      await page.keyboard.press("m");
      const marked = sentence("marked “any” as marker");
      const said = page.getByRole("status");
      await expect(said.filter({ hasText: withAny(marked, "any") })).toHaveCount(1);
      expect(await leftInEnglish(page, speaks)).toEqual([]);
      await page.keyboard.press("Control+z");
      const undone = withAny(t("Undone: {step}", { step: marked }), "any");
      await expect(said.filter({ hasText: undone })).toHaveCount(1);
    });

    await test.step("a file that cannot be read says why", async () => {
      await choose(app, speaks, "empty.txt", "");
      await page.getByRole("row", { name: /^empty\.txt/ }).click();
      const why = sentence('"empty.txt" is empty; there is nothing in it to annotate.');
      await expect(page.getByText(why).first()).toBeVisible();
      expect(await leftInEnglish(page, speaks)).toEqual([]);
      await page.getByRole("button", { name: t("Discard") }).click();
    });

    await test.step("a refusal is said", async () => {
      await page.getByRole("link", { name: t("Scheme") }).click();
      await page.getByRole("button", { name: t("File"), exact: true }).click();
      const twice = "name: mine\nlabels:\n  - name: any\n  - name: any\n";
      await app.chooseFiles([{ name: "mine.yaml", text: twice }], () =>
        page.getByRole("menuitem", { name: t("From a file…") }).click(),
      );
      const why = sentence("Two labels are named “any”; rename or remove one of them.");
      await expect(page.getByText(why)).toBeVisible();
      expect(await leftInEnglish(page, speaks)).toEqual([]);
    });
  });
