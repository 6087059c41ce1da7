import { expect, test } from "./fixtures.ts";
import { introduce, reportText, startOn } from "./steps.ts";

test.beforeEach(({ host }) => {
  test.skip(host === "desktop", "a window has no address");
});

test("a reload stays on the report", async ({ app: { page } }) => {
  await startOn(page, /Nodular fasciitis/);
  await page.reload();
  await expect(reportText(page)).toContainText("forearm");
  await page.getByRole("link", { name: "Review" }).click();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Review", level: 1 })).toBeVisible();
});

test("the printed address works again, in this tab and in another", async ({ app }) => {
  const { page, address } = app;
  await introduce(page, "Mira Castellanos");
  await page.goto(address);
  await expect(page.getByRole("heading", { name: "Library" })).toBeVisible();
  await expect(page).not.toHaveURL(address);
  const other = await page.context().newPage();
  await other.goto(address);
  await expect(other.getByRole("row", { name: /Nodular fasciitis/ })).toBeVisible();
});

test("a page without the key of its address says what to do", async ({ app }) => {
  const page = await app.page.context().newPage();
  await page.goto(new URL("/#/library", app.address).href);
  await expect(page.getByText(/open the address that it printed/)).toBeVisible();
});
