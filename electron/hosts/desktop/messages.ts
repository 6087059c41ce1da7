import type { Progress } from "../../../shared/contract.ts";

/** The names of the messages between the page's preload script and the main process. */
export const channels = {
  call: "casemark:call",
  cancel: "casemark:cancel",
  dropped: "casemark:dropped",
  pick: "casemark:pick",
  progress: "casemark:progress",
  menu: "casemark:menu",
} as const;

export interface ProgressMessage {
  job: string;
  progress: Progress;
}

/** What the host's dialogs can be asked for. */
export const pickKinds = ["files", "folder", "project", "export-folder"] as const;
export type PickKind = (typeof pickKinds)[number];
