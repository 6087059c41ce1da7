import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { inspector, introduce, openReport, reportText, spanCount, startOn } from "./steps.ts";

/** Goes to the Scheme screen by its key. */
async function goToScheme(page: Page): Promise<void> {
  await page.keyboard.press("Control+5");
  await page.getByRole("heading", { name: "Scheme", level: 1 }).waitFor();
}

const labels = (page: Page) => page.getByRole("listbox", { name: "Labels", exact: true });
const item = (page: Page, name: string | RegExp) => labels(page).getByRole("option", { name });
const nameField = (page: Page) => page.getByRole("textbox", { name: "Name", exact: true });

/** Puts another name into the chosen label's field, by keyboard. */
async function rename(page: Page, to: string): Promise<void> {
  await nameField(page).focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.type(to);
  await page.keyboard.press("Enter");
}

/** The names in the list, deeper ones with their parent. */
const names = (page: Page) =>
  labels(page)
    .getByRole("option")
    .evaluateAll((options) => options.map((option) => option.getAttribute("aria-label")));

test("a renamed label shows what it touches, changes everybody's spans, and undo is seen in the open report", async ({
  app,
}) => {
  const { page } = app;
  await startOn(page, /leiomyosarcoma/);
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("d");
  await expect(inspector(page)).toContainText("diagnosis");
  await goToScheme(page);
  await expect(page.getByText(/^Used by \d+ annotations in 10 reports$/)).toBeVisible();
  await rename(page, "disease");
  const dialog = page.getByRole("dialog", { name: "Rename “diagnosis” to “disease”" });
  await expect(dialog.getByRole("rowheader", { name: "Ben Okafor" })).toBeVisible();
  await expect(dialog).toContainText("finished or locked layers, which stay so");
  await expect(dialog.getByText("Label “diagnosis” is named “disease”.")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(item(page, "disease")).toHaveAttribute("aria-selected", "true");

  await page.keyboard.press("Control+2");
  await reportText(page).waitFor();
  await page.keyboard.press("]");
  const toolbar = page.getByRole("toolbar", { name: "Labels" });
  await expect(toolbar.getByRole("button", { name: /disease/, pressed: true })).toBeVisible();
  await page.keyboard.press("Control+Z");
  await expect(toolbar.getByRole("button", { name: /diagnosis/, pressed: true })).toBeVisible();
  expect(await spanCount(page)).toBe(1);
});

test("labels move by key, and one step of undo brings them back", async ({ app }) => {
  const { page } = app;
  await introduce(page, "Mira Castellanos");
  await goToScheme(page);
  await item(page, "marker").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await expect(item(page, "marker")).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Alt+ArrowRight");
  await expect
    .poll(() => names(page))
    .toEqual(["diagnosis", "marker, below diagnosis", "procedure", "drug"]);
  await expect(
    page.getByText(/“marker” stands below “diagnosis” now; its \d+ annotations/),
  ).toBeVisible();
  await page.keyboard.press("Alt+ArrowLeft");
  await page.keyboard.press("Alt+ArrowDown");
  await expect.poll(() => names(page)).toEqual(["diagnosis", "procedure", "marker", "drug"]);
  await page.keyboard.press("Control+Z");
  await expect.poll(() => names(page)).toEqual(["diagnosis", "marker", "procedure", "drug"]);
});

test("Tab goes through the rest of the scheme and leaves what is chosen", async ({
  app: { page },
}) => {
  await introduce(page, "Mira Castellanos");
  await goToScheme(page);
  await item(page, "marker").click();
  await expect(item(page, "marker")).toHaveAttribute("aria-selected", "true");
  const rest = page.getByRole("listbox", { name: "The rest of the scheme" }).getByRole("option");
  await rest.first().focus();
  await expect(rest.first()).toBeFocused();
  await page.getByRole("button", { name: "Split…" }).focus();
  await expect(item(page, "marker")).toHaveAttribute("aria-selected", "true");
  await expect(nameField(page)).toHaveValue("marker");
  await rest.first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(rest.nth(1)).toHaveAttribute("aria-selected", "true");
});

test("an example given to a label is shown where the label is chosen, and by its key", async ({
  app,
}) => {
  const { page } = app;
  await introduce(page, "Mira Castellanos");
  await goToScheme(page);
  await page.getByRole("textbox", { name: "New example" }).fill("epithelioid sarcoma");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: /^Words of example/ }).last()).toHaveValue(
    "epithelioid sarcoma",
  );

  await openReport(page, /leiomyosarcoma/);
  await page.keyboard.press("Space");
  const picker = page.getByRole("dialog", { name: "Choose a label" });
  await page.keyboard.type("diag");
  await expect(picker.getByText("epithelioid sarcoma")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("F1");
  const guide = page.getByRole("dialog", { name: "Guideline" });
  await expect(guide.getByText("epithelioid sarcoma")).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(guide.getByText("smooth muscle actin")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(guide).toBeHidden();
});

