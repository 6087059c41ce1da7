import { randomUUID } from "node:crypto";
import type { BrowserWindow } from "electron";
import { onTestFinished } from "vitest";
import { dispatch } from "../../electron/api/dispatch.ts";
import { closeSession, openSession, type Session } from "../../electron/api/session.ts";
import { answerPage } from "../../electron/hosts/desktop/ipc.ts";
import { channels } from "../../electron/hosts/desktop/messages.ts";
import { closeProject } from "../../electron/store/database.ts";
import type { Progress } from "../../shared/contract.ts";
import type { Reply } from "../../shared/errors.ts";
import { newProject, temporaryFolder } from "../store/project.ts";
import { operate, startBrowserHost } from "./browser/host.ts";
import { asked, WebContents } from "./desktop/electron-stand-in.ts";

/** One of the doors to the Node side, opened on a new project in which Ana works. */
export interface Door {
  session: Session;
  call(name: string, input: unknown): Promise<{ reply: Reply<unknown>; progress: Progress[] }>;
}

/** Every door; each is closed when the test is over. */
export const hosts: { name: string; start(): Promise<Door> }[] = [
  { name: "browser", start: throughBrowser },
  { name: "desktop", start: throughDesktop },
  { name: "dispatch itself, as on the command line", start: throughDispatch },
];

async function throughBrowser(): Promise<Door> {
  const host = await startBrowserHost();
  return { session: host.session, call: (name, input) => operate(host, name, input) };
}

async function throughDispatch(): Promise<Door> {
  const session = newSession("command-line");
  return {
    session,
    async call(name, input) {
      const progress: Progress[] = [];
      const { signal } = new AbortController();
      const context = { session, signal, progress: (one: Progress) => progress.push(one) };
      return { reply: await dispatch(context, name, input), progress };
    },
  };
}

/** Through the messages between page and main process, with a stand-in for Electron. */
async function throughDesktop(): Promise<Door> {
  const session = newSession("desktop");
  const sender = new WebContents();
  // Dialogs only hang on to it.
  answerPage({ window: {} as BrowserWindow, session });
  const senderFrame = { parent: null, origin: "app://page", url: "app://page/" };
  return {
    session,
    async call(name, input) {
      const job = randomUUID();
      // The stand-in keeps what ipcMain.handle was given.
      const handler = asked.handlers.get(channels.call) as (...values: unknown[]) => unknown;
      const sent = structuredClone({ job, name, input });
      const reply = structuredClone(await handler({ sender, senderFrame }, sent));
      const own = sender.sent.map(([, message]) => message as { job: string; progress: Progress });
      const progress = own.filter((message) => message.job === job).map((told) => told.progress);
      return { reply: reply as Reply<unknown>, progress };
    },
  };
}

function newSession(host: "desktop" | "command-line"): Session {
  process.env.CASEMARK_HOME = temporaryFolder();
  const db = newProject();
  closeProject(db);
  const session = openSession({ host, file: db.name, log: console.error });
  session.annotator = "Ana";
  onTestFinished(() => closeSession(session));
  return session;
}
