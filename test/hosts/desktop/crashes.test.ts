import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BrowserWindow } from "electron";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { watchTheApp, watchTheWindow } from "../../../electron/hosts/desktop/crashes.ts";
import { type Log, openLog } from "../../../electron/hosts/desktop/log.ts";
import { app, asked, reset, type BrowserWindow as StandIn } from "./electron-stand-in.ts";
import { until } from "./until.ts";

let log: Log;
const stopJobs = vi.fn();
const watched = ["uncaughtException", "unhandledRejection"] as const;
const before = new Map(
  watched.map((name) => [name, process.listeners(name as "uncaughtException")]),
);

beforeEach(() => {
  reset();
  stopJobs.mockReset();
  log = openLog(mkdtempSync(join(tmpdir(), "casemark-log-")), () => new Date(0));
});
afterEach(() => {
  for (const name of watched)
    for (const listener of process.listeners(name as "uncaughtException"))
      if (!before.get(name)?.includes(listener)) process.off(name, listener);
});

const logged = () => readFileSync(log.file, "utf8");

function watchedWindow(): StandIn {
  const window = new BrowserWindow();
  watchTheWindow(window, log, stopJobs);
  return window as unknown as StandIn; // the alias makes it one
}

test("a page that crashed is said so and loaded again", async () => {
  const { webContents } = watchedWindow();
  webContents.emit("render-process-gone", {}, { reason: "crashed", exitCode: 5 });
  await until(() => webContents.reloads === 1);
  expect(asked.boxes).toMatchObject([
    {
      message: "This window stopped working (crashed).",
      detail: "Everything you marked is saved.",
      buttons: ["Reload", "Quit"],
    },
  ]);
  expect(stopJobs).toHaveBeenCalledOnce();
  expect(logged()).toContain("The page ended: crashed (5)");
});

test("a page that keeps crashing can be left", async () => {
  const { webContents } = watchedWindow();
  asked.answers.push(1);
  webContents.emit("render-process-gone", {}, { reason: "oom", exitCode: 1 });
  await until(() => asked.calls.includes("quit"));
  expect(webContents.reloads).toBe(0);
});

test("a page that ended as it should is no crash", () => {
  watchedWindow().webContents.emit("render-process-gone", {}, { reason: "clean-exit" });
  expect(asked.boxes).toEqual([]);
});

test("a page that hangs may be waited for", async () => {
  const window = watchedWindow();
  window.emit("unresponsive");
  await until(() => asked.boxes.length === 1);
  expect(window.webContents.reloads).toBe(0);
});

test("a page that hangs may be loaded again, with one question only", async () => {
  const window = watchedWindow();
  asked.answers.push(1);
  window.emit("unresponsive");
  await until(() => window.webContents.reloads === 1);
  expect(asked.boxes).toHaveLength(1);

  window.webContents.emit("did-finish-load");
  window.webContents.emit("render-process-gone", {}, { reason: "crashed", exitCode: 5 });
  await until(() => asked.boxes.length === 2);
});

test("an error that nobody caught is logged and shown, once at a time", async () => {
  watchTheApp(log);
  process.emit("uncaughtException", new Error("first"));
  process.emit("unhandledRejection", "second", Promise.resolve());
  await until(() => asked.boxes.length === 1);
  expect(asked.boxes[0]?.message).toBe(
    `Something went wrong in Casemark. The details are in ${log.file}.`,
  );
  expect(logged()).toMatch(/Error: first\n {4}at [\s\S]*Z second\n/);
});

test("a helper process that ended is logged and shown; the graphics process comes back by itself", async () => {
  watchTheApp(log);
  app.emit("child-process-gone", {}, { type: "GPU", reason: "crashed" });
  app.emit("child-process-gone", {}, { type: "Utility", reason: "clean-exit" });
  app.emit("child-process-gone", {}, { type: "Utility", name: "Network Service", reason: "oom" });
  await until(() => asked.boxes.length === 1);
  expect(asked.boxes[0]?.message).toBe("A part of Casemark (Network Service) stopped: oom.");
  expect(logged()).toContain("GPU ended: crashed");
});
