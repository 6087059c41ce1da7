import type { Page } from "@playwright/test";
import { type App, expect, test } from "./fixtures.ts";
import {
  importFiles,
  inspector,
  introduce,
  markText,
  moveCaretTo,
  openReport,
  reportText,
  selectText,
} from "./steps.ts";

const pasted = [
  "A case of leiomyosarcoma of the uterus",
  "",
  "Case report",
  "",
  "A 63-year- old woman had a mass.  e most common sites are the uterus and the retroperi- toneum.",
  "The tumour was positive for desmi and smooth muscle actin, and negative for CD117.",
].join("\n");

/** An import about which there is something to say waits for a decision. */
async function takeInWhatWaits(page: Page, title = /leiomyosarcoma of the uterus/) {
  const wait = page.getByRole("button", { name: /^Import \d/ });
  const row = page.getByRole("row", { name: title });
  await expect(wait.or(row).first()).toBeVisible();
  if (await wait.isVisible()) await wait.click();
}

async function openPasted(app: App): Promise<void> {
  await introduce(app.page, "Mira");
  // As brat has it, a text comes with its marks, so nothing of it is repaired on the way in.
  await importFiles(app, [
    { name: "pasted.txt", text: pasted },
    { name: "pasted.ann", text: "" },
  ]);
  await takeInWhatWaits(app.page);
  await openReport(app.page, /leiomyosarcoma of the uterus/);
}

test("a text is corrected by hand and by what was found, its spans go along, and undo takes it back", {
  tag: "@mouse",
}, async ({ app }) => {
  const { page } = app;
  await openPasted(app);
  await markText(page, "desmi", "m");
  await markText(page, "CD117", "m");

  await test.step("F4 begins with the words that are selected; typing replaces them", async () => {
    await selectText(page, "desmi");
    await page.keyboard.press("F4");
    await expect(page.getByRole("textbox", { name: "Text of the report" })).toBeFocused();
    await page.keyboard.insertText("desmin");
    await expect(page.getByText("1 place to correct")).toBeVisible();
    await expect(page.getByText(/^1 span of Mira will have other words/)).toBeVisible();
  });

  await test.step("what was found is taken by keys", async () => {
    await page.getByRole("radio", { name: /^Found/ }).click();
    await page.getByRole("button", { name: /^Take all sure ones/ }).click();
    await page.getByText(/^1 span of Mira/).click();
    await page.getByRole("button", { name: "Make the corrections" }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
  });

  await test.step("the spans stand where they stood; the one that was touched is flagged", async () => {
    await expect(reportText(page)).toContainText("63-year-old woman");
    await expect(reportText(page)).toContainText("positive for desmin and");
    await page.getByRole("tab", { name: /^Spans/ }).click();
    const spans = page.getByRole("listbox", { name: "Spans" });
    await expect(spans.getByRole("option")).toHaveCount(2);
    await expect(spans.getByRole("img", { name: /it was “desmi”/ })).toHaveCount(1);
    await spans.getByRole("option", { name: /desmin/ }).click();
  });

  await test.step("a key says that it was looked at", async () => {
    await expect(inspector(page).getByRole("note")).toContainText("it was “desmi”");
    await reportText(page).focus();
    await page.keyboard.press("!");
    await expect(inspector(page).getByRole("note")).toHaveCount(0);
  });

  await test.step("the old text stays readable", async () => {
    await page.keyboard.press("F4");
    await page.getByRole("radio", { name: "Earlier texts" }).click();
    await expect(page.getByRole("region", { name: "Text 2" }).locator("ins").first()).toBeVisible();
    await page.getByRole("button", { name: "Cancel" }).click();
  });

  await test.step("undo brings back the flag, then the text", async () => {
    await reportText(page).focus();
    await page.keyboard.press("Control+z");
    await expect(page.getByRole("img", { name: /it was “desmi”/ })).toHaveCount(1);
    await page.keyboard.press("Control+z");
    await expect(reportText(page)).toContainText("positive for desmi and");
    await expect(reportText(page)).toContainText("63-year- old woman");
    await page.keyboard.press("Control+Shift+z");
    await expect(reportText(page)).toContainText("63-year-old woman");
  });
});

test("a span whose words were taken out is put on others by the keyboard alone", async ({
  app,
}) => {
  const { page } = app;
  await openPasted(app);
  await markText(page, "smooth muscle actin", "m");
  await markText(page, "CD117", "m");
  await selectText(page, "smooth muscle actin");
  await putInstead(page, "SMA");
  // What was selected stays so.
  await putInstead(page, "");
  await expect(reportText(page)).toContainText("desmi and , and");
  await reportText(page).focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press(",");
  await expect(inspector(page).getByRole("note")).toContainText("Select its words in the text");
  await page.keyboard.press("!");
  await expect(page.getByRole("button", { name: /^1 to look at/ })).toBeVisible();
  await moveCaretTo(page, "uterus");
  await page.keyboard.press("Shift+Control+ArrowRight");
  await page.keyboard.press("=");
  await expect(page.getByRole("button", { name: /to look at/ })).toHaveCount(0);
  await expect(inspector(page).locator("blockquote")).toHaveText("uterus");
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("button", { name: /^1 to look at/ })).toBeVisible();
});

