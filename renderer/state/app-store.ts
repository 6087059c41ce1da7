import { useSyncExternalStore } from "react";
import type { AppState } from "../../shared/contract/session.ts";
import type { Asked, OperationName, Output } from "../../shared/contract.ts";
import { AppError } from "../../shared/errors.ts";
import type { Change, NextSteps } from "../../shared/model/change.ts";
import type { Scheme } from "../../shared/model/scheme.ts";
import { call } from "../api.ts";
import type { CallOptions } from "../doors/door.ts";
import { toast, toastError } from "../look/toasts.tsx";
import { pageLanguage, t } from "../messages.ts";
import { runJob } from "../shell/jobs.ts";
import { getRoute, goTo } from "../shell/route.ts";
import { readKeys } from "./command-keys.ts";
import { describeWrite } from "./describe-write.ts";
import { atRest } from "./drawing-times.ts";
import { redoneInWords, undoneInWords } from "./hidden-steps.ts";
import { untilSaved } from "./trouble.ts";

/** What all screens share: the session, the scheme, and which reading of the list is the newest. */
export interface AppSnapshot {
  app: AppState | null;
  /** Apart from the rest of the session: it changes with every mark. */
  next: NextSteps;
  scheme: Scheme | null;
  schemeVersion: number;
  /** Counts up whenever the list of reports has to be read again. */
  reportsVersion: number;
  /** Why the page could not start; null while all is well. */
  problem: string | null;
}

/** The operations that answer with a Change. */
export type WriteName = {
  [N in OperationName]: Output<N> extends Change ? N : never;
}[OperationName];

let snapshot: AppSnapshot = {
  app: null,
  next: { undo: null, redo: null },
  scheme: null,
  schemeVersion: 0,
  reportsVersion: 0,
  problem: null,
};
const redraws = new Set<() => void>();
const changeListeners = new Set<(change: Change) => void>();

function update(patch: Partial<AppSnapshot>): void {
  snapshot = { ...snapshot, ...patch };
  redrawAll();
}

function redrawAll(): void {
  for (const redraw of redraws) redraw();
}

/** Part of the shared state; the component draws again only when that part is another object. */
export function useApp<Part>(select: (snapshot: AppSnapshot) => Part): Part {
  return useSyncExternalStore(
    (redraw) => {
      redraws.add(redraw);
      return () => redraws.delete(redraw);
    },
    () => select(snapshot),
  );
}

export function getApp(): AppSnapshot {
  return snapshot;
}

/** Reads the session and the scheme; called once, and again after a problem. */
export async function startApp(): Promise<void> {
  try {
    tellLanguage();
    const [app] = await Promise.all([call("app.state", {}), readKeys()]);
    await showSession(app);
  } catch (error) {
    update({ problem: error instanceof Error ? error.message : String(error) });
  }
}

// For the host's own menu, whose language is no reason not to start.
function tellLanguage(): void {
  call("language.use", { language: pageLanguage }).catch(() => {});
}

/** Shows another project or another person's work: everything is read anew. */
async function showSession(app: AppState): Promise<void> {
  const { scheme, version } = await call("scheme.read", {});
  const reportsVersion = snapshot.reportsVersion + 1;
  update({ app, next: app.next, scheme, schemeVersion: version, reportsVersion, problem: null });
}

/** The operations that answer with a session. */
type SessionName = {
  [N in OperationName]: Output<N> extends AppState ? N : never;
}[OperationName];

const leads: readonly SessionName[] = ["project.create", "project.open", "project.openRecent"];

/** Calls an operation that answers with a session and shows it; says so when it fails. */
export async function switchSession<N extends SessionName>(
  name: N,
  input: Asked<N>,
): Promise<boolean> {
  try {
    // Each of these operations answers with a session, which the index N hides from the compiler.
    const session = (await call(name, input)) as AppState;
    // A report of the project before is not in this one.
    if (leads.includes(name)) goTo({ screen: "library" });
    await showSession(session);
    return true;
  } catch (error) {
    toastError(error);
    return false;
  }
}

/** Hears of every change, after it was saved. Answers how to stop. */
export function onChange(listener: (change: Change) => void): () => void {
  changeListeners.add(listener);
  return () => changeListeners.delete(listener);
}

