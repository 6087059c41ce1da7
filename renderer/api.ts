import type { Asked, OperationName, Output, Progress } from "../shared/contract.ts";
import { AppError, type Reply } from "../shared/errors.ts";
import { browserDoor } from "./doors/browser.ts";

export interface CallOptions {
  onProgress?: (progress: Progress) => void;
  signal?: AbortSignal;
}

/** A command that the desktop's menu sends to the page; the names are those of shared/commands.ts. */
export type MenuListener = (command: string) => void;

/**
 * What a host gives the page: one way to call, and the few things that only a host can do. Paths
 * stay outside; the page holds tickets.
 */
export interface Door {
  call(name: OperationName, input: unknown, options: CallOptions): Promise<Reply<unknown>>;
  /** Tickets for files or folders that were dropped or chosen in the page. */
  ticketsForFiles(files: readonly DroppedFile[], options: CallOptions): Promise<string[]>;
  /** The host's own dialogs; null where the host has none and the page must use an <input>. */
  pickFiles: (() => Promise<string[]>) | null;
  pickFolder: (() => Promise<string[]>) | null;
  pickProject: (() => Promise<string[]>) | null;
  pickExportFolder: (() => Promise<string[]>) | null;
  /** Where a finished export can be fetched; null where it was written to the place picked. */
  downloadAddress: ((ticket: string) => string) | null;
  onMenu(listener: MenuListener): void;
}

/** A file with its path below what was dropped, "/" between folders. */
export interface DroppedFile {
  file: File;
  path: string;
}

declare global {
  interface Window {
    /** Put there by the desktop's preload script. */
    casemark?: Door;
  }
}

export const door: Door = window.casemark ?? browserDoor();

/** Asks the Node side. @throws AppError with the sentence to show. */
export async function call<N extends OperationName>(
  name: N,
  input: Asked<N>,
  options: CallOptions = {},
): Promise<Output<N>> {
  const reply = await door.call(name, input, options);
  if (!reply.ok) throw new AppError(reply.code, reply.message);
  // The contract types the answer; both ends of the door are built from it.
  return reply.value as Output<N>;
}
