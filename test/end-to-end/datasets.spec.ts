import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { unzipSync } from "fflate";
import { expect, test } from "./fixtures.ts";
import { introduce } from "./steps.ts";

test.beforeEach(({ host }) => {
  test.skip(host === "desktop", "the desktop asks for folders");
});

test("a release is made, and the next one begins where it ended", {
  tag: "@mouse",
}, async ({ app: { page } }) => {
  await introduce(page, "Mira Castellanos");
  await goToDatasets(page);
  await expect(page.getByText("None yet.")).toBeVisible();
  await page.getByRole("button", { name: "New release…" }).click();
  await field(page, "Title").fill("Markers");
  await page.getByRole("button", { name: "All reports Reports" }).click();
  await page.getByRole("option", { name: "What a search finds" }).click();
  await field(page, "Search").fill("by:anyone label:drug");
  await fate(page, "procedure", "Leave out").click();
  await fate(page, "drug", "Rename").click();
  await field(page, "Name of “drug” in the release").fill("medicine");
  await expect(summary(page)).toContainText("1 renamed, 1 left out");
  await page.getByRole("button", { name: "Make the release" }).click();
  await page.getByRole("heading", { name: "Not all will be in Markers 1.0.0." }).waitFor();
  await expect(page.getByText(/^Spans of the label “procedure”/)).toBeVisible();
  await page.getByRole("button", { name: "Change it" }).click();
  await expect(field(page, "Title")).toHaveValue("Markers");
  await make(page, true);
  await expect(page.getByText(/^Spans of the label “procedure”/)).toBeVisible();
  await page.getByRole("button", { name: "Done" }).click();
  const row = page.getByRole("row", { name: /^Markers 1\.0\.0/ });
  await expect(row).toContainText("train 80 · validation 10 · test 10");
  await expect(row).toContainText("your downloads");

  await page.getByRole("button", { name: "New release…" }).click();
  await expect(field(page, "Version")).toHaveValue("1.1.0");
  await expect(field(page, "Name of “drug” in the release")).toHaveValue("medicine");
  await expect(field(page, "Search")).toHaveValue("by:anyone label:drug");
  await expect(summary(page)).toContainText("as in 1.0.0");
});

test("what was typed of a release waits, and what is wrong with it is said", async ({
  app: { page },
}) => {
  await introduce(page, "Mira Castellanos");
  await page.keyboard.press("Control+Shift+E");
  await field(page, "Title").fill("Markers");
  await field(page, "Share of part 2").fill("no number");
  await expect(page.getByText("A share is a number above 0.").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Make the release" })).toBeDisabled();
  await page.keyboard.press("Control+1");
  await page.getByRole("heading", { name: "Library" }).waitFor();
  await page.keyboard.press("Control+Shift+E");
  await expect(field(page, "Title")).toHaveValue("Markers");
  await expect(field(page, "Share of part 2")).toHaveValue("no number");
});

test("a release’s folder is opened, found changed, and compared with another", {
  tag: "@mouse",
}, async ({ app: { page, home } }) => {
  await introduce(page, "Mira Castellanos");
  const first = join(home, "first");
  const second = join(home, "second");
  await release(page, first, null);
  await release(page, second, async () => {
    await fate(page, "drug", "Leave out").click();
    await fate(page, "marker", "Rename").click();
    await field(page, "Name of “marker” in the release").fill("stain");
  });

  await goToDatasets(page);
  await pickFolder(page, page.getByRole("button", { name: "Open a release’s folder…" }), second);
  await expect(page.getByText(/^It is as it was written/)).toBeVisible();
  await expect(page.getByRole("row", { name: /^train 80 8/ })).toBeVisible();

  await page.getByRole("button", { name: "Compare with…" }).click();
  const earlier = page.getByRole("region", { name: "Earlier release" });
  await pickFolder(page, earlier.getByRole("button"), first);
  const spans = page.getByRole("region", { name: "Spans by label" });
  await expect(spans.getByRole("row", { name: /^drug 0 −\d+ 0/ })).toBeVisible();
  const relabelled = page.getByRole("region", { name: "Relabelled" });
  await expect(relabelled.getByRole("row", { name: /^marker stain/ })).toBeVisible();
  const entities = page.getByRole("region", { name: "Entities by kind" });
  await expect(entities.getByRole("row", { name: /^drug 0 −\d+ 0/ })).toBeVisible();
  await expect(entities.getByRole("columnheader", { name: "With other codes" })).toBeVisible();

  writeFileSync(join(second, "README.md"), "Another card.\n");
  await goToDatasets(page);
  await pickFolder(page, page.getByRole("button", { name: "Open a release’s folder…" }), second);
  await expect(page.getByText("It is not as it was written")).toBeVisible();
  await expect(page.getByText(/README\.md/)).toBeVisible();
});

const field = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });

const summary = (page: Page) => page.getByRole("complementary", { name: "What will be released" });

const fate = (page: Page, label: string, what: string): Locator =>
  page
    .getByRole("radiogroup", { name: `What becomes of “${label}”` })
    .getByRole("radio", { name: what });

async function goToDatasets(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Datasets" }).click();
  await page.getByRole("heading", { name: "Datasets" }).waitFor();
}

/** Makes the release, of which something will be lost or nothing, and takes the download; answers its file. */
async function make(page: Page, isLossy: boolean): Promise<string> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Make the release" }).click();
  if (isLossy) await page.getByRole("button", { name: "Release it all the same" }).click();
  const path = await (await download).path();
  await page.getByRole("heading", { name: /^Released / }).waitFor();
  return path;
}

/** Makes a release, whole or without what is left out before, and unpacks what was downloaded into a folder. */
async function release(
  page: Page,
  folder: string,
  leaveOut: (() => Promise<void>) | null,
): Promise<void> {
  await goToDatasets(page);
  await page.getByRole("button", { name: "New release…" }).click();
  await leaveOut?.();
  const files = unzipSync(readFileSync(await make(page, leaveOut !== null)));
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
}

async function pickFolder(page: Page, button: Locator, folder: string): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await button.click();
  await (await chooser).setFiles(folder);
}
