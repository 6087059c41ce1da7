import { join } from "node:path";
import { app, type BrowserWindow, session as browserSessions, dialog } from "electron";
import { knownKeys } from "../../../shared/change-keys.ts";
import { closeSession, openSession, type Session, switchProject } from "../../api/session.ts";
import { whenFree } from "../../api/turns.ts";
import { readSettings, settingsFolder } from "../../settings.ts";
import { servePage } from "./app-protocol.ts";
import { watchTheApp, watchTheWindow } from "./crashes.ts";
import { pickProjectFile } from "./files.ts";
import { answerPage } from "./ipc.ts";
import { type Log, openLog } from "./log.ts";
import { showMenu } from "./menu.ts";
import { channels } from "./messages.ts";
import { closeSession as closeBrowserSession } from "./security.ts";
import { bringForward, openWindow } from "./window.ts";
import { readWords } from "./words.ts";

/** The running app, as far as another start of it is concerned. */
export interface Desktop {
  /** Opens a project in the window that is there, or only shows the window. */
  open(file: string | null): Promise<void>;
}

/** Opens the project and the window on it; null when the person would rather quit. The app must be ready. */
export async function startDesktop(file: string | null): Promise<Desktop | null> {
  const log = openLog(settingsFolder(), () => new Date());
  watchTheApp(log);
  closeBrowserSession(browserSessions.defaultSession);
  servePage(browserSessions.defaultSession, join(app.getAppPath(), "out/page"));
  const session = await openFirst(file, log);
  if (!session) return null;
  const window = openWindow();
  const stopJobs = answerPage({ window, session });
  watchTheWindow(window, log, stopJobs);
  session.onMenuChanged = () => showMenuOf(window);
  await showMenuOf(window);
  closeWhenQuitting(session, stopJobs);
  return { open: (other) => openHere(window, session, other) };
}

async function showMenuOf(window: BrowserWindow): Promise<void> {
  const { t } = await readWords();
  showMenu({
    platform: process.platform === "darwin" ? "mac" : "other",
    keys: knownKeys(readSettings().keys),
    t,
    development: !app.isPackaged,
    send: (command) => window.webContents.send(channels.menu, command),
  });
}

/** A project that cannot be opened is said so, until another can or the person gives up. */
async function openFirst(file: string | null, log: Log): Promise<Session | null> {
  for (let next = file; ; ) {
    try {
      return openSession({ host: "desktop", file: next, log: log.write });
    } catch (error) {
      log.write(String(error));
      next = await askForAnother(error);
      if (next === null) return null;
    }
  }
}

async function askForAnother(error: unknown): Promise<string | null> {
  const { t, sentence } = await readWords();
  const { response } = await dialog.showMessageBox({
    type: "error",
    message: sentence(textOf(error)),
    buttons: [t("Open another project…"), t("Quit")],
  });
  return response === 0 ? pickProjectFile() : null;
}

async function openHere(window: BrowserWindow, session: Session, file: string | null) {
  bringForward(window);
  if (file === null) return;
  try {
    await whenFree(session.turns, () => switchProject(session, file));
    app.addRecentDocument(file);
    window.webContents.reload();
  } catch (error) {
    const { t, sentence } = await readWords();
    const message = sentence(textOf(error));
    await dialog.showMessageBox(window, { type: "error", message, buttons: [t("OK")] });
  }
}

function closeWhenQuitting(session: Session, stopJobs: () => void): void {
  app.on("will-quit", () => {
    stopJobs();
    closeSession(session);
  });
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
