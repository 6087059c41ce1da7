import { execFileSync, spawn } from "node:child_process";
import { appendFileSync, copyFileSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "./fixtures.ts";
import {
  introduce,
  markText,
  moveCaretTo,
  openReport,
  reportText,
  selectText,
  spanCount,
  startOn,
} from "./steps.ts";

test.skip(({ host }) => host !== "browser", "The desktop has one window.");

test("a mark that cannot be saved says why and changes nothing", async ({ app: { page } }) => {
  await startOn(page, /uterine leiomyosarcoma/);
  await markText(page, "desmin", "m");
  const opening = page.waitForEvent("popup");
  await page.evaluate(() => {
    open(location.href);
  });
  const other = await opening;
  await reportText(other).waitFor();
  await other.keyboard.press("Control+Shift+Enter");
  await expect(other.getByRole("heading", { level: 1 })).not.toHaveText(/uterine leiomyosarcoma/);

  await selectText(page, "h-caldesmon");
  await page.keyboard.press("m");
  await expect(page.getByText(/is finished; reopen it to go on marking/)).toBeVisible();
  expect(await spanCount(page)).toBe(1);
});

test("a second window only reads, says so, and takes over when the first is closed", async ({
  app,
  browser,
}) => {
  await introduce(app.page, "Mira Castellanos");
  const second = await startSecond(app.home);
  const page = await (await browser.newContext()).newPage();
  await page.goto(second.address);
  await expect(page.getByText("Read only: this project is open in another window.")).toBeVisible();
  await openReport(page, /uterine leiomyosarcoma/);
  await expect(page.getByText("Another window works on this project")).toBeVisible();
  await moveCaretTo(page, "desmin");
  await page.keyboard.press("m");
  await expect(page.getByText(/Nothing can be marked here/)).toBeVisible();
  expect(await spanCount(page)).toBe(0);

  await app.kill();
  const takeOver = page.getByRole("button", { name: "Work here now" });
  await expect(takeOver).toBeEnabled();
  await takeOver.press("Enter");
  await expect(page.getByText(/^Read only/)).toBeHidden();
  await expect(page.getByRole("toolbar", { name: "Labels" })).toBeVisible();
  await moveCaretTo(page, "desmin");
  await page.keyboard.press("m");
  await expect.poll(() => spanCount(page)).toBe(1);
  second.end();
});

test("what cannot be saved waits in order, and is saved when the file is back", async ({ app }) => {
  const { page } = app;
  const file = join(app.home, "Sample project.casemark");
  await startOn(page, /uterine leiomyosarcoma/);
  renameSync(file, `${file}.away`);
  for (const words of ["desmin", "h-caldesmon"]) {
    await moveCaretTo(page, words);
    await page.keyboard.press("m");
  }
  const panel = page.getByRole("region", { name: "Not saved yet" });
  await expect(panel).toContainText("is gone");
  await expect(panel.getByRole("listitem")).toHaveText([
    "“desmin” as marker",
    "“h-caldesmon” as marker",
  ]);
  expect(await spanCount(page)).toBe(0);
  renameSync(`${file}.away`, file);
  await expect(
    page.getByText("All is safe again. All 2 changes that waited are saved."),
  ).toBeVisible();
  await expect(panel).toBeHidden();
  expect(await spanCount(page)).toBe(2);
});

test("a project that was deleted is saved in its place again", async ({ app }) => {
  const { page } = app;
  const file = join(app.home, "Sample project.casemark");
  await startOn(page, /uterine leiomyosarcoma/);
  rmSync(file);
  await moveCaretTo(page, "desmin");
  await page.keyboard.press("m");
  await page.getByRole("button", { name: "Save the project there again" }).press("Enter");
  await expect.poll(() => spanCount(page)).toBe(1);
  await app.killAndRestart();
  await openReport(app.page, /uterine leiomyosarcoma/);
  expect(await spanCount(app.page)).toBe(1);
});

test("a full disk is said at once, and nothing is lost once there is space", async ({ app }) => {
  const disk = smallDisk();
  test.skip(disk === null, "No small disk can be mounted here.");
  if (disk === null) return;
  const { page } = app;
  await introduce(page, "Mira Castellanos");
  copyFileSync(join(app.home, "Sample project.casemark"), join(disk.folder, "Small.casemark"));
  const host = await startSecond(app.home, join(disk.folder, "Small.casemark"));
  await page.goto("about:blank");
  await page.goto(host.address);
  await openReport(page, /uterine leiomyosarcoma/);
  fill(disk.folder);
  const panel = page.getByRole("region", { name: "Not saved yet" });
  await moveCaretTo(page, "desmin");
  for (let n = 0; n < 30 && !(await panel.isVisible()); n++) await page.keyboard.press("m");
  await expect(panel).toContainText("is full");
  rmSync(join(disk.folder, "filler"));
  await expect(page.getByText(/All is safe again/)).toBeVisible();
  await expect.poll(() => spanCount(page)).toBeGreaterThan(0);
  host.end();
  disk.unmount();
});

const main = fileURLToPath(new URL("../../electron/hosts/browser/main.ts", import.meta.url));

/** Another Casemark on the same project, or on the one given. */
async function startSecond(home: string, file = join(home, "Sample project.casemark")) {
  const child = spawn(process.execPath, [main, file], {
    env: { ...process.env, CASEMARK_HOME: home },
  });
  for await (const data of child.stdout) {
    const address = /open (http:\S+)/.exec(String(data))?.[1];
    if (address) return { address, end: () => void child.kill("SIGKILL") };
  }
  throw new Error("the second Casemark ended");
}

/** A disk of 4 MB; null where this user may not mount one. */
function smallDisk() {
  const folder = mkdtempSync(join(tmpdir(), "casemark-small-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=4m", "tmpfs", folder], { stdio: "ignore" });
  } catch {
    return null;
  }
  return { folder, unmount: () => execFileSync("umount", ["--lazy", folder]) };
}

function fill(folder: string): void {
  try {
    for (;;) appendFileSync(join(folder, "filler"), Buffer.alloc(4096));
  } catch {
    // Full, as it is to be.
  }
}
