import { app, type BrowserWindow, dialog } from "electron";
import type { Log } from "./log.ts";

const saved = "Everything you marked is saved.";

/** Errors that nobody caught, and helper processes that ended, are logged and shown; the app goes on. */
export function watchTheApp(log: Log): void {
  process.on("uncaughtException", (error) => report(log, error));
  process.on("unhandledRejection", (error) => report(log, error));
  app.on("child-process-gone", (_event, { type, reason, name }) => {
    if (reason === "clean-exit") return;
    log.write(`${name ?? type} ended: ${reason}`);
    // Chromium starts its graphics process again by itself, without a trace on the screen.
    if (type !== "GPU")
      void tell(`A part of Casemark (${name ?? type}) stopped: ${reason}. ${saved}`);
  });
}

/** A page that crashed or hangs is said so, and loaded again if the person wants; `stopJobs` ends its calls. */
export function watchTheWindow(window: BrowserWindow, log: Log, stopJobs: () => void): void {
  let ending = false;
  window.webContents.on("render-process-gone", async (_event, { reason, exitCode }) => {
    if (ending || reason === "clean-exit" || window.isDestroyed()) return;
    log.write(`The page ended: ${reason} (${exitCode})`);
    stopJobs();
    const again = await ask(window, `This window stopped working (${reason}).`, ["Reload", "Quit"]);
    if (again) window.webContents.reload();
    else app.quit();
  });
  window.on("unresponsive", async () => {
    log.write("The page does not respond");
    if (await ask(window, "This window does not respond.", ["Wait", "Reload"])) return;
    ending = true; // A page that hangs does not let itself be reloaded.
    window.webContents.forcefullyCrashRenderer();
    stopJobs();
    window.webContents.once("did-finish-load", () => {
      ending = false;
    });
    window.webContents.reload();
  });
}

function report(log: Log, error: unknown): void {
  log.write(error instanceof Error ? (error.stack ?? error.message) : String(error));
  void tell(`Something went wrong in Casemark. ${saved} The details are in ${log.file}.`);
}

let telling = false;

/** One box at a time: what goes wrong over and over is in the log. */
async function tell(message: string): Promise<void> {
  if (telling || !app.isReady()) return;
  telling = true;
  await dialog.showMessageBox({ type: "error", message, buttons: ["OK"] });
  telling = false;
}

/** True for the first button. */
async function ask(window: BrowserWindow, message: string, buttons: string[]): Promise<boolean> {
  const options = { type: "error" as const, message, detail: saved, buttons, defaultId: 0 };
  const { response } = await dialog.showMessageBox(window, options);
  return response === 0;
}
