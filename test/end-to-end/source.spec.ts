import type { Locator, Page } from "@playwright/test";
import { isByKeys } from "./by-keys.ts";
import { expect, test } from "./fixtures.ts";
import { betweenLines, firstLine, makePdf } from "./make-pdf.ts";
import { introduce, moveCaretTo, openReport, reportText, selectText, spanCount } from "./steps.ts";

const pages = [
  [
    "The tumour of the forearm was excised with free margins.",
    "It measured two centimetres and was grey on section.",
    "Mitoses were frequent but never atypical in the sample.",
  ],
  [
    "Immunohistochemistry showed smooth muscle actin in all cells.",
    "Desmin was negative and so was the antibody against beta catenin.",
    "A diagnosis of nodular fasciitis was made in the end.",
  ],
  ...["Third", "Fourth", "Fifth"].map((page) => [`${page} page with nothing much to say on it.`]),
  ["The patient was well after twelve months without any recurrence."],
];

const html = `<!doctype html><title>Letter</title>
<h1>Letter of the surgeon</h1>
<p onclick="window.ran = true">The mass was <b>excised</b> in one piece.</p>
<img src="https://example.org/pixel.png" onerror="window.ran = true">
<script>window.ran = true; document.write("from a script");</script>
<table><tr><th>Marker</th><th>Result</th></tr><tr><td>Desmin</td><td>negative</td></tr></table>
<iframe src="https://example.org/"></iframe>`;

test.beforeEach(async ({ app: { page } }) => {
  await introduce(page, "Mira Castellanos");
});

test("a PDF's pages stand beside the text, and each leads to the other", { tag: "@mouse" }, async ({
  app: { page },
}) => {
  await importFile(page, "excision.pdf", makePdf(pages));
  await openReport(page, "excision");
  await page.keyboard.press("F9");

  await test.step("the page is drawn, with a font that is ours", async () => {
    await expect(original(page).getByText("Page 1 of 6")).toBeVisible();
    await expect.poll(() => inkOn(page, 1)).toBeGreaterThan(500);
  });

  await test.step("a click on the second page puts the caret into that line of the text", async () => {
    await clickOnPage(page, 2, 1, "Desmin was");
    await expect(reportText(page)).toBeFocused();
    expect(await paragraphOfCaret(page)).toContain("Desmin was negative");
    await expect(original(page).getByText("Page 2 of 6")).toBeVisible();
  });

  await test.step("a span is shown on its page, just where its words are", async () => {
    await page.keyboard.press("d");
    await expect.poll(() => spanCount(page)).toBe(1);
    const [box] = await litBoxes(page, 2);
    expect(box?.top).toBeCloseTo(lineTop(1), -1);
    expect(box?.left).toBeCloseTo(72, -1);
    // "Desmin" in Helvetica of 12 points.
    expect(box?.width).toBeGreaterThan(35);
    expect(box?.width).toBeLessThan(48);
  });

  await test.step("the pages scroll along with the caret", async () => {
    await page.keyboard.press("Control+End");
    await expect(original(page).getByText("Page 6 of 6")).toBeVisible();
    await page.keyboard.press("[");
    await expect(original(page).getByText("Page 2 of 6")).toBeVisible();
  });

  await test.step("by keyboard: scroll the pages, and Enter goes to the text", async () => {
    const region = page.getByRole("region", { name: "Pages of excision.pdf" });
    await region.focus();
    await page.keyboard.press("Home");
    await expect(original(page).getByText("Page 1 of 6")).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(reportText(page)).toBeFocused();
  });

  await test.step("it can be put away, and that is remembered", async () => {
    await page.keyboard.press("F9");
    await expect(original(page)).toHaveCount(0);
    await page.reload();
    await reportText(page).waitFor();
    await expect(originalButton(page)).toHaveAttribute("aria-pressed", "false");
  });
});

