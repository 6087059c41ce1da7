import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { channels } from "../../../electron/hosts/desktop/messages.ts";
import type { DesktopBridge } from "../../../shared/desktop-bridge.ts";
import { asked, ipcRenderer, reset } from "./electron-stand-in.ts";

let bridge: DesktopBridge<File>;
const job = "7d444840-9dc0-11d1-b245-5ffdce74fad2";

beforeAll(async () => {
  reset();
  await import("../../../electron/hosts/desktop/preload.ts");
  bridge = asked.exposed.get("casemark") as DesktopBridge<File>;
});
beforeEach(() => {
  ipcRenderer.invoked = [];
  ipcRenderer.answer = () => ({ ok: true, value: ["ticket"] });
});

test("the page gets these and nothing else of Electron", () => {
  expect([...asked.exposed.keys()]).toEqual(["casemark"]);
  expect(Object.keys(bridge)).toEqual([
    "call",
    "cancel",
    "ticketsForFiles",
    "pickFiles",
    "pickFolder",
    "pickProject",
    "pickExportFolder",
    "downloadAddress",
    "onMenu",
  ]);
});

test("progress goes to the call that it belongs to, while it runs", async () => {
  const onProgress = vi.fn();
  const step = { done: 1, total: 2, doing: "Reading" };
  ipcRenderer.answer = () => {
    ipcRenderer.emit(channels.progress, {}, { job, progress: step });
    ipcRenderer.emit(channels.progress, {}, { job: "another", progress: step });
    return { ok: true, value: 1 };
  };
  expect(await bridge.call("export.run", {}, { job, onProgress })).toEqual({ ok: true, value: 1 });
  ipcRenderer.emit(channels.progress, {}, { job, progress: step });
  expect(onProgress.mock.calls).toEqual([[step]]);
});

test("a call without a job is given one", async () => {
  await bridge.call("app.state", {}, {});
  expect(ipcRenderer.invoked).toEqual([
    [
      channels.call,
      { job: expect.stringMatching(/^[0-9a-f-]{36}$/), name: "app.state", input: {} },
    ],
  ]);
});

test("dropped files are sent with their place, which the page does not learn", async () => {
  expect(await bridge.ticketsForFiles([{ file: new File([], "a.txt"), path: "a.txt" }])).toEqual([
    "ticket",
  ]);
  expect(ipcRenderer.invoked).toEqual([
    [channels.dropped, [{ path: "a.txt", absolute: "/disk/a.txt" }]],
  ]);
});

test("each dialog is asked for by its kind", async () => {
  await bridge.pickFiles();
  await bridge.pickFolder();
  await bridge.pickProject();
  await bridge.pickExportFolder();
  expect(ipcRenderer.invoked.map(([, kind]) => kind)).toEqual([
    "files",
    "folder",
    "project",
    "export-folder",
  ]);
});

test("a failure is its sentence alone", async () => {
  ipcRenderer.answer = () => ({ ok: false, code: "bad-input", message: "Only files, please." });
  await expect(bridge.pickFiles()).rejects.toThrow(/^Only files, please\.$/);
});

test("a menu command reaches the page without the event that brought it", () => {
  const listener = vi.fn();
  bridge.onMenu(listener);
  ipcRenderer.emit(channels.menu, { sender: "secret" }, "undo");
  expect(listener.mock.calls).toEqual([["undo"]]);
});
