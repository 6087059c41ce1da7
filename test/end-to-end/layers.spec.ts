import { expect, test } from "./fixtures.ts";
import { openReport, selectText, spanCount, startOn, workAs } from "./steps.ts";

test("another name works in a layer of its own and does not see the first one's spans", {
  tag: "@mouse",
}, async ({ app: { page } }) => {
  await startOn(page, /Nodular fasciitis/);
  expect(await spanCount(page)).toBe(0);
  await selectText(page, "forearm");
  await page.keyboard.press("d");
  await expect.poll(() => spanCount(page)).toBe(1);

  await workAs(page, "Mira Castellanos", "Tomasz Zielinski");
  await openReport(page, /Nodular fasciitis/);
  expect(await spanCount(page)).toBe(0);
});
