import type { Joins, Staged, StagedFile } from "../../shared/staged.ts";
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
  files: readonly StagedFile[];
}

/** Undefined until the host has said what waits. */
const pending = createValueStore<PendingImport | null | undefined>(undefined);
export const importFilter = createValueStore<FileFilter>("all");
export const importSelection = createValueStore(noSelection);

/** The import that waits in the open project. */
export function getPending(): PendingImport | null {
  const waiting = pending.get();
  return waiting?.project === getApp().app?.project.id ? (waiting ?? null) : null;
}

export function usePending(): PendingImport | null {
  pending.use();
  return getPending();
}

/** Whether it is known by now what waits. */
export const useIsKnown = (): boolean => pending.use() !== undefined;

/** Shows an import from its start, as nobody has looked through it yet. */
export function setPending(next: PendingImport | null): void {
  pending.set(next);
  importFilter.set("all");
  importSelection.set(noSelection);
}

/** Shows what was read; answers once all of its lines are here. */
export async function showStaged(staged: Staged): Promise<PendingImport> {
  const next = { project: getApp().app?.project.id ?? "", staged, files: await readFiles(staged) };
  setPending(next);
  return next;
}

/** Finds the import that waits, as after a reload; what is shown already stays as it is. */
export async function findWaiting(): Promise<void> {
  const { waiting } = await call("import.waiting", {});
  const shown = getPending()?.staged.stage;
  if (shown !== undefined && waiting.some(({ stage }) => stage === shown)) return;
  const [newest] = waiting;
  if (newest) await showStaged(newest);
  else setPending(null);
}

export function changePending(patch: Partial<PendingImport>): void {
  const now = getPending();
  if (now) pending.set({ ...now, ...patch });
}

/** Shows the lines that an operation answered with. */
export function putFiles(changed: readonly StagedFile[]): void {
  const byId = new Map(changed.map((file) => [file.id, file]));
  const files = getPending()?.files ?? [];
  changePending({ files: files.map((known) => byId.get(known.id) ?? known) });
}

/** How many reports will be taken in. */
export function countWanted({ files }: PendingImport): number {
  return files.filter(({ report, isLeftOut }) => report !== null && !isLeftOut).length;
}

/** How many of those are annotations of reports that are there already, or in the import. */
export function countJoining({ files }: PendingImport): number {
  return files.filter(({ joins, isLeftOut }) => joins !== null && canJoin(joins) && !isLeftOut)
    .length;
}

const canJoin = ({ annotators }: Joins) => annotators.length > 0;

/** How many spans the reports have that will be taken in. */
export function countSpans({ files }: PendingImport): number {
  return files.reduce((sum, { spans, isLeftOut }) => (isLeftOut ? sum : sum + spans), 0);
}

const pageSize = 1000;

/** Every line of a staged import. */
export async function readFiles({ stage }: Pick<Staged, "stage">): Promise<StagedFile[]> {
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
