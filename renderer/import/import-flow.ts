import type { Staged, StagedFile } from "../../shared/contract.ts";
import { call, door } from "../api.ts";
import { chooseInPage } from "../dialogs/choose-in-page.ts";
import type { DroppedFile } from "../doors/door.ts";
import { toast, toastError } from "../look/toasts.tsx";
import { runJob } from "../shell/jobs.ts";
import { goTo } from "../shell/route.ts";
import { getApp, offerUndo, write } from "../state/app-store.ts";
import { isPlain } from "./import-rows.ts";
import { countWanted, getPending, readFiles, setPending } from "./import-state.ts";
import { choicesSaved } from "./save-choices.ts";

/** Lets the person pick files or a folder, reads them, and takes them in or shows what was found. */
export async function importPicked(what: "files" | "folder"): Promise<void> {
  if (refuseSecond()) return;
  try {
    const pick = what === "files" ? door.pickFiles : door.pickFolder;
    if (pick) await importTickets(await pick());
    else await importFiles(await chooseInPage({ folder: what === "folder", several: true }));
  } catch (error) {
    toastError(error);
  }
}

/** Imports files that were dropped on the page or chosen in it. */
export async function importFiles(files: readonly DroppedFile[]): Promise<void> {
  if (files.length === 0 || refuseSecond()) return;
  try {
    await importTickets(await ticketsFor(files));
  } catch (error) {
    toastError(error);
  }
}

/** Hands files of the page over; a large folder takes its time. */
export function ticketsFor(files: readonly DroppedFile[]): Promise<string[]> {
  return runJob(`Fetching ${filesInWords(files.length)}`, (options) =>
    door.ticketsForFiles(files, options),
  );
}

/** One import is looked through at a time: what waits is shown, and nothing of it is lost. */
function refuseSecond(): boolean {
  if (!getPending()) return false;
  goTo({ screen: "import", report: null });
  toast({ text: "This import still waits: take it in or discard it, then choose the next files." });
  return true;
}

async function importTickets(tickets: string[], annotator: string | null = null): Promise<void> {
  if (tickets.length === 0) return;
  const { app } = getApp();
  const staged = await runJob("Reading the files", (options) =>
    call("import.stage", { tickets, annotator }, options),
  );
  const files = await readFiles(staged.stage);
  const whose = annotator ?? app?.annotator ?? "";
  const leftOut = new Set<string>();
  setPending({ project: app?.project.id ?? "", staged, tickets, annotator: whose, files, leftOut });
  if (saysNothing(staged, files)) await finishImport();
  else goTo({ screen: "import", report: null });
}

/** Whether there is nothing to decide: reports as their files have them, all read, all new. */
function saysNothing({ failed, warnings, additions }: Staged, files: readonly StagedFile[]) {
  const isQuiet = failed.length === 0 && warnings.length === 0 && !additions;
  return isQuiet && files.length > 0 && files.every(isPlain);
}

/** Takes what waits into the project; one step that undo takes back. */
export async function finishImport(): Promise<void> {
  const waiting = getPending();
  if (!waiting) return;
  const { stage } = waiting.staged;
  const count = countWanted(waiting);
  try {
    await choicesSaved();
    const reports = [...waiting.leftOut];
    if (reports.length > 0) await call("import.leaveOut", { stage, reports });
  } catch (error) {
    return toastError(error);
  }
  if (!(await write("import.finish", { stage }))) return;
  setPending(null);
  goTo({ screen: "library" });
  offerUndo(`Imported ${reportsInWords(count)}.`);
}

/** Gives up what waits; the project is as it was. */
export function discardImport(): void {
  const waiting = getPending();
  setPending(null);
  goTo({ screen: "library" });
  if (waiting) call("import.discard", { stage: waiting.staged.stage }).catch(toastError);
}

/** Reads the same files once more, with the annotations as somebody else's. */
export async function importFor(annotator: string): Promise<void> {
  const waiting = getPending();
  if (!waiting) return;
  try {
    await importTickets(waiting.tickets, annotator);
    await call("import.discard", { stage: waiting.staged.stage });
  } catch (error) {
    toastError(error);
  }
}

export function reportsInWords(count: number): string {
  return count === 1 ? "one report" : `${count.toLocaleString()} reports`;
}

function filesInWords(count: number): string {
  return count === 1 ? "one file" : `${count.toLocaleString()} files`;
}
