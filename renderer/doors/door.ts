import type { OperationName, Progress } from "../../shared/contract.ts";
import type { Reply } from "../../shared/errors.ts";

export interface CallOptions {
  onProgress?: (progress: Progress) => void;
  signal?: AbortSignal;
  /** Is sent even while the page is being left; only for what is small. */
  outlivesPage?: boolean;
}

/** A command that the desktop's menu sends to the page; the names are those of shared/commands.ts. */
type MenuListener = (command: string) => void;

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
