import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "./fixtures.ts";
import { introduce, markByMouse, openReport, selectByMouse, spanCount } from "./steps.ts";

test.skip(({ host }) => host !== "browser", "The desktop has one window.");

test("a mark that cannot be saved says why and changes nothing", async ({ app: { page } }) => {
  await introduce(page, "Mira Castellanos");
  await openReport(page, /uterine leiomyosarcoma/);
  await markByMouse(page, "desmin", "m");
  const opening = page.waitForEvent("popup");
  await page.evaluate(() => {
    open(location.href);
  });
  const other = await opening;
  await other.getByRole("button", { name: /^Finish/ }).click();
  await expect(other.getByRole("heading", { level: 1 })).not.toHaveText(/uterine leiomyosarcoma/);

  await selectByMouse(page, "h-caldesmon");
  await page.keyboard.press("m");
  await expect(page.getByText(/is finished; reopen it to go on marking/)).toBeVisible();
  expect(await spanCount(page)).toBe(1);
});

test("a second window on the same project is refused with a sentence", async ({ app }) => {
  await introduce(app.page, "Mira Castellanos");
  const main = fileURLToPath(new URL("../../electron/hosts/browser/main.ts", import.meta.url));
  const file = join(app.home, "Sample project.casemark");
  const second = spawn(process.execPath, [main, file], {
    env: { ...process.env, CASEMARK_HOME: app.home },
  });
  let said = "";
  second.stderr.on("data", (data) => {
    said += data;
  });
  const code = await new Promise((resolve) => second.once("exit", resolve));
  expect(code).toBe(1);
  expect(said).toMatch(/Sample project\.casemark.*open/);
});
