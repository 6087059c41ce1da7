import { expect, type Locator, type Page } from "@playwright/test";
import { isByKeys, reach } from "./by-keys.ts";
import type { App, GivenFile } from "./fixtures.ts";

/* What a person does, in the words of the screen. Nothing here knows of classes or of markup. */

/** Answers the first question. */
export async function introduce(page: Page, name: string): Promise<void> {
  await page.getByRole("textbox", { name: /name/i }).fill(name);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Library" }).waitFor();
}

/** Goes on as somebody who has not worked here before. */
export async function workAs(page: Page, current: string, name: string): Promise<void> {
  await page.getByRole("button", { name: current }).click();
  await page.getByRole("menuitem", { name: "Another name…" }).click();
  await page.getByRole("dialog").getByRole("textbox").fill(name);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name }).waitFor();
}

/** Goes to the library by the rail or by its key. */
export async function goToLibrary(page: Page): Promise<void> {
  if (isByKeys()) await page.keyboard.press("Control+1");
  else await page.getByRole("link", { name: "Library" }).click();
}

export async function openReport(page: Page, title: string | RegExp): Promise<void> {
  await goToLibrary(page);
  await page.getByRole("row", { name: title }).dblclick();
  await reportText(page).waitFor();
}

/** Says who it is and goes to a report, as nearly every test begins. */
export async function startOn(page: Page, title: string | RegExp): Promise<void> {
  await introduce(page, "Mira Castellanos");
  await openReport(page, title);
}

export function reportText(page: Page): Locator {
  return page.getByRole("textbox", { name: "Report" });
}

/** The panel about the span that is chosen. */
export function inspector(page: Page): Locator {
  return page.getByRole("region", { name: "Span" });
}

/** The words of the span that is chosen. */
export function quote(page: Page): Locator {
  return inspector(page).getByRole("blockquote");
}

/** The entities of the open report. */
export function entities(page: Page): Locator {
  return page.getByRole("tabpanel", { name: /^Entities/ });
}

/** How many spans the person has marked in the open report. */
export async function spanCount(page: Page): Promise<number> {
  const tab = await page.getByRole("tab", { name: /^Spans/ }).textContent();
  return Number(/\d+/.exec(tab ?? "")?.[0] ?? 0);
}

/** Drags the mouse, or goes with Shift, over the first place where the report says this. */
export async function selectText(page: Page, words: string): Promise<void> {
  if (isByKeys()) {
    await moveCaretTo(page, words);
    for (let letter = 0; letter < words.length; letter++)
      await page.keyboard.press("Shift+ArrowRight");
    return;
  }
  const box = await boxOf(page, words);
  await page.mouse.move(box.left + 1, box.middle);
  await page.mouse.down();
  await page.mouse.move((box.left + box.right) / 2, box.middle, { steps: 3 });
  await page.mouse.move(box.right, box.middle, { steps: 3 });
  await page.mouse.up();
}

/** Clicks into the middle of the first place where the report says this, or brings the caret there. */
export async function clickOn(page: Page, words: string): Promise<void> {
  if (isByKeys()) {
    await moveCaretTo(page, words);
    for (let letter = 0; letter < words.length / 2; letter++)
      await page.keyboard.press("ArrowRight");
    // What a second click in the same place does, too: the next span that is there.
    await page.keyboard.press("#");
    return;
  }
  const box = await boxOf(page, words);
  await page.mouse.click((box.left + box.right) / 2, box.middle);
}

/** Rests the mouse on a thing, or goes there by keys: both show what it is. */
export async function restOn(page: Page, target: Locator): Promise<void> {
  // After keys, a tooltip waits for a pointer that comes from somewhere.
  if (!isByKeys()) await page.mouse.move(700, 450);
  await target.hover();
}

