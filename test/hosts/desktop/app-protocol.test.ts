import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { session } from "electron";
import { beforeAll, beforeEach, expect, test } from "vitest";
import {
  isOwnAddress,
  registerAppScheme,
  servePage,
} from "../../../electron/hosts/desktop/app-protocol.ts";
import { contentSecurityPolicy } from "../../../shared/content-security-policy.ts";
import { asked, reset, session as standIn } from "./electron-stand-in.ts";

const folder = mkdtempSync(join(tmpdir(), "casemark page é "));
const page = join(folder, "page");

beforeAll(() => {
  mkdirSync(join(page, "assets"), { recursive: true });
  writeFileSync(join(folder, "secret.txt"), "secret");
  writeFileSync(join(folder, "page-secret.txt"), "secret");
  writeFileSync(join(page, "index.html"), "<title>Casemark</title>");
  writeFileSync(join(page, "assets", "a b.js"), "1");
});

beforeEach(reset);

async function get(address: string, method = "GET") {
  servePage(session.defaultSession, page);
  return standIn.defaultSession.serve(new Request(address, { method }));
}

test("app:// is an origin of its own, with no more rights than a web page needs", () => {
  registerAppScheme();
  expect(asked.schemes).toEqual([
    {
      scheme: "app",
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
});

test("the page and its files are served with their type and every header", async () => {
  const answer = await get("app://page/");
  expect(await answer.text()).toBe("<title>Casemark</title>");
  expect(Object.fromEntries(answer.headers)).toEqual({
    "content-security-policy": contentSecurityPolicy,
    "content-type": "text/html; charset=utf-8",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  });
  const script = await get("app://page/assets/a%20b.js?x=1#y");
  expect(script.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
});

test.each([
  "app://page/../secret.txt",
  "app://page/%2e%2e/secret.txt",
  "app://page/..%2fsecret.txt",
  "app://page/%2e%2e%2fsecret.txt",
  "app://page/..%2fpage-secret.txt",
  "app://page/..%5csecret.txt",
  "app://page/assets/..%2f..%2fsecret.txt",
  "app://page//etc/passwd",
  "app://page/%2fetc%2fpasswd",
  "app://page/index.html%00.js",
  "app://page/%ff",
  "app://page/assets",
  "app://page/nothing.js",
  "app://other/index.html",
  "app://user@page/index.html",
])("%s leads to nothing, and still under the policy", async (address) => {
  // A Request refuses a name and password in its address; Chromium may hand one over.
  const request = address.includes("@") ? { url: address, method: "GET" } : new Request(address);
  servePage(session.defaultSession, page);
  const answer = await standIn.defaultSession.serve(request as Request); // only these two are read
  expect([answer.status, await answer.text()]).toEqual([404, ""]);
  expect(answer.headers.get("content-security-policy")).toBe(contentSecurityPolicy);
});

test("the page cannot be written to", async () => {
  expect((await get("app://page/", "POST")).status).toBe(405);
});

test("only app://page is our own address", () => {
  const own = ["app://page/", "app://page/assets/x.js"];
  const foreign = [
    "https://page/",
    "app://page.evil/",
    "app://pagex/",
    "app:page",
    "app://evil@page/",
    "file:///page",
    "data:text/html,x",
    "javascript:1",
    "",
  ];
  expect(own.filter(isOwnAddress)).toEqual(own);
  expect(foreign.filter(isOwnAddress)).toEqual([]);
});
