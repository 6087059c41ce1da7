import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { operate, send, startBrowserHost, withToken } from "./host.ts";

test("a file that the page could not read is said, and stops none of the others", async () => {
  const host = await startBrowserHost();
  const ticket = randomUUID();
  const list = [
    { path: "folder/a.txt", size: 8 },
    { path: "folder/b.txt", size: null },
    { path: "c.txt", size: null },
  ];
  const body = `${JSON.stringify(list)}\nDesmin +`;
  const path = `/upload/${ticket}`;
  const answer = await send(host, { method: "POST", path, headers: withToken(host), body });
  expect(answer.status).toBe(200);

  const { reply } = await operate(host, "import.stage", { tickets: [ticket] });
  expect(reply).toMatchObject({
    ok: true,
    value: { reports: 1, failed: [{ file: "b.txt" }, { file: "c.txt" }] },
  });
});
