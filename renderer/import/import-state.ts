import type { Staged, StagedFile } from "../../shared/contract.ts";
import { call } from "../api.ts";
import { noSelection } from "../look/grid-selection.ts";
import { getApp } from "../state/app-store.ts";
import { createValueStore } from "../state/value-store.ts";
import type { FileFilter } from "./import-rows.ts";

/** An import that was read and waits for a decision. */
export interface PendingImport {
  /** The project it was read into. */
  project: string;
  staged: Staged;
  /** What to read again, should the annotations be somebody else's. */
  tickets: string[];
  /** Whose the annotations were read as. */
  annotator: string;
  files: readonly StagedFile[];
  /** Reports that will not be taken in, for as long as the person wishes. */
  leftOut: ReadonlySet<string>;
}

const pending = createValueStore<PendingImport | null>(null);
export const importFilter = createValueStore<FileFilter>("all");
export const importSelection = createValueStore(noSelection);

/** The import that waits in the open project. */
export function getPending(): PendingImport | null {
  const waiting = pending.get();
  return waiting?.project === getApp().app?.project.id ? waiting : null;
}

export function usePending(): PendingImport | null {
  pending.use();
  return getPending();
}

/** Shows a new import, as nobody has looked through it yet. */
export function setPending(next: PendingImport | null): void {
  pending.set(next);
  importFilter.set("all");
  importSelection.set(noSelection);
}

export function changePending(patch: Partial<PendingImport>): void {
  const now = getPending();
  if (now) pending.set({ ...now, ...patch });
}

/** Shows the line that an operation answered with. */
export function putFile(file: StagedFile): void {
  const files = getPending()?.files ?? [];
  changePending({ files: files.map((known) => (known.report === file.report ? file : known)) });
}

/** Leaves reports out of the import, or takes them in again. */
export function setLeftOut(reports: readonly string[], isLeftOut: boolean): void {
  const leftOut = new Set(getPending()?.leftOut);
  for (const report of reports) isLeftOut ? leftOut.add(report) : leftOut.delete(report);
  changePending({ leftOut });
}

/** How many reports will be taken in. */
export function countWanted({ files, leftOut }: PendingImport): number {
  return files.filter(({ report }) => report !== null && !leftOut.has(report)).length;
}

const pageSize = 1000;

/** Every line of a staged import. */
export async function readFiles(stage: string): Promise<StagedFile[]> {
  const all: StagedFile[] = [];
  for (;;) {
    const { files, total } = await call("import.files", {
      stage,
      after: all.length,
      limit: pageSize,
    });
    all.push(...files);
    if (files.length === 0 || all.length >= total) return all;
  }
}
