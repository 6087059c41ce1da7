import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { session, type WebFrameMain } from "electron";
import { beforeEach, expect, test, vi } from "vitest";
import { closeSession, closeTheApp, isOwnPage } from "../../../electron/hosts/desktop/security.ts";
import { app, asked, reset, session as standIn, WebContents } from "./electron-stand-in.ts";

beforeEach(reset);

// The three things that are looked at.
const frame = (parts: object) =>
  ({ parent: null, origin: "app://page", url: "app://page/", ...parts }) as WebFrameMain;

function newContents(): WebContents {
  closeTheApp();
  const contents = new WebContents();
  app.emit("web-contents-created", {}, contents);
  return contents;
}

function request(url: string): boolean {
  closeSession(session.defaultSession);
  const answer = vi.fn();
  (standIn.defaultSession.request as (...values: unknown[]) => void)({ url }, answer);
  return answer.mock.calls[0]?.[0].cancel;
}

test("every page is sandboxed and no name of a machine resolves", () => {
  closeTheApp();
  expect(asked.calls).toEqual(["enableSandbox"]);
  expect(asked.switches).toContainEqual(["host-resolver-rules", "MAP * ~NOTFOUND"]);
});

test("every session made later is closed as well", () => {
  closeTheApp();
  app.emit("session-created", standIn.defaultSession);
  expect(standIn.defaultSession.spellChecker).toBe(false);
});

test("every permission and device is refused", () => {
  closeSession(session.defaultSession);
  const { permission, permissionCheck, device } = standIn.defaultSession;
  const answer = vi.fn();
  (permission as (...values: unknown[]) => void)({}, "media", answer);
  expect(answer.mock.calls).toEqual([[false]]);
  expect([permissionCheck(), device()]).toEqual([false, false]);
});

test.each([
  ["https://example.org/a.zip", 1],
  ["blob:https://example.org/7d444840", 1],
  ["app://page/assets/a.js", 1],
  ["blob:app://page/7d444840", 0],
])("of downloads only a text that the page made itself is let through: %s", (url, refusals) => {
  closeSession(session.defaultSession);
  const preventDefault = vi.fn();
  standIn.defaultSession.emit("will-download", { preventDefault }, { getURL: () => url });
  expect(preventDefault).toHaveBeenCalledTimes(refusals);
});

test("every request but the page's own is cancelled", () => {
  const foreign = [
    "https://example.org/",
    "http://127.0.0.1/",
    "ws://127.0.0.1/",
    "file:///etc/passwd",
    "data:text/plain,x",
    "blob:app://page/1",
    "ftp://example.org/",
  ];
  expect(foreign.filter((url) => !request(url))).toEqual([]);
  expect(request("app://page/assets/x.js")).toBe(false);
});

test("the developer's tools load in development only", () => {
  expect(request("devtools://devtools/bundled/x.html")).toBe(false);
  asked.packaged = true;
  expect(request("devtools://devtools/bundled/x.html")).toBe(true);
});

test("no window opens, for whatever address", () => {
  const { openHandler } = newContents();
  expect(openHandler({ url: "https://example.org" })).toEqual({ action: "deny" });
  expect(openHandler({ url: "app://page/" })).toEqual({ action: "deny" });
});

test.each(["will-navigate", "will-frame-navigate", "will-redirect"])(
  "%s is refused but for the page itself",
  (name) => {
    const contents = newContents();
    const addresses = ["https://example.org/", "file:///x", "app://page/", "app://page.evil/"];
    const refused = addresses.filter((url) => {
      const preventDefault = vi.fn();
      contents.emit(name, { url, preventDefault });
      return preventDefault.mock.calls.length > 0;
    });
    expect(refused).toEqual(["https://example.org/", "file:///x", "app://page.evil/"]);
  },
);

test("no webview is attached", () => {
  const preventDefault = vi.fn();
  newContents().emit("will-attach-webview", { preventDefault });
  expect(preventDefault).toHaveBeenCalledOnce();
});

test("WebRTC does not go round the closed network", () => {
  expect(newContents().webRtc).toBe("disable_non_proxied_udp");
});

test("only the top frame of our own origin may send messages", () => {
  expect(isOwnPage(frame({}))).toBe(true);
  const refused = [
    null,
    frame({ parent: frame({}) }),
    frame({ origin: "https://example.org" }),
    frame({ origin: "null", url: "about:blank" }),
    frame({ url: "https://example.org/" }),
    frame({ origin: "app://other", url: "app://other/" }),
  ];
  expect(refused.map(isOwnPage)).toEqual(refused.map(() => false));
});

test("nothing hands an address or a file to the system to open", () => {
  const folder = join(import.meta.dirname, "../../../electron/hosts/desktop");
  const sources = globSync("*.ts", { cwd: folder });
  expect(sources).toContain("main.ts");
  const opening = /\bshell\b|openExternal|openPath|@electron\/remote/;
  expect(sources.filter((name) => opening.test(readFileSync(join(folder, name), "utf8")))).toEqual(
    [],
  );
});
