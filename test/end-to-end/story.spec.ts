import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { unzipSync } from "fflate";
import { type App, expect, type GivenFile, test } from "./fixtures.ts";
import { importFiles, introduce, markText, openReport } from "./steps.ts";

/* Casemark's whole way with three annotators and no server, by keys alone. */

const reports: GivenFile[] = [
  {
    name: "Uterus.txt",
    text: "Hysterectomy\n\nA high-grade leiomyosarcoma was found. Desmin was positive, S100 was negative.\n",
  },
  {
    name: "Lymph node.txt",
    text: "Excision\n\nA follicular lymphoma was found. CD20 was positive, CD5 was negative.\n",
  },
];

/** What each marks in the two reports: all agree on one marker, and on little else. */
const work: Record<string, { uterus: [string, string][]; node: [string, string][] }> = {
  "Ana Ruiz": {
    uterus: [
      ["high-grade leiomyosarcoma", "d"],
      ["Desmin", "m"],
      ["S100", "m"],
    ],
    node: [
      ["follicular lymphoma", "d"],
      ["CD20", "m"],
    ],
  },
  "Bo Lund": {
    uterus: [
      ["leiomyosarcoma", "d"],
      ["Desmin", "m"],
    ],
    node: [
      ["follicular lymphoma", "d"],
      ["CD20", "m"],
      ["CD5", "m"],
    ],
  },
  "Cleo Marsh": {
    uterus: [
      ["leiomyosarcoma", "d"],
      ["Desmin", "m"],
      ["S100", "r"],
    ],
    node: [
      ["lymphoma", "d"],
      ["CD20", "m"],
    ],
  },
};

test.beforeEach(({ host }) => {
  test.skip(host === "desktop", "the desktop asks for folders");
});

test("three annotators without a server: packed, marked, merged, measured, decided, released", async ({
  app,
  another,
}) => {
  test.setTimeout(150_000);
  const { page } = app;
  await introduce(page, "Reva Sander");
  await newProject(page, "Three hands");
  await importFiles(app, reports);
  await expect(page.getByRole("row", { name: /Uterus/ })).toBeVisible();

  const packages = await test.step("work is handed out", () => handOut(page));
  expect(Object.keys(packages)).toHaveLength(3);

  const returned: GivenFile[] = [];
  for (const [name, marks] of Object.entries(work))
    await test.step(`${name} marks in a profile of their own`, async () => {
      const own = await another();
      const mine = Object.entries(packages).find(([file]) => file.includes(name));
      if (!mine) throw new Error(`there is no package for ${name}`);
      await introduce(own.page, name);
      await openPackage(own, { name: mine[0], text: mine[1] });
      await openReport(own.page, /Uterus/);
      await markAll(own.page, "Uterus", marks.uterus);
      await markAll(own.page, "Lymph node", marks.node);
      returned.push({ name: `${name}.casepack`, text: await sendBack(own.page) });
      await own.kill();
    });

  await test.step("what came back is merged in one step", async () => {
    await app.chooseFiles(returned, () => page.keyboard.press("Alt+Shift+M"));
    await page.getByRole("button", { name: "Merge", exact: true }).press("Enter");
    await expect(page.getByText("Merged 3 packages.")).toBeVisible();
  });

  await test.step("agreement is looked at", async () => {
    await page.keyboard.press("Control+3");
    await page.getByRole("radio", { name: "Agreement" }).press("Space");
    await expect(page.getByRole("button", { name: /all 3/ })).toBeVisible();
    await page.keyboard.press("m");
    const row = page.getByRole("row", { name: /^F1, same label and boundaries.*all together/ });
    // Of 10 spans of each two, 6, 4 and 6 are the same.
    await expect(row).toContainText("0.533");
  });

  await test.step("each difference is decided by a key", async () => {
    await page.getByRole("radio", { name: "Differences" }).press("Space");
    const list = page.getByRole("grid", { name: "Differences" });
    await list
      .getByRole("row", { name: /leiomyosarcoma|lymphoma/ })
      .first()
      .waitFor();
    await list.focus();
    await page.keyboard.press("Enter");
    await decideAll(page, "Lymph node");
    await decideAll(page, "Uterus");
    await expect(page.getByText("The review of this report is finished.")).toBeVisible();
  });

  await test.step("the gold layer is released", async () => {
    const lines = await release(page);
    const gold = lines.flatMap(({ spans }) => spans.map(({ label, quote }) => `${label} ${quote}`));
    expect(gold.sort()).toEqual([
      "diagnosis follicular lymphoma",
      "diagnosis leiomyosarcoma",
      "marker CD20",
      "marker CD5",
      "marker Desmin",
      "marker S100",
    ]);
  });
});

