import { isByKeys } from "./by-keys.ts";
import { expect, test } from "./fixtures.ts";
import {
  clickOn,
  entities,
  inspector,
  introduce,
  markText,
  openReport,
  quote,
  reportText,
  spanCount,
  startOn,
  takeIn,
} from "./steps.ts";

test("entities are added, coded, split, merged and removed", { tag: "@mouse" }, async ({
  app: { page },
}) => {
  await startOn(page, /uterine leiomyosarcoma/);
  const list = entities(page);
  const undo = page.getByRole("button", { name: /^Undo/ });

  await test.step("codes of a diagnosis", async () => {
    await markText(page, "high-grade leiomyosarcoma", "d");
    await inspector(page).getByRole("button", { name: "ICD-O-3 morphology" }).click();
    const code = inspector(page).getByRole("textbox", { name: "ICD-O-3 morphology", exact: true });
    await code.fill("8890/3");
    await code.press("Enter");
    await expect(list.getByText("8890/3")).toBeVisible();
    await inspector(page).getByRole("button", { name: "Remove the code" }).click();
    await expect(list.getByText("8890/3")).toBeHidden();
    await undo.click();
    await expect(list.getByText("8890/3")).toBeVisible();
  });

  await test.step("split off one of two spans, and merge again", async () => {
    await markText(page, "smooth muscle actin", "m");
    await markText(page, "SMA", "m");
    await page.keyboard.press("1");
    await expect(inspector(page).getByText("2 spans")).toBeVisible();
    await list.getByRole("option", { name: "smooth muscle actin" }).dblclick();
    await expect(page.getByRole("textbox", { name: "Name" })).toHaveCount(1);
    await list.getByRole("checkbox", { name: "Choose SMA" }).click({ force: true });
    await list.getByRole("button", { name: "Split off 1" }).click();
    await expect(page.getByRole("tab", { name: "Entities 3" })).toBeVisible();
    await list.getByRole("button", { name: "All entities" }).click();
    for (const name of ["smooth muscle actin", "SMA"])
      await list.getByRole("option", { name: name }).click({ modifiers: ["ControlOrMeta"] });
    await list.getByRole("button", { name: "Merge 2" }).click();
    await expect(page.getByRole("tab", { name: "Entities 2" })).toBeVisible();
  });

  await test.step("one of its own, which is removed again", async () => {
    await list.getByRole("button", { name: "Add an entity" }).click();
    await page.getByRole("menuitem", { name: "drug" }).click();
    await list.getByRole("textbox", { name: "Name" }).fill("trabectedin");
    await list.getByRole("textbox", { name: "Name" }).press("Enter");
    await expect(list.getByRole("region", { name: "trabectedin" })).toBeVisible();
    await list.getByRole("button", { name: /^Remove the entity/ }).click();
    await expect(list.getByText("trabectedin")).toBeHidden();
    await undo.click();
    await expect(list.getByText("trabectedin").first()).toBeVisible();
  });
});

test("a click and a key mark one word", { tag: "@mouse" }, async ({ app: { page } }) => {
  await startOn(page, /uterine leiomyosarcoma/);
  await clickOn(page, "h-caldesmon");
  // The labels' buttons are for the mouse; what stands on them is their key.
  if (isByKeys()) await page.keyboard.press("m");
  else await page.getByRole("button", { name: /^marker/ }).click();
  await expect(inspector(page).getByRole("blockquote")).toHaveText("h-caldesmon");
  await expect(reportText(page)).toBeFocused();
});

test("the title is changed from the report itself, and undo shows the old one at once", {
  tag: "@mouse",
}, async ({ app: { page } }) => {
  await startOn(page, /uterine leiomyosarcoma/);
  const title = page.getByRole("heading", { level: 1 });
  const before = (await title.textContent()) ?? "";
  await title.getByRole("button").click();
  await page.getByRole("dialog").getByRole("textbox", { name: "Title" }).fill("A late metastasis");
  await page.keyboard.press("Enter");
  await expect(title).toHaveText("A late metastasis");
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(title).toHaveText(before);
});

const words = Array.from({ length: 41 }, (_, at) => `word${at}`);
const many = words.map((word, at) => {
  const start = words.slice(0, at).join(" ").length + (at > 0 ? 1 : 0);
  return `T${at + 1}\tLabel_${at} ${start} ${start + word.length}\t${word}`;
});

test("one of 41 labels is found by its letters", { tag: "@mouse" }, async ({ app }) => {
  const { page } = app;
  await introduce(page, "Mira Castellanos");
  await takeIn(app, [
    { name: "many.txt", text: `${words.join(" ")}\n` },
    { name: "many.ann", text: `${many.join("\n")}\n` },
  ]);
  await openReport(page, "many");
  await clickOn(page, "word7");
  await page.keyboard.press("Space");
  const picker = page.getByRole("dialog", { name: "Choose a label" });
  await expect(picker.getByRole("option")).not.toHaveCount(0);
  await page.keyboard.type("Label_40");
  await expect(picker.getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(inspector(page).getByRole("button", { name: "Label: Label_40" })).toBeVisible();
  await expect(inspector(page).getByRole("blockquote")).toHaveText("word7");
});

const tumour = "Desmin and actin were positive in the tumour.\n";
const annotations = `T1\tMarker 0 6;11 16\tDesmin actin
T2\tFinding 22 30\tpositive
T3\tTumour 38 44\ttumour
E1\tFinding:T2 In:T3
R1\tlocated Arg1:T1 Arg2:T3
`;

test("what a file brings is said of each span: pieces, relations and events", {
  tag: "@mouse",
}, async ({ app }) => {
  const { page } = app;
  await introduce(page, "Mira Castellanos");
  await takeIn(app, [
    { name: "linked.txt", text: tumour },
    { name: "linked.ann", text: annotations },
  ]);
  await openReport(page, "linked");
  await clickOn(page, "actin");
  const parts = inspector(page).getByRole("region", { name: "Relations, events and groups" });
  await expect(quote(page)).toHaveText("Desmin actin");
  await expect(parts).toContainText("located");
  await parts.getByRole("button", { name: "tumour" }).click();
  await expect(quote(page)).toHaveText("tumour");
  await expect(parts).toContainText("In of Finding");
  await clickOn(page, "Desmin");
  await inspector(page).getByRole("button", { name: "Remove span" }).click();
  await expect.poll(() => spanCount(page)).toBe(2);
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(quote(page)).toHaveText("Desmin actin");
  await expect(parts).toContainText("located");
});

test("labels of the whole report have a place where the scheme has some", {
  tag: "@mouse",
}, async ({ app }) => {
  const { page } = app;
  await introduce(page, "Mira Castellanos");
  const quality = { name: "quality", type: "choice", choices: ["good", "poor"] };
  await takeIn(app, [
    { name: "annotation.conf", text: `# Casemark reportLabels ${JSON.stringify(quality)}\n` },
    { name: "labelled.txt", text: tumour },
    { name: "labelled.ann", text: "T1\tmarker 0 6\tDesmin\n" },
  ]);
  await openReport(page, "labelled");
  await page.getByRole("tab", { name: /^Report/ }).click();
  const labels = page.getByRole("region", { name: "Labels of the report" });
  await labels.getByLabel("quality").selectOption("poor");
  await expect(page.getByRole("tab", { name: "Report 1" })).toBeVisible();
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(labels.getByLabel("quality")).toHaveValue("");
});