test("a label is split by words, merged again, and an earlier version is looked at and restored", {
  tag: "@mouse",
}, async ({ app }) => {
  const { page } = app;
  await introduce(page, "Mira Castellanos");
  await goToScheme(page);
  await page.getByRole("button", { name: "Split…" }).press("Enter");
  await page.getByRole("textbox", { name: "Spans that have one of these words" }).fill("metasta");
  const become = page.getByRole("combobox", { name: "Become" });
  await become.fill("metastasis");
  await page.keyboard.press("Tab");
  await page.getByRole("button", { name: "See what it touches" }).press("Enter");
  await expect(page.getByRole("dialog")).toContainText(/Label “metastasis” is new/);
  await page.keyboard.press("Enter");
  await expect(item(page, "metastasis")).toBeVisible();

  await item(page, "metastasis").click();
  await expect(page.getByText(/^Used by \d+ annotation/)).toBeVisible();
  await page.getByRole("button", { name: "Merge…" }).press("Enter");
  await page.getByRole("combobox", { name: "Into" }).fill("diagnosis");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "See what it touches" }).press("Enter");
  await page.getByRole("dialog", { name: "Merge “metastasis” into “diagnosis”" }).waitFor();
  await page.keyboard.press("Enter");
  await expect(item(page, "metastasis")).toHaveCount(0);

  await page.getByRole("radio", { name: "Versions" }).press("Space");
  const versions = page.getByRole("listbox", { name: "Versions" });
  await expect(versions.getByRole("option")).toHaveCount(3);
  await versions.getByRole("option", { name: /^Version 2/ }).click();
  await expect(page.getByRole("list", { name: "What differs" })).toContainText(
    "Label “metastasis” is new.",
  );
  await page.getByRole("button", { name: "Go back to it…" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Back to version 2" });
  await expect(dialog.getByText("Every annotation keeps to it.")).toBeVisible();
  await dialog.getByRole("button", { name: "Go back to it" }).press("Enter");
  await expect(versions.getByRole("option", { name: /^Version 4.*in use/ })).toBeVisible();
});

test("what a removed label leaves behind is listed, and opens its report", async ({ app }) => {
  const { page } = app;
  await introduce(page, "Mira Castellanos");
  await goToScheme(page);
  await item(page, "drug").click();
  await page.getByRole("button", { name: "Remove drug" }).press("Enter");
  await page.getByRole("button", { name: "Keep them" }).press("Enter");
  await expect(item(page, "drug")).toHaveCount(0);
  await page.getByRole("radio", { name: /^To look at \(1\)/ }).press("Space");
  await page.getByRole("button", { name: /The scheme has no label “drug”/ }).press("Enter");
  const reports = page.getByRole("listbox", { name: "Reports" });
  await reports.getByRole("option").first().focus();
  await page.keyboard.press("Enter");
  await reportText(page).waitFor();
});

test("a brat annotation.conf is added to the scheme, and saving gives YAML", async ({ app }) => {
  const { page } = app;
  await introduce(page, "Mira Castellanos");
  await goToScheme(page);
  const conf =
    "[entities]\nFinding\n\tMass\n[relations]\nShows Arg1:Finding, Arg2:Mass\n[events]\n[attributes]\n";
  await page.getByRole("button", { name: "File" }).press("Enter");
  await app.chooseFiles([{ name: "annotation.conf", text: conf }], () =>
    page.getByRole("menuitem", { name: /From a file/ }).press("Enter"),
  );
  const dialog = page.getByRole("dialog", { name: "Scheme from annotation.conf" });
  await expect(dialog.getByText(/The scheme has no label “diagnosis”/)).toBeVisible();
  await dialog.getByRole("radio", { name: "Add to this scheme" }).press("Space");
  await expect(dialog.getByText("Every annotation keeps to it.")).toBeVisible();
  await dialog.getByRole("button", { name: "Take it" }).press("Enter");
  await expect(item(page, /^Mass, below Finding/)).toBeVisible();

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "File" }).press("Enter");
  await page.getByRole("menuitem", { name: "Save as YAML" }).press("Enter");
  expect((await download).suggestedFilename()).toBe("Case reports.yaml");
});