/** Where words stand on the screen, scrolled into view first; they must not run over a line's end. */
async function boxOf(page: Page, words: string) {
  const box = await reportText(page).evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const places: { node: Text; start: number }[] = [];
    let whole = "";
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      places.push({ node, start: whole.length });
      whole += node.data;
    }
    const at = whole.indexOf(wanted);
    if (at < 0) return null;
    const pointAt = (offset: number) => {
      const place = places.findLast(({ start }) => start <= offset);
      return place ? { node: place.node, offset: offset - place.start } : null;
    };
    const from = pointAt(at);
    const to = pointAt(at + wanted.length - 1);
    if (!from || !to) return null;
    const range = document.createRange();
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset + 1);
    from.node.parentElement?.scrollIntoView({ block: "center" });
    const { left, right, top, bottom } = range.getBoundingClientRect();
    return { left, right, middle: (top + bottom) / 2 };
  }, words);
  if (!box) throw new Error(`the report does not say "${words}"`);
  return box;
}

/** Gives files to the import, as a person does in the dialog that chooses them. */
export async function importFiles(app: App, files: readonly GivenFile[]): Promise<void> {
  const { page } = app;
  if (isByKeys()) return app.chooseFiles(files, () => page.keyboard.press("Control+i"));
  await goToLibrary(page);
  await page.getByRole("button", { name: "Import" }).click();
  await app.chooseFiles(files, () => page.getByRole("menuitem", { name: /Files/ }).click());
}

/** Imports files and accepts what they bring. */
export async function takeIn(app: App, files: readonly GivenFile[]): Promise<void> {
  await importFiles(app, files);
  await app.page.getByRole("button", { name: /^Import (one|\d+) report/ }).click();
  await app.page.getByRole("heading", { name: "Library" }).waitFor();
}

/** Marks the first place where the report says this. */
export async function markText(page: Page, words: string, key: string): Promise<void> {
  const before = await spanCount(page);
  await selectText(page, words);
  await page.keyboard.press(key);
  await expect.poll(() => spanCount(page)).toBe(before + 1);
}

/** Puts the caret before a place where the report says this, by the keyboard alone. */
export async function moveCaretTo(page: Page, words: string): Promise<void> {
  if (isByKeys()) await reach(reportText(page));
  await page.keyboard.press("Control+Home");
  for (let attempt = 0; attempt < 60; attempt++) {
    const left = await charactersTo(page, words);
    if (left === 0) return;
    const [key, times] = motionOver(left);
    for (let time = 0; time < times; time++) await page.keyboard.press(key);
  }
  throw new Error(`the caret did not come to "${words}"`);
}

/** Keys that bring the caret on and not too far: a line has less than 100 characters, a word less than 30. */
function motionOver(characters: number): [key: string, times: number] {
  if (characters > 1000) return ["ArrowDown", 10];
  if (characters > 100) return ["ArrowDown", Math.floor(characters / 100)];
  if (characters > 30) return ["Control+ArrowRight", Math.floor(characters / 30)];
  return ["ArrowRight", characters];
}

/** How far the caret is from these words; only what is near is drawn, so they may be anywhere below. */
function charactersTo(page: Page, words: string): Promise<number> {
  return reportText(page).evaluate((root, wanted) => {
    const selection = document.getSelection();
    if (!selection?.focusNode) return Number.POSITIVE_INFINITY;
    const before = document.createRange();
    before.setStart(root, 0);
    before.setEnd(selection.focusNode, selection.focusOffset);
    const place = before.toString().length;
    const at = (root.textContent ?? "").indexOf(wanted, place);
    return at < 0 ? Number.POSITIVE_INFINITY : at - place;
  }, words);
}

/** Drops a folder on the window, as from the system's file manager, or chooses it by keys. */
export async function dropFolder(page: Page, folder: string): Promise<void> {
  if (isByKeys()) return chooseFolder(page, folder);
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [folder], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const)
    await session.send("Input.dispatchDragEvent", { type, x: 700, y: 400, data });
  await session.detach();
}

async function chooseFolder(page: Page, folder: string): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("import folder");
  await page.keyboard.press("Enter");
  await (await chooser).setFiles(folder);
}
