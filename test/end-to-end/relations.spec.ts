import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { inspector, introduce, moveCaretTo, openReport, reportText, takeIn } from "./steps.ts";

const text = `Case report

The patient received docetaxel for a leiomyosarcoma of the uterus.

The tumour cells were positive for desmin in about 40 % of cells. Imatinib was not given.
`;
const conf = `[entities]
drug
diagnosis
marker

[relations]
treats\tArg1:drug, Arg2:diagnosis
excludes\tArg1:drug, Arg2:diagnosis

[events]

[attributes]

# Casemark attributes {"name":"certainty","type":"number","min":1,"max":5,"on":["diagnosis"],"required":true}
# Casemark reportLabels {"name":"quality","type":"choice","choices":["good","poor"],"required":true}
`;

const header = (page: Page) => page.getByRole("button", { name: /to look at/ });
const relations = (page: Page) =>
  inspector(page).getByRole("region", { name: "Relations, events and groups" });

test.beforeEach(async ({ app }) => {
  const { page } = app;
  await introduce(page, "Ana");
  await takeIn(app, [
    { name: "treatment.txt", text },
    { name: "treatment.ann", text: "T1\tdrug 34 43\tdocetaxel\n" },
    { name: "annotation.conf", text: conf },
  ]);
  await openReport(page, /^treatment/);
});

async function mark(page: Page, words: string, key: string) {
  await moveCaretTo(page, words);
  await page.keyboard.press(key);
  await expect(inspector(page).getByRole("blockquote")).toHaveText(words.split(" ")[0] ?? "");
}

test("a relation is drawn by key, listed at both ends, gone along, undone and removed", async ({
  app: { page },
}) => {
  await mark(page, "docetaxel", "r");
  await mark(page, "leiomyosarcoma", "d");
  await page.keyboard.press("[");
  await page.keyboard.press(":");
  await expect(page.getByText("Relation from")).toBeVisible();
  await page.keyboard.press("]");
  await page.keyboard.press(":");
  const kinds = page.getByRole("dialog", { name: "Choose the kind of relation" });
  await expect(kinds.getByRole("option")).toHaveCount(2);
  await page.keyboard.press("1");
  await expect(reportText(page)).toBeFocused();
  await expect(relations(page)).toContainText("treats←docetaxel");
  await expect(page.locator(".relation-margin")).toContainText("treats");

  await page.keyboard.press("Control+z");
  await expect(relations(page)).toBeHidden();
  await page.keyboard.press("Control+y");
  await relations(page).getByRole("button", { name: "docetaxel" }).press("Enter");
  await expect(inspector(page).getByRole("blockquote")).toHaveText("docetaxel");
  await expect(relations(page)).toContainText("treats→leiomyosarcoma");

  await relations(page).getByRole("button", { name: "Note on treats" }).press("Enter");
  await relations(page).getByRole("textbox", { name: "Note on treats" }).fill("first line");
  await page.keyboard.press("Enter");
  await relations(page).getByRole("button", { name: "Remove treats" }).press("Enter");
  await expect(relations(page)).toBeHidden();
});

test("from the other side the same relation is offered the other way round, and Escape gives it up", async ({
  app: { page },
}) => {
  await mark(page, "leiomyosarcoma", "d");
  await page.keyboard.press(":");
  await page.keyboard.press("Escape");
  await expect(page.getByText("Relation from")).toBeHidden();
  await page.keyboard.press(":");
  await mark(page, "Imatinib", "r");
  await page.keyboard.press(":");
  const kinds = page.getByRole("dialog", { name: "Choose the kind of relation" });
  await expect(kinds.locator(":focus")).toHaveCount(1);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(relations(page)).toContainText("excludes→leiomyosarcoma");
});

test("what breaks a rule is shown at its field, counted, gone to by key, and asked about at the end", async ({
  app: { page },
}) => {
  await expect(header(page)).toHaveText(/^1 to look at/);
  await mark(page, "leiomyosarcoma", "d");
  await expect(header(page)).toHaveText(/^2 to look at/);
  await expect(inspector(page).getByText("Is missing")).toBeVisible();
  await moveCaretTo(page, "Case report");
  await page.keyboard.press(",");
  await expect(inspector(page).getByRole("blockquote")).toHaveText("leiomyosarcoma");
  await page.keyboard.press("Enter");
  const certainty = inspector(page).getByRole("textbox", { name: "certainty" });
  await certainty.fill("7");
  await page.keyboard.press("Enter");
  await expect(inspector(page).getByText("Is 7, which is not between 1 and 5")).toBeVisible();
  await certainty.fill("4");
  await page.keyboard.press("Escape");
  await expect(header(page)).toHaveText(/^1 to look at/);

  await page.keyboard.press("Control+Shift+Enter");
  await expect(page.getByText("To look at: one thing")).toBeVisible();
  await page.keyboard.press("Shift+F8");
  await expect(page.getByRole("combobox", { name: "quality" })).toBeFocused();
  await page.keyboard.press("g");
  await expect(header(page)).toBeHidden();
});

test("a finished report with something to look at was finished on purpose", async ({
  app: { page },
}) => {
  await page.keyboard.press("Control+Shift+Enter");
  await expect(page.getByText("To look at: one thing")).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("treatment");
});