async function newProject(page: Page, name: string): Promise<void> {
  await page.keyboard.press("Control+n");
  await page.getByRole("dialog").getByRole("textbox").fill(name);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name })).toBeVisible();
}

/** Both reports for all three; answers the packages by their names. */
async function handOut(page: Page): Promise<Record<string, Uint8Array>> {
  await page.keyboard.press("Alt+Shift+H");
  const dialog = page.getByRole("dialog", { name: "Hand out reports" });
  await dialog.getByRole("textbox", { name: /^Annotators/ }).fill(Object.keys(work).join(", "));
  await dialog.getByRole("textbox", { name: "People a report" }).fill("3");
  const download = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Write 3 packages" }).press("Enter");
  const bytes = readFileSync(await (await download).path());
  await page.getByRole("button", { name: "Done", exact: true }).press("Enter");
  return unzipSync(bytes);
}

async function openPackage(own: App, file: GivenFile): Promise<void> {
  await own.chooseFiles([file], () => own.page.keyboard.press("Alt+Shift+P"));
  await own.page.getByRole("button", { name: "Open as a project" }).press("Enter");
  await expect(own.page.getByText("“Three hands” is open.")).toBeVisible();
}

/** Marks in the report that is open and finishes it, which opens the next. */
async function markAll(page: Page, title: string, marks: [string, string][]): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  for (const [words, key] of marks) await markText(page, words, key);
  await page.keyboard.press("Control+Shift+Enter");
}

async function sendBack(page: Page): Promise<Uint8Array> {
  await page.keyboard.press("Alt+Shift+B");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Write the package" }).press("Enter");
  const bytes = readFileSync(await (await download).path());
  await page.getByRole("button", { name: "Done", exact: true }).press("Enter");
  return bytes;
}

/** Accepts what is agreed, takes of all else what most say, which stands first, and finishes the report, which opens the next. */
async function decideAll(page: Page, title: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await page.keyboard.press("a");
  const progress = page.getByRole("progressbar", { name: "Decided" });
  while (!(await page.getByText("Everything is decided.").first().isVisible())) {
    const before = await progress.getAttribute("aria-valuetext");
    await page.keyboard.press("1");
    await expect(progress).not.toHaveAttribute("aria-valuetext", before ?? "");
  }
  await page.keyboard.press("Control+Enter");
}

interface Line {
  spans: { label: string; quote: string }[];
}

/** Makes a release of what was decided; answers its records. */
async function release(page: Page): Promise<Line[]> {
  await page.keyboard.press("Control+Shift+E");
  await page.getByRole("textbox", { name: "Title", exact: true }).fill("Three hands");
  // It is what a release begins with where there are decisions, and is offered once.
  const whose = page.getByRole("button", { name: /Whose layers$/ });
  await expect(whose).toHaveAccessibleName(/gold/);
  await whose.click();
  await expect(page.getByRole("option", { name: /gold/ })).toHaveCount(1);
  await page.getByRole("option", { name: /gold/ }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Make the release" }).press("Enter");
  await page.getByRole("button", { name: "Release it all the same" }).press("Enter");
  const files = unzipSync(readFileSync(await (await download).path()));
  const records = Object.entries(files).filter(([name]) => /^data\/.*\.jsonl$/.test(name));
  return records.flatMap(([, bytes]) =>
    Buffer.from(bytes)
      .toString("utf8")
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  );
}
