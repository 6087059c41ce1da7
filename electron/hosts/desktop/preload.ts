import { contextBridge, ipcRenderer, webUtils } from "electron";
import type { Progress } from "../../../shared/contract.ts";
import type { DesktopBridge } from "../../../shared/desktop-bridge.ts";
import type { Reply } from "../../../shared/errors.ts";
import { channels, type PickKind, type ProgressMessage } from "./messages.ts";

const progressOf = new Map<string, (progress: Progress) => void>();
ipcRenderer.on(channels.progress, (_event, message: ProgressMessage) =>
  progressOf.get(message.job)?.(message.progress),
);

async function call(
  ...[name, input, { job = crypto.randomUUID(), onProgress }]: Parameters<DesktopBridge["call"]>
): Promise<Reply<unknown>> {
  if (onProgress) progressOf.set(job, onProgress);
  try {
    return await ipcRenderer.invoke(channels.call, { job, name, input });
  } finally {
    progressOf.delete(job);
  }
}

/** @throws Error with the sentence to show; nothing more of an error crosses into the page. */
async function tickets(channel: string, message: unknown): Promise<string[]> {
  const reply: Reply<string[]> = await ipcRenderer.invoke(channel, message);
  if (!reply.ok) throw new Error(reply.message);
  return reply.value;
}

const pick = (kind: PickKind) => () => tickets(channels.pick, kind);

const bridge: DesktopBridge<File> = {
  call,
  cancel: (job) => ipcRenderer.invoke(channels.cancel, job),
  ticketsForFiles: (files) =>
    tickets(
      channels.dropped,
      files.map(({ file, path }) => ({ path, absolute: webUtils.getPathForFile(file) })),
    ),
  pickFiles: pick("files"),
  pickFolder: pick("folder"),
  pickProject: pick("project"),
  pickExportFolder: pick("export-folder"),
  downloadAddress: null,
  // Only the name goes on: the event would hand the page a way to send messages of its own.
  onMenu: (listener) => {
    ipcRenderer.on(channels.menu, (_event, command: string) => listener(command));
  },
};

contextBridge.exposeInMainWorld("casemark", bridge);
