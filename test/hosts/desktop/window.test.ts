import { beforeEach, expect, test } from "vitest";
import { bringForward, openWindow } from "../../../electron/hosts/desktop/window.ts";
import { readSettings, updateSettings } from "../../../electron/settings.ts";
import { useNewHome } from "./builders.ts";
import { asked, type BrowserWindow, reset } from "./electron-stand-in.ts";

beforeEach(() => {
  reset();
  useNewHome();
});

function opened(): { real: ReturnType<typeof openWindow>; window: BrowserWindow } {
  const real = openWindow();
  const window = asked.windows[0];
  if (!window) throw new Error("no window was opened");
  return { real, window };
}

test("the page runs in a sandbox, apart from the preload script, without Node", () => {
  const { window } = opened();
  expect(window.options.webPreferences).toEqual({
    preload: "/app/out/main/preload.cjs",
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    webSecurity: true,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: true,
  });
  expect(window.address).toBe("app://page/");
});

test("the packed app has no developer's tools", () => {
  asked.packaged = true;
  expect(opened().window.options.webPreferences).toMatchObject({ devTools: false });
});

test("the window is shown when there is something to see", () => {
  const { window } = opened();
  expect([window.options.show, window.state]).toEqual([false, []]);
  window.emit("ready-to-show");
  expect(window.state).toEqual(["show"]);
});

test("its place and size are remembered and come back", () => {
  const { window } = opened();
  window.maximize();
  window.emit("close");
  const saved = { x: 10, y: 20, width: 1000, height: 700, maximized: true };
  expect(readSettings().window).toEqual(saved);

  asked.windows.length = 0;
  const { window: next } = opened();
  expect(next.options).toMatchObject({ x: 10, y: 20, width: 1000, height: 700 });
  expect(next.isMaximized()).toBe(true);
});

test("a place on a display that is gone is not used", () => {
  updateSettings({ window: { x: 5000, y: 0, width: 1000, height: 700, maximized: false } });
  expect(opened().window.options).toMatchObject({ x: 460, y: 170, width: 1000, height: 700 });
});

test("a minimised window comes forward", () => {
  const { real, window } = opened();
  window.minimized = true;
  bringForward(real);
  expect(window.state).toEqual(["restore", "show", "focus"]);
});