test("a web page is shown without its layout, and nothing in it is run or fetched", {
  tag: "@mouse",
}, async ({ app: { page } }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await importFile(page, "letter.html", Buffer.from(html));
  await openReport(page, /letter/i);
  await originalButton(page).click();
  const shown = page.getByRole("region", { name: "Content of letter.html" });
  await expect(shown.getByRole("heading", { name: "Letter of the surgeon" })).toBeVisible();
  await expect(shown.getByRole("cell", { name: "negative" })).toBeVisible();

  await goFrom(shown.getByText("excised"), "excised");
  await expect(reportText(page)).toBeFocused();
  expect(await paragraphOfCaret(page)).toBe("The mass was excised in one piece.");
  await goFrom(shown.getByRole("cell", { name: "Desmin" }), "Desmin");
  await page.keyboard.press("m");
  await expect.poll(() => spanCount(page)).toBe(1);
  expect(await lettersLit(page)).toBe("Desmin");

  expect(await page.evaluate(() => "ran" in window)).toBe(false);
  expect(asked.filter((address) => address.includes("example.org"))).toEqual([]);
});

const longLetter = `<!doctype html><title>Letter</title><h1>A long letter</h1>${Array.from(
  { length: 1500 },
  (_, at) => `<p>Block ${at} was grey, firm and stained for desmi and CD34.</p>`,
).join("")}`;

