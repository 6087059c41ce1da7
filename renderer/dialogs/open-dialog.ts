import type { Staged } from "../../shared/contract.ts";
import { createValueStore } from "../state/value-store.ts";

/** Files that wait for a decision, and what is needed to read them again for somebody else. */
export interface StagedImport {
  staged: Staged;
  tickets: string[];
  /** Whose the annotations were read as. */
  annotator: string;
}

/** The dialog over the screen; at most one. */
export type OpenDialog =
  | { kind: "new-project" }
  | { kind: "new-name" }
  | { kind: "keys" }
  | { kind: "export"; reports: readonly string[] | null }
  | { kind: "import"; pending: StagedImport };

const current = createValueStore<OpenDialog | null>(null);

export const openDialog = (dialog: OpenDialog): void => current.set(dialog);
export const closeDialog = (): void => current.set(null);
export const useOpenDialog = current.use;