/** Tells the whole page of a change that an operation answered with. */
export function publish(change: Change): void {
  showNext(change.next);
  for (const listener of changeListeners) listener(change);
  if (change.stale.length > 0) readAgain(change.stale).catch(toastError);
}

function showNext(next: NextSteps): void {
  snapshot = { ...snapshot, next };
  atRest(redrawAll);
}

async function readAgain(stale: Change["stale"]): Promise<void> {
  if (stale.includes("scheme")) {
    const { scheme, version } = await call("scheme.read", {});
    update({ scheme, schemeVersion: version });
  }
  if (stale.includes("reports")) await readSession();
}

async function readSession(): Promise<void> {
  const app = await call("app.state", {});
  update({ app, next: app.next, reportsVersion: snapshot.reportsVersion + 1 });
}

/**
 * Writes and tells the page; a failure is shown and answered with null. While the disk or the file is
 * in trouble it waits, and is sent again until it is saved.
 */
export async function write<N extends WriteName>(
  name: N,
  input: Asked<N>,
  options: CallOptions = {},
): Promise<Change | null> {
  try {
    // Output<N> is Change for every WriteName, which the compiler cannot see through the index.
    const send = () => call(name, input, options) as Promise<Change>;
    const change = await untilSaved(describeWrite(name, input), send);
    publish(change);
    return change;
  } catch (error) {
    if (error instanceof AppError && error.code === "cancelled") await showCancelled();
    else toastError(error);
    return null;
  }
}

/** Writes what may take long, with its progress in the corner, where it can be cancelled. */
export function writeLong<N extends WriteName>(
  title: string,
  name: N,
  input: Asked<N>,
): Promise<Change | null> {
  return runJob(title, (options) => write(name, input, options));
}

/** What was just done when it was cancelled stays done; only the Node side knows. */
async function showCancelled(): Promise<void> {
  const before = JSON.stringify(snapshot.next);
  try {
    const { next } = await call("project.settled", {});
    const isDone = JSON.stringify(next) !== before;
    if (isDone) publish(unknownChange(next));
    toast({
      text: isDone
        ? t("It was done already when it was cancelled; undo takes it back.")
        : t("It was cancelled; nothing was changed."),
    });
  } catch (error) {
    toastError(error);
  }
}

/** Of which the page has not heard: everything is read again. */
function unknownChange(next: NextSteps): Change {
  return {
    ...{ history: null, summary: "", report: null, removed: [], layer: null, next },
    put: { spans: [], entities: [], relations: [], events: [], groups: [] },
    stale: ["scheme", "layers", "reports"],
  };
}

/** Says what was done and offers to undo it, for as long as it is the last thing that was done. */
export function offerUndo(text: string): void {
  const close = toast({ tone: "success", text, action: { label: t("Undo"), run: undo } });
  const stop = onChange(() => {
    stop();
    close();
  });
}

/** Takes back the last step of this project, also of a session before this one. */
export async function undo(): Promise<void> {
  const step = snapshot.next.undo;
  if (!step) return;
  showStep(undoneInWords(step), await writeLong(t("Undo"), "history.undo", {}));
}

export async function redo(): Promise<void> {
  const step = snapshot.next.redo;
  if (!step) return;
  showStep(redoneInWords(step), await writeLong(t("Redo"), "history.redo", {}));
}

/** What happened out of sight is said, and shown where it can be. */
function showStep(text: string, change: Change | null): void {
  if (!change) return;
  const { report } = change;
  if (report !== null && report === shownReport(change)) return;
  toast({ text });
  if (report === null) return;
  if (change.review) goTo({ screen: "review", view: { report } });
  else if (touchesAnnotations(change)) goTo({ screen: "annotate", report });
}

/** The report that is on the screen, if that shows what changed in it. */
function shownReport({ review }: Change): string | null {
  const route = getRoute();
  if (route.screen === "annotate") return review ? null : route.report;
  const view = route.screen === "review" ? route.view : undefined;
  return review && view && "report" in view ? view.report : null;
}

function touchesAnnotations({ put, removed, layer, stale }: Change): boolean {
  const isPut = Object.values(put).some((annotations) => annotations.length > 0);
  return isPut || removed.length > 0 || layer !== null || stale.includes("text");
}