test("of a long document only what is near is drawn, and places are exact after a correction", {
  tag: "@mouse",
}, async ({ app: { page } }) => {
  await importFile(page, "letter.html", Buffer.from(longLetter));
  await openReport(page, /long letter/i);
  const outline = page.getByRole("listbox", { name: "Sections" });
  await expect(outline).toBeVisible();
  await page.keyboard.press("F9");
  const shown = page.getByRole("region", { name: "Content of letter.html" });
  await expect(shown.getByText("Block 0 was")).toBeVisible();
  expect(await shown.getByText(/^Block \d+ was/).count()).toBeLessThan(300);

  await test.step("the outline makes room, and comes back for who wants it", async () => {
    await expect(outline).toBeHidden();
    await page.keyboard.press("F7");
    await expect(outline).toBeVisible();
    await page.reload();
    await expect(outline).toBeVisible();
    await page.keyboard.press("F7");
    await expect(outline).toBeHidden();
  });

  await test.step("it goes along to the end, and a span there is lit", async () => {
    await reportText(page).focus();
    await page.keyboard.press("Control+End");
    await expect(shown.getByText("Block 1499 was")).toBeInViewport();
    await selectText(page, "CD34");
    await page.keyboard.press("m");
    await expect.poll(() => lettersLit(page)).toBe("CD34");
  });

  await test.step("what was corrected is lit as the file has it, and a click leads to its letter", async () => {
    await page.keyboard.press("Control+Home");
    await selectText(page, "desmi");
    await page.keyboard.press("m");
    await page.keyboard.press("F4");
    const field = page.getByRole("textbox", { name: "Text of the report" });
    await page.getByRole("radio", { name: "By hand" }).click();
    const text = await field.inputValue();
    await field.fill(text.replaceAll("grey, firm", "grey, hard").replaceAll("desmi ", "desmin "));
    await page.getByRole("button", { name: "Make the corrections" }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await expect(reportText(page)).toContainText("stained for desmin");
    await page.keyboard.press("[");
    await expect.poll(() => lettersLit(page)).toBe("desmi");
    await goFrom(shown.getByText("Block 3 was"), "Block 3 was", { x: 2, y: 8 });
    await expect(reportText(page)).toBeFocused();
    await page.keyboard.press("Shift+Control+ArrowRight");
    await page.keyboard.press("d");
    await expect.poll(() => lettersLit(page)).toBe("Block");
  });
});

test("a key for the original that comes before it is known whether there is one is not lost", async ({
  app: { page },
  host,
}) => {
  test.skip(host === "desktop", "the desktop's answers cannot be held back");
  await page.route("**/operation", async (route) => {
    const isAsked = route.request().postData()?.includes("report.sourceKind") ?? false;
    if (isAsked) await new Promise((resolve) => setTimeout(resolve, 1000));
    await route.continue();
  });
  await openReport(page, /Nodular fasciitis/);
  await page.keyboard.press("F9");
  await expect(page.getByText("it has no other original")).toBeAttached();
});

test("a report that is only text has no original to show", async ({ app: { page } }) => {
  await openReport(page, /Nodular fasciitis/);
  await page.keyboard.press("F9");
  await expect(page.getByText("it has no other original")).toBeAttached();
  await expect(originalButton(page)).toHaveCount(0);
});

function original(page: Page) {
  return page.getByRole("region", { name: "Original", exact: true });
}

function originalButton(page: Page) {
  return page.getByRole("button", { name: "Original beside the text" });
}

/** Chooses one file to import, and takes it in where that is asked. */
async function importFile(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.getByRole("button", { name: "Import", exact: true }).click();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("menuitem", { name: /Files/ }).click();
  await (await chooser).setFiles([{ name, mimeType: "application/octet-stream", buffer }]);
  const take = page.getByRole("button", { name: /^Import one report/ });
  const done = page.getByText(/^Imported one report/);
  await take.or(done).first().waitFor();
  if (await take.isVisible()) await take.click();
  await done.first().waitFor();
}

const lineTop = (line: number) => firstLine + line * betweenLines - 11;

interface Point {
  x: number;
  y: number;
}

/** Clicks into the original, or goes by Enter to about the same place of the text and by arrows to the words. */
async function goFrom(place: Locator, words: string, position?: Point): Promise<void> {
  await place.click(position && { position });
  if (!isByKeys()) return;
  await expect(reportText(place.page())).toBeFocused();
  await moveCaretTo(place.page(), words);
  // Into the first word, not to the end of the cell before it.
  await place.page().keyboard.press("ArrowRight");
}

/** Clicks into the first word of a line. */
async function clickOnPage(page: Page, number: number, line: number, words: string) {
  const sheet = page.getByRole("img", { name: `Page ${number}` });
  if (isByKeys()) {
    await page.getByRole("region", { name: /^Pages of/ }).focus();
    await page.keyboard.press("End");
    await expect(original(page).getByText("Page 6 of 6")).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(reportText(page)).toBeFocused();
    // Back by sentences, so that the pages come along from below.
    for (let times = 0; times < 12 && !(await isAtCaret(page, words)); times++)
      await page.keyboard.press("Alt+ArrowLeft");
    return;
  }
  await sheet.scrollIntoViewIfNeeded();
  const scale = ((await sheet.boundingBox())?.width ?? 0) / 595;
  await sheet.click({ position: { x: 90 * scale, y: (lineTop(line) + 6) * scale } });
}

/** How many dark points a page's picture has. */
function inkOn(page: Page, number: number): Promise<number> {
  return page.getByRole("img", { name: `Page ${number}` }).evaluate((sheet) => {
    const canvas = sheet.querySelector("canvas");
    const pixels = canvas?.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data;
    return pixels?.filter((value, at) => at % 4 === 0 && value < 128).length ?? 0;
  });
}

/** Where the active span is lit on a page, in points; what lights it has no role of its own. */
function litBoxes(page: Page, number: number) {
  return page.getByRole("img", { name: `Page ${number}` }).evaluate((drawing) => {
    const sheet = drawing.getBoundingClientRect();
    const scale = 595 / sheet.width;
    const lit = drawing.parentElement?.querySelectorAll(".sheet-span") ?? [];
    return Array.from(lit, (element) => {
      const { left, top, width } = element.getBoundingClientRect();
      return {
        left: (left - sheet.left) * scale,
        top: (top - sheet.top) * scale,
        width: width * scale,
      };
    });
  });
}

/** What is lit of the active span; the browser draws it without any element. */
function lettersLit(page: Page): Promise<string> {
  return page.evaluate(() =>
    Array.from(CSS.highlights.get("original-span") ?? [], (range) => `${range}`).join(""),
  );
}

function isAtCaret(page: Page, words: string): Promise<boolean> {
  return page.evaluate((wanted) => {
    const { focusNode, focusOffset = 0 } = getSelection() ?? {};
    return focusNode?.textContent?.slice(focusOffset).startsWith(wanted) ?? false;
  }, words);
}

function paragraphOfCaret(page: Page): Promise<string> {
  return page.evaluate(() => {
    const node = getSelection()?.focusNode;
    const element = node instanceof Element ? node : node?.parentElement;
    return element?.closest("p, h1, h2, h3, h4")?.textContent ?? "";
  });
}
