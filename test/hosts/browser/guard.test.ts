import { expect, test } from "vitest";
import { isOurHost, isOurPage } from "../../../electron/hosts/browser/guard.ts";
import { send, startBrowserHost, withToken } from "./host.ts";

const token = "secret-secret";
const ours = {
  host: "127.0.0.1:8000",
  origin: "http://127.0.0.1:8000",
  authorization: `Bearer ${token}`,
};

test("our page is let in, by both names of this machine and without an Origin", () => {
  expect(isOurPage(ours, 8000, token)).toBe(true);
  const byName = { ...ours, host: "localhost:8000", origin: "http://localhost:8000" };
  expect(isOurPage(byName, 8000, token)).toBe(true);
  const { origin: _, ...without } = ours;
  expect(isOurPage(without, 8000, token)).toBe(true);
});

test.each([
  ["another name that leads here", { host: "evil.example:8000" }],
  ["another port", { host: "127.0.0.1:8001" }],
  ["no name", { host: undefined }],
  ["another site", { origin: "https://evil.example" }],
  ["another port's site", { origin: "http://127.0.0.1:8001" }],
  ["this machine's other name", { origin: "http://localhost:8000" }],
  ["a page of no site", { origin: "null" }],
  ["no token", { authorization: undefined }],
  ["another token of that length", { authorization: "Bearer secret-secreT" }],
  ["a token of another length", { authorization: "Bearer secret" }],
  ["a bare token", { authorization: token }],
])("%s is kept out", (_, wrong) => {
  expect(isOurPage({ ...ours, ...wrong }, 8000, token)).toBe(false);
});

test("the page itself is served to our own name only", () => {
  expect(isOurHost({ host: "localhost:8000" }, 8000)).toBe(true);
  expect(isOurHost({ host: "casemark.example:8000" }, 8000)).toBe(false);
});

test("every way in answers 403 to a wrong Host, Origin or token, and does nothing", async () => {
  const host = await startBrowserHost();
  const headers = withToken(host);
  const body = JSON.stringify({ name: "annotator.use", input: { name: "Mallory" } });
  const ways = [
    { method: "POST", path: "/operation", body },
    { method: "POST", path: "/upload/7d444840-9dc0-11d1-b245-5ffdce74fad2?path=x.txt", body },
    { method: "POST", path: "/", body },
  ];
  const wrong = [
    {},
    { authorization: "Bearer wrong" },
    { ...headers, host: `evil.example:${host.port}` },
    { ...headers, origin: "https://evil.example" },
    { ...headers, origin: "null" },
  ];
  for (const way of ways)
    for (const each of wrong) {
      const { status, body: said } = await send(host, { ...way, headers: each });
      expect([status, said.toString()]).toEqual([403, "Not allowed.\n"]);
    }
  for (const path of ["/", "/download/x"]) {
    const { status } = await send(host, { path, headers: { host: "evil.example" } });
    expect(status).toBe(403);
  }
  expect(host.session.annotator).toBe("Ana");
});
