import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { check } from "./axe.ts";
import { type App, expect, type GivenFile, test } from "./fixtures.ts";
import {
  introduce,
  markText,
  moveCaretTo,
  openReport,
  reportText,
  selectText,
  workAs,
} from "./steps.ts";

const dialog = (page: Page) => page.getByRole("dialog");
const pressing = (page: Page, key: string) => () => page.keyboard.press(key);

test.skip(({ host }) => host === "desktop", "what is written comes as downloads, to be given on");

/** Presses a button that writes a package; answers the file. */
async function written(page: Page, button: string): Promise<GivenFile> {
  const download = page.waitForEvent("download");
  await dialog(page).getByRole("button", { name: button }).click();
  const file = await download;
  const given = { name: file.suggestedFilename(), text: readFileSync(await file.path()) };
  await dialog(page).getByRole("button", { name: "Done" }).click();
  return given;
}

async function sendBack(page: Page): Promise<GivenFile> {
  await page.keyboard.press("Alt+Shift+B");
  return written(page, "Write the package");
}

async function openAsProject({ page, chooseFiles }: App, given: GivenFile): Promise<void> {
  await chooseFiles([given], pressing(page, "Alt+Shift+P"));
  await dialog(page).getByRole("button", { name: "Open as a project" }).click();
  await dialog(page).waitFor({ state: "detached" });
}

test("reports are handed out, worked on elsewhere, sent back and merged, by keyboard", async ({
  app,
  another,
}) => {
  test.slow();
  const { page } = app;
  await introduce(page, "Reva Sander");

  const handedOut = await test.step("who hands out sees who would get what", async () => {
    await page.keyboard.press("Alt+Shift+H");
    await expect(dialog(page).getByRole("button", { name: /^Write/ })).toBeDisabled();
    await expect(dialog(page).getByRole("status").last()).toHaveText(
      "Name those who are to annotate.",
    );
    await page.keyboard.type("Ana Lima, Ben Roth");
    const ana = dialog(page).getByRole("row", { name: /Ana Lima/ });
    await expect(ana.getByRole("cell").first()).toHaveText("10");
    await dialog(page).getByRole("textbox", { name: "People a report" }).fill("1");
    await expect(ana.getByRole("cell").first()).toHaveText("5");
    await dialog(page)
      .getByRole("textbox", { name: /^Annotators/ })
      .fill("Ana Lima");
    await expect(ana.getByRole("cell").first()).toHaveText("10");
    await check(page, "hand out");
    await dialog(page).getByRole("radio", { name: "By a passphrase" }).click();
    const once = dialog(page).getByRole("textbox", { name: "Passphrase", exact: true });
    await once.fill("three red apples");
    await expect(dialog(page)).toContainText("The two passphrases differ");
    await dialog(page)
      .getByRole("textbox", { name: /once more/ })
      .fill("three red apples");
    return written(page, "Write one package");
  });
  expect(handedOut.name).toBe("Sample project Ana Lima.casepack");

  const sentBack: GivenFile[] = [];
  const other = await another();
  await introduce(other.page, "Ana Lima");
  await test.step("a wrong passphrase is said, and the right one opens", async () => {
    await other.chooseFiles([handedOut], pressing(other.page, "Alt+Shift+P"));
    const field = dialog(other.page).getByRole("textbox", { name: "Passphrase" });
    await field.fill("three green apples");
    await other.page.keyboard.press("Enter");
    await expect(dialog(other.page).getByRole("alert")).toContainText("not the passphrase");
    await field.fill("three red apples");
    await other.page.keyboard.press("Enter");
    await dialog(other.page).getByRole("button", { name: "Open as a project" }).click();
    await dialog(other.page).waitFor({ state: "detached" });
  });
  await openReport(other.page, /uterine leiomyosarcoma/);
  await markText(other.page, "desmin", "m");
  sentBack.push(await sendBack(other.page));

  await test.step("what came is shown before it is merged, and undo takes it back", async () => {
    await app.chooseFiles(sentBack, pressing(page, "Alt+Shift+M"));
    await expect(dialog(page)).toContainText("New");
    await expect(dialog(page)).toContainText(/Ana Lima: .*leiomyosarcoma/);
    await check(page, "merge");
    await dialog(page).getByRole("button", { name: "Merge" }).click();
    await dialog(page).waitFor({ state: "detached" });
    const row = page.getByRole("row", { name: /uterine leiomyosarcoma/ });
    await expect(row).toContainText("3 people");
    await page.keyboard.press("Control+z");
    await expect(row).toContainText("2 people");
    await page.keyboard.press("Control+y");
    await expect(row).toContainText("3 people");
  });

  await test.step("merging it again brings nothing", async () => {
    await app.chooseFiles(sentBack, pressing(page, "Alt+Shift+M"));
    await expect(dialog(page)).toContainText("Nothing in it is new here.");
    await expect(dialog(page).getByRole("button", { name: "Merge" })).toHaveCount(0);
    await page.keyboard.press("Escape");
  });
});

