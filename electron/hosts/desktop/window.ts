import { join } from "node:path";
import { app, BrowserWindow, nativeTheme, screen } from "electron";
import { readSettings, updateSettings } from "../../settings.ts";
import { pageOrigin } from "./app-protocol.ts";
import { placeWindow, smallest } from "./placement.ts";

/** Opens the window where it was left, and remembers where it is when it closes. */
export function openWindow(): BrowserWindow {
  const { maximized, ...bounds } = placeWindow(readSettings().window, workAreas());
  const window = new BrowserWindow({
    ...bounds,
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: "Casemark",
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? "#15171a" : "#ffffff",
    webPreferences: {
      preload: join(app.getAppPath(), "out/main/preload.cjs"),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  if (maximized) window.maximize();
  window.once("ready-to-show", () => window.show());
  window.on("close", () => remember(window));
  void window.loadURL(`${pageOrigin}/`);
  return window;
}

/** Brings the window before the person, wherever it was. */
export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

function workAreas() {
  const main = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id);
  return [main, ...others].map(({ workArea }) => workArea);
}

function remember(window: BrowserWindow): void {
  updateSettings({ window: { ...window.getNormalBounds(), maximized: window.isMaximized() } });
}
