import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./fixtures.ts";
import { dropFolder, introduce } from "./steps.ts";

test("hundreds of files and a folder of pairs come in by one drop, and undo takes them out", {
  tag: "@mouse",
}, async ({ app: { page, home } }) => {
  const given = join(home, "given");
  mkdirSync(given);
  for (let at = 1; at <= 600; at++)
    writeFileSync(join(given, `report ${at}.txt`), `Report ${at}\n\nSpindle cells.`);
  const corpus = join(given, "corpus");
  for (const folder of ["", "2024", "2024/sarcoma"]) {
    mkdirSync(join(corpus, folder), { recursive: true });
    writeFileSync(join(corpus, folder, "case.txt"), "Positive for desmin.\n");
    writeFileSync(join(corpus, folder, "case.ann"), "T1\tmarker 13 19\tdesmin\n");
  }
  writeFileSync(join(corpus, "2024", "lonely.ann"), "T1\tmarker 0 1\tP\n");

  await introduce(page, "Mira Castellanos");
  const before = await page.getByRole("grid", { name: "Reports" }).getAttribute("aria-rowcount");
  await dropFolder(page, given);

  await page.getByRole("radio", { name: "Problems 1" }).click();
  await page.getByRole("row", { name: /lonely\.ann/ }).click();
  await expect(page.getByText('"given/corpus/2024/lonely.ann" has no text')).toBeVisible();
  await page.getByRole("button", { name: "Import 603 reports" }).click();
  const grid = page.getByRole("grid", { name: "Reports" });
  await expect(grid).toHaveAttribute("aria-rowcount", String(Number(before) + 603));
  await page.getByRole("button").filter({ hasText: "Undo" }).click();
  await expect(grid).toHaveAttribute("aria-rowcount", before ?? "");
});

test("a drop can be cancelled while it is read, and nothing of it stays", {
  tag: "@mouse",
}, async ({ app: { page, home } }) => {
  const folder = join(home, "many");
  mkdirSync(folder);
  for (let at = 0; at < 4000; at++) writeFileSync(join(folder, `${at}.txt`), `Report ${at}.`);
  await introduce(page, "Mira Castellanos");
  const rows = page.getByRole("grid", { name: "Reports" });
  const before = await rows.getAttribute("aria-rowcount");
  await dropFolder(page, folder);
  const cancel = page.getByRole("button", { name: "Cancel" });
  await cancel.click();
  await expect(cancel).toHaveCount(0);
  await expect(rows).toHaveAttribute("aria-rowcount", before ?? "");
});