test("what one person changed in two places is settled by a key", async ({ app, another }) => {
  test.slow();
  const { page } = app;
  await introduce(page, "Ana Lima");
  await openReport(page, /uterine leiomyosarcoma/);
  await markText(page, "desmin", "m");
  const first = await sendBack(page);
  const later: GivenFile[] = [];
  const other = await another();
  await introduce(other.page, "Ana Lima");
  await openAsProject(other, first);
  await openReport(other.page, /uterine leiomyosarcoma/);
  await expect(other.page.getByRole("tab", { name: /^Spans/ })).toContainText("1");
  await other.page.keyboard.press("]");
  await other.page.keyboard.press("Control+u");
  later.push(await sendBack(other.page));
  await page.keyboard.press("Delete");
  await expect(page.getByRole("tab", { name: /^Spans/ })).not.toContainText("1");

  await app.chooseFiles(later, pressing(page, "Alt+Shift+M"));
  await expect(dialog(page)).toContainText("Conflicts 1");
  await dialog(page).getByRole("button", { name: "Merge" }).click();
  await expect(dialog(page).getByRole("heading", { name: "Settle conflicts" })).toBeVisible();
  await expect(dialog(page)).toContainText("One conflict is left.");
  await expect(dialog(page)).toContainText("removed");
  await check(page, "settle conflicts");
  const removed = dialog(page).getByRole("article").filter({ hasText: "removed" });
  await page.keyboard.press((await removed.getByRole("button").textContent())?.slice(-1) ?? "");
  await expect(dialog(page)).toContainText("No conflict is left.");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("tab", { name: /^Spans/ })).not.toContainText("1");
});

test("what somebody corrected in a text elsewhere is offered here, and taken by a key", async ({
  app,
  another,
}) => {
  test.slow();
  const { page } = app;
  await introduce(page, "Ana Lima");
  await openReport(page, /uterine leiomyosarcoma/);
  await markText(page, "desmin", "m");
  const first = await sendBack(page);
  const other = await another();
  await introduce(other.page, "Ana Lima");
  await openAsProject(other, first);
  await openReport(other.page, /uterine leiomyosarcoma/);
  await selectText(other.page, "desmin");
  await other.page.keyboard.press("F4");
  await expect(other.page.getByRole("textbox", { name: "Text of the report" })).toBeFocused();
  await other.page.keyboard.insertText("Desmin");
  await dialog(other.page).getByRole("button", { name: "Make the corrections" }).click();
  await dialog(other.page).waitFor({ state: "detached" });
  const corrected = await sendBack(other.page);

  await app.chooseFiles([corrected], pressing(page, "Alt+Shift+M"));
  await expect(dialog(page)).toContainText("Texts that were corrected there; here they stay");
  await dialog(page).getByRole("button", { name: "Merge" }).click();
  await dialog(page).waitFor({ state: "detached" });
  await expect(reportText(page)).toContainText("desmin");
  await moveCaretTo(page, "desmin");
  await page.keyboard.press("F4");
  await page.getByRole("radio", { name: /^Found/ }).click();
  const offer = dialog(page).getByRole("option", { name: /Ana Lima corrected this elsewhere/ });
  await expect(offer).toHaveCount(1);
  await check(page, "what others corrected");
  await dialog(page).getByRole("listbox", { name: "Repairs" }).focus();
  await page.keyboard.press("Space");
  await expect(dialog(page)).toContainText("1 place to correct");
  await dialog(page).getByRole("button", { name: "Make the corrections" }).click();
  await dialog(page).waitFor({ state: "detached" });
  await expect(reportText(page)).toContainText("Desmin");
});

