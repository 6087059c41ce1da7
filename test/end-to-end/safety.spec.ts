import { expect, test } from "./fixtures.ts";
import { importFiles, introduce, openReport, reportText } from "./steps.ts";

const hostile = `A tag in a report
A patient wrote: <img src="x" onerror="document.title='owned'"> and <script>document.title='owned'</script>.
`;

test("text from reports is never HTML, and the page asks nothing of the network", async ({
  app,
}) => {
  const { page } = app;
  const strangers: string[] = [];
  page.on("request", (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol !== "app:" && hostname !== "127.0.0.1") strangers.push(request.url());
  });
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await introduce(page, "Mira Castellanos");
  await importFiles(app, [{ name: "hostile.txt", text: hostile }]);
  await openReport(page, /A tag in a report|hostile/);
  await expect(reportText(page)).toContainText(`<img src="x" onerror=`);
  await expect(reportText(page).locator("img, script")).toHaveCount(0);
  expect(await page.title()).not.toBe("owned");
  expect(strangers).toEqual([]);
  expect(complaints).toEqual([]);
});
