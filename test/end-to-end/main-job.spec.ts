import { expect, test } from "./fixtures.ts";
import {
  clickOn,
  inspector,
  markText,
  openReport,
  quote,
  reportText,
  restOn,
  selectText,
  spanCount,
  startOn,
} from "./steps.ts";

test("a newcomer says who they are, marks by mouse, links, edits, undoes, and finds it all after a crash", {
  tag: "@mouse",
}, async ({ app }) => {
  await startOn(app.page, /leiomyosarcoma/);

  await selectText(app.page, "smooth muscle actin");
  await app.page.keyboard.press("m");
  await expect(inspector(app.page).getByText("smooth muscle actin").first()).toBeVisible();
  await expect(app.page.getByText("Saved", { exact: true })).toBeVisible();

  await test.step("the abbreviation offers the entity that is there, and one key accepts", async () => {
    await selectText(app.page, "SMA");
    await app.page.keyboard.press("m");
    await expect(app.page.getByText("abbreviation").first()).toBeVisible();
    await app.page.keyboard.press("1");
    await expect(inspector(app.page).getByText("2 spans")).toBeVisible();
  });

  await test.step("label, attributes and note can be edited", async () => {
    await inspector(app.page)
      .getByRole("button", { name: /^negated/ })
      .click();
    await expect(inspector(app.page).getByRole("button", { name: /^negated/ })).toHaveAttribute(
      "aria-pressed",
      "true",
    );
    await inspector(app.page).getByRole("textbox", { name: "Note" }).fill("clone 1A4");
    await inspector(app.page).getByRole("textbox", { name: "Note" }).press("Tab");
    await restOn(app.page, app.page.getByRole("button", { name: "Undo" }));
    await expect(app.page.getByRole("tooltip", { name: /^Undo: .*note/ })).toBeVisible();
  });

  await test.step("undo takes back one thing at a time, redo does it again", async () => {
    await reportText(app.page).focus();
    await app.page.keyboard.press("Control+z");
    await expect(inspector(app.page).getByRole("textbox", { name: "Note" })).toHaveValue("");
    await app.page.keyboard.press("Control+Shift+z");
    await expect(inspector(app.page).getByRole("textbox", { name: "Note" })).toHaveValue(
      "clone 1A4",
    );
  });

  await app.killAndRestart();
  await openReport(app.page, /leiomyosarcoma/);
  expect(await spanCount(app.page)).toBe(2);
  await clickOn(app.page, "SMA");
  await expect(inspector(app.page).getByRole("textbox", { name: "Note" })).toHaveValue("clone 1A4");
  await test.step("undo still knows, after the restart", async () => {
    await reportText(app.page).focus();
    await app.page.keyboard.press("Control+z");
    await expect(inspector(app.page).getByRole("textbox", { name: "Note" })).toHaveValue("");
  });
});

test("overlapping and nested spans can each be reached by clicking again", {
  tag: "@mouse",
}, async ({ app }) => {
  await startOn(app.page, /leiomyosarcoma/);
  await markText(app.page, "postmenopausal bleeding", "d");
  await markText(app.page, "bleeding for three months", "p");
  await expect(quote(app.page)).toHaveText("bleeding for three months");
  await clickOn(app.page, "bleeding");
  await expect(quote(app.page)).toHaveText("postmenopausal bleeding");
  // Sooner, the second click would make a double click, which selects the word.
  await app.page.waitForTimeout(1000);
  await clickOn(app.page, "bleeding");
  await expect(quote(app.page)).toHaveText("bleeding for three months");
});

test("entities can be merged and split, and every step undone", { tag: "@mouse" }, async ({
  app,
}) => {
  await startOn(app.page, /leiomyosarcoma/);
  for (const marker of ["desmin", "h-caldesmon"]) {
    await selectText(app.page, marker);
    await app.page.keyboard.press("m");
    await expect(inspector(app.page).getByRole("blockquote")).toHaveText(marker);
  }
  const entities = app.page.getByRole("tabpanel", { name: /Entities/ });
  for (const marker of ["desmin", "h-caldesmon"])
    await entities.getByRole("option", { name: marker }).click({ modifiers: ["ControlOrMeta"] });
  await app.page.getByRole("button", { name: "Merge" }).click();
  await expect(app.page.getByRole("tab", { name: /Entities 1/ })).toBeVisible();
  await reportText(app.page).focus();
  await app.page.keyboard.press("Control+z");
  await expect(app.page.getByRole("tab", { name: /Entities 2/ })).toBeVisible();
});