test("a file that is no package is refused in one sentence, and one of another project can be opened", async ({
  app,
  another,
}) => {
  const { page } = app;
  await introduce(page, "Ana Lima");
  const broken = { name: "broken.casepack", text: "not a package" };
  await app.chooseFiles([broken], pressing(page, "Alt+Shift+M"));
  await expect(dialog(page).getByRole("alert")).toContainText("broken.casepack");
  await page.keyboard.press("Escape");
  const other = await another();
  await introduce(other.page, "Ana Lima");
  await other.page.keyboard.press("Control+n");
  await dialog(other.page).getByRole("textbox", { name: "Name" }).fill("Another one");
  await other.page.keyboard.press("Enter");
  await dialog(other.page).waitFor({ state: "detached" });
  const report = { name: "margins.txt", text: "The margins are free of tumour." };
  await other.chooseFiles([report], pressing(other.page, "Control+i"));
  await openReport(other.page, /margins/);
  await markText(other.page, "tumour", "d");
  const strange = await sendBack(other.page);
  await app.chooseFiles([strange], pressing(page, "Alt+Shift+M"));
  await expect(dialog(page)).toContainText("is of another project");
  await dialog(page).getByRole("button", { name: "Open it as a project" }).click();
  await dialog(page).getByRole("button", { name: "Open as a project" }).click();
  await expect(page.getByRole("button", { name: "Another one" })).toBeVisible();
  await expect(page.getByRole("row", { name: /margins/ })).toBeVisible();
});

test("who annotated agrees to a change or asks about it, and the answer becomes guideline text", async ({
  app,
}) => {
  const { page } = app;
  await introduce(page, "Reva Sander");
  await page.keyboard.press("Control+3");
  await page.getByRole("row", { name: /Fibroadenoma of the right breast/ }).dblclick();
  await page
    .getByRole("region", { name: /version|difference/i })
    .first()
    .waitFor();
  await page.keyboard.press("2");
  await page.keyboard.press("Control+1");
  await workAs(page, "Reva Sander", "Ada Lindqvist");
  await page.keyboard.press("Control+3");
  await page.getByRole("radio", { name: "Changes to my work" }).click();
  const grid = page.getByRole("grid", { name: "Changes to my work" });
  await expect(grid).toContainText("Fibroadenoma");
  await check(page, "changed of mine");
  await grid.focus();
  await page.keyboard.press("y");
  await expect(grid.getByLabel("agreed to")).toHaveCount(1);
  await page.keyboard.press("o");
  await dialog(page).getByRole("textbox", { name: "Question" }).fill("Is the side part of it?");
  await dialog(page).getByRole("button", { name: "Ask" }).click();
  await dialog(page).waitFor({ state: "detached" });
  await page.keyboard.press("q");
  await page.getByRole("radio", { name: "Open 1" }).click();
  const questions = page.getByRole("grid", { name: "Guideline questions" });
  await questions.focus();
  await check(page, "questions");
  await page.keyboard.press("Enter");
  await dialog(page).getByRole("textbox", { name: /added/ }).fill("The side is no part of it.");
  await check(page, "answer a question");
  await dialog(page).getByRole("button", { name: "Add to the guideline" }).click();
  await page.getByRole("radio", { name: "Answered 1" }).click();
  await expect(questions).toContainText("The side is no part of it.");
  await expect(questions).toContainText("2");
  await page.keyboard.press("F1");
  await expect(dialog(page)).toContainText("The side is no part of it.");
});
