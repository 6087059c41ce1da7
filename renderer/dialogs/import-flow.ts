import type { Staged } from "../../shared/contract.ts";
import { call, door } from "../api.ts";
import type { DroppedFile } from "../doors/door.ts";
import { toastError } from "../look/toasts.tsx";
import { runJob } from "../shell/jobs.ts";
import { goTo } from "../shell/route.ts";
import { getApp, offerUndo, write } from "../state/app-store.ts";
import { chooseInPage } from "./choose-in-page.ts";
import { closeDialog, openDialog } from "./open-dialog.ts";

/** Lets the person pick files or a folder, reads them, and takes them in or asks. */
export async function importPicked(what: "files" | "folder"): Promise<void> {
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
  if (files.length === 0) return;
  try {
    const tickets = await runJob(`Fetching ${filesInWords(files.length)}`, (options) =>
      door.ticketsForFiles(files, options),
    );
    await importTickets(tickets);
  } catch (error) {
    toastError(error);
  }
}

async function importTickets(tickets: string[], annotator: string | null = null): Promise<void> {
  if (tickets.length === 0) return;
  const staged = await stage(tickets, annotator);
  if (isPlain(staged)) await finishImport(staged);
  else {
    const whose = annotator ?? getApp().app?.annotator ?? "";
    openDialog({ kind: "import", pending: { staged, tickets, annotator: whose } });
  }
}

function stage(tickets: string[], annotator: string | null): Promise<Staged> {
  return runJob("Reading the files", (options) =>
    call("import.stage", { tickets, annotator }, options),
  );
}

/** Whether there is nothing to decide: reports without annotations, all read, no warning. */
function isPlain({ reports, spans, failed, warnings, additions }: Staged): boolean {
  return reports > 0 && spans === 0 && failed.length === 0 && warnings.length === 0 && !additions;
}

/** Takes the staged files into the project; one step that undo takes back. */
export async function finishImport(staged: Staged): Promise<void> {
  closeDialog();
  const change = await write("import.finish", { stage: staged.stage });
  if (!change) return;
  goTo({ screen: "library" });
  offerUndo(`Imported ${reportsInWords(staged.reports)}.`);
}

export function discardImport(staged: Staged): void {
  closeDialog();
  call("import.discard", { stage: staged.stage }).catch(toastError);
}

/** Reads the same files once more, with the annotations as somebody else's. */
export async function importFor(
  annotator: string,
  staged: Staged,
  tickets: string[],
): Promise<void> {
  discardImport(staged);
  await importTickets(tickets, annotator).catch(toastError);
}

export function reportsInWords(count: number): string {
  return count === 1 ? "one report" : `${count.toLocaleString()} reports`;
}

function filesInWords(count: number): string {
  return count === 1 ? "one file" : `${count.toLocaleString()} files`;
}
