import { app, type BrowserWindow, dialog } from "electron";
import type { Log } from "./log.ts";
import { readWords, type Words } from "./words.ts";

/** Errors that nobody caught, and helper processes that ended, are logged and shown; the app goes on. */
export function watchTheApp(log: Log): void {
  process.on("uncaughtException", (error) => report(log, error));
  process.on("unhandledRejection", (error) => report(log, error));
  app.on("child-process-gone", (_event, { type, reason, name }) => {
    if (reason === "clean-exit") return;
    log.write(`${name ?? type} ended: ${reason}`);
    // Chromium starts its graphics process again by itself, without a trace on the screen.
    const part = name ?? type;
    if (type !== "GPU")
      void tell((t) => t("A part of Casemark ({part}) stopped: {reason}.", { part, reason }));
  });
}

/** A page that crashed or hangs is said so, and loaded again if the person wants; `stopJobs` ends its calls. */
export function watchTheWindow(window: BrowserWindow, log: Log, stopJobs: () => void): void {
  let ending = false;
  window.webContents.on("render-process-gone", async (_event, { reason, exitCode }) => {
    if (ending || reason === "clean-exit" || window.isDestroyed()) return;
    log.write(`The page ended: ${reason} (${exitCode})`);
    stopJobs();
    const { t } = await readWords();
    const message = t("This window stopped working ({reason}).", { reason });
    const again = await ask(window, message, [t("Reload"), t("Quit")]);
    if (again) window.webContents.reload();
    else app.quit();
  });
  window.on("unresponsive", async () => {
    log.write("The page does not respond");
    const { t } = await readWords();
    if (await ask(window, t("This window does not respond."), [t("Wait"), t("Reload")])) return;
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
  void tell((t) =>
    t("Something went wrong in Casemark. The details are in {file}.", { file: log.file }),
  );
}

let telling = false;

/** One box at a time: what goes wrong over and over is in the log. */
async function tell(say: (t: Words["t"]) => string): Promise<void> {
  if (telling || !app.isReady()) return;
  telling = true;
  const { t } = await readWords();
  const saved = t("Everything you marked is saved.");
  await dialog.showMessageBox({
    type: "error",
    message: say(t),
    detail: saved,
    buttons: [t("OK")],
  });
  telling = false;
}

/** True for the first button. */
async function ask(window: BrowserWindow, message: string, buttons: string[]): Promise<boolean> {
  const { t } = await readWords();
  const detail = t("Everything you marked is saved.");
  const options = { type: "error" as const, message, detail, buttons, defaultId: 0 };
  const { response } = await dialog.showMessageBox(window, options);
  return response === 0;
}