/** Corrects what is selected; nothing takes it out. */
async function putInstead(page: Page, words: string): Promise<void> {
  await page.keyboard.press("F4");
  await expect(page.getByRole("textbox", { name: "Text of the report" })).toBeFocused();
  if (words === "") await page.keyboard.press("Delete");
  else await page.keyboard.insertText(words);
  await page.getByRole("button", { name: "Make the corrections" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await expect(reportText(page)).toContainText(words);
}

const paragraphs = Array.from({ length: 60 }, (_, at) =>
  [
    `Paragraph ${at} says that the tumour was firm and grey, measured two centimetres, and was free of necrosis.`,
    "Nothing else was seen in any of the sections, and the margins were free in all of the blocks taken.",
  ].join(" "),
);
const long = ["A long case of a firm tumour", ...paragraphs].join("\n\n");

test("a correction and its undo leave the lines, the span, the caret and the panels where they are", async ({
  app,
}) => {
  const { page } = app;
  await introduce(page, "Mira");
  await importFiles(app, [
    { name: "long.txt", text: long },
    { name: "long.ann", text: "" },
  ]);
  await takeInWhatWaits(page, /long case/);
  await openReport(page, /long case/);
  await page.getByRole("tab", { name: /^Spans/ }).click();
  await reportText(page).focus();
  await page.keyboard.press("Control+End");
  await expect(reportText(page)).toContainText("Paragraph 57");
  await markText(page, "Paragraph 57", "m");
  const before = await lineTop(page, "Paragraph 58");

  const stays = async () => {
    await expect.poll(() => lineTop(page, "Paragraph 58")).toBeCloseTo(before, -0.5);
    await expect(page.getByRole("tab", { name: /^Spans/, selected: true })).toBeVisible();
    await expect(inspector(page).getByText("Paragraph 57")).toBeVisible();
    await expect(reportText(page)).toBeFocused();
    expect(await wordsBeforeCaret(page)).toMatch(/Paragraph 57$/);
  };
  await stays();

  await test.step("a correction of what stands above", async () => {
    await page.keyboard.press("F4");
    const field = page.getByRole("textbox", { name: "Text of the report" });
    await field.fill(long.replaceAll(/(Paragraph \d) says/g, "$1 of the many ones here says"));
    await page.getByRole("button", { name: "Make the corrections" }).click();
    await expect(page.getByText(/^Corrected the text/)).toBeVisible();
    await stays();
  });

  await test.step("undo and redo by keys, in the text", async () => {
    await page.keyboard.press("Control+z");
    await expect(page.getByText(/^Corrected the text/)).toBeHidden();
    await stays();
    await page.keyboard.press("Control+Shift+z");
    await stays();
    await page.keyboard.press("Control+Home");
    await expect(reportText(page)).toContainText("Paragraph 1 of the many ones here says");
  });
});

/** Where a paragraph that begins so stands on the screen, in pixels. */
function lineTop(page: Page, words: string): Promise<number> {
  return reportText(page).evaluate((root, wanted) => {
    const paragraphs = Array.from(root.querySelectorAll("p"));
    const found = paragraphs.find(({ textContent }) => textContent.startsWith(wanted));
    return found?.getBoundingClientRect().top ?? Number.NaN;
  }, words);
}

function wordsBeforeCaret(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { focusNode, focusOffset = 0 } = getSelection() ?? {};
    const paragraph = focusNode?.parentElement?.closest("p");
    if (!focusNode || !paragraph) return "";
    const before = document.createRange();
    before.setStart(paragraph, 0);
    before.setEnd(focusNode, focusOffset);
    return `${before}`;
  });
}
