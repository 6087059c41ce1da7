import type { Progress } from "./contract.ts";
import type { Reply } from "./errors.ts";

/** What the page may say about one call; an AbortSignal cannot cross into the preload script, a name can. */
interface BridgeCall {
  onProgress?: (progress: Progress) => void;
  /** A UUID that `cancel` understands. */
  job?: string;
}

/**
 * What the desktop's preload script puts on the page's window. `PageFile` is the DOM's File, of which
 * shared/ knows nothing. Every promise of tickets is rejected with the sentence to show.
 */
export interface DesktopBridge<PageFile = unknown> {
  call(name: string, input: unknown, options: BridgeCall): Promise<Reply<unknown>>;
  cancel(job: string): Promise<void>;
  ticketsForFiles(files: readonly { file: PageFile; path: string }[]): Promise<string[]>;
  pickFiles(): Promise<string[]>;
  pickFolder(): Promise<string[]>;
  pickProject(): Promise<string[]>;
  pickExportFolder(): Promise<string[]>;
  downloadAddress: null;
  onMenu(listener: (command: string) => void): void;
}
