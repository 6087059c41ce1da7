import type { Staged, StagedFile } from "../../shared/staged.ts";
import { call, door } from "../api.ts";
import { chooseInPage } from "../dialogs/choose-in-page.ts";
import type { DroppedFile } from "../doors/door.ts";
import { toast, toastError } from "../look/toasts.tsx";
import { t } from "../messages.ts";
import { runJob } from "../shell/jobs.ts";
import { goTo } from "../shell/route.ts";
import { offerUndo, write } from "../state/app-store.ts";
import { isPlain } from "./import-rows.ts";
import {
  countJoining,
  countWanted,
  findWaiting,
  getPending,
  setPending,
  showStaged,
} from "./import-state.ts";
import { leftOutSaved } from "./leave-out.ts";
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
  const title = t("{count, plural, one {Fetching one file} other {Fetching # files}}", {
    count: files.length,
  });
  return runJob(title, (options) => door.ticketsForFiles(files, options));
}

/** One import is looked through at a time: what waits is shown, and nothing of it is lost. */
function refuseSecond(): boolean {
  if (!getPending()) return false;
  goTo({ screen: "import", report: null });
  toast({
    text: t("This import still waits: take it in or discard it, then choose the next files."),
  });
  return true;
}

/** As what the annotations are read; null: as is usual. */
type Wishes = Pick<Staged, "annotator" | "annotatorsBy" | "offsets">;

/** @param wishes of whoever has the files read once more, and looks at what comes of it. */
async function importTickets(tickets: string[], wishes: Wishes | null = null): Promise<void> {
  if (tickets.length === 0) return;
  const staged = await runJob(t("Reading the files"), (options) =>
    call("import.stage", { tickets, ...wishes }, options),
  );
  const { files } = await showStaged(staged);
  if (wishes === null && saysNothing(staged, files)) await finishImport();
  else goTo({ screen: "import", report: null });
}

/** Whether there is nothing to decide: reports as their files have them, all read, all new. */
function saysNothing(staged: Staged, files: readonly StagedFile[]): boolean {
  const { failed, warnings, notes, additions } = staged;
  const isQuiet = failed.length + warnings.length + notes.length === 0 && !additions;
  return isQuiet && files.length > 0 && files.every(isPlain);
}

/** Takes what waits into the project; one step that undo takes back. */
export async function finishImport(): Promise<void> {
  const waiting = getPending();
  if (!waiting) return;
  const { stage } = waiting.staged;
  const joined = countJoining(waiting);
  const count = countWanted(waiting) - joined;
  try {
    await Promise.all([choicesSaved(), leftOutSaved()]);
    // What another page has dealt with is not shown any longer.
    if (!(await write("import.finish", { stage }))) return await findWaiting();
    setPending(null);
    await findWaiting();
  } catch (error) {
    return toastError(error);
  }
  goTo({ screen: "library" });
  offerUndo(importedInWords(count, joined));
}

function importedInWords(count: number, joined: number): string {
  const reports = t("{count, plural, one {Imported one report.} other {Imported # reports.}}", {
    count,
  });
  if (joined === 0) return reports;
  const layers = t(
    "{joined, plural, one {Annotations of one report that was there came in.} other {Annotations of # reports that were there came in.}}",
    { joined },
  );
  return count === 0 ? layers : `${reports} ${layers}`;
}

/** Gives up what waits; the project is as it was. */
export async function discardImport(): Promise<void> {
  const waiting = getPending();
  setPending(null);
  goTo({ screen: "library" });
  try {
    if (waiting) await call("import.discard", { stage: waiting.staged.stage });
    await findWaiting();
  } catch (error) {
    toastError(error);
  }
}

/** Reads the same files once more, with the annotations as somebody else's, or counted in another unit. */
export async function importAgain(wishes: Partial<Wishes>): Promise<void> {
  const waiting = getPending();
  if (!waiting) return;
  const { tickets, annotator, annotatorsBy, offsets } = waiting.staged;
  try {
    await importTickets(tickets, { annotator, annotatorsBy, offsets, ...wishes });
    await call("import.discard", { stage: waiting.staged.stage });
  } catch (error) {
    toastError(error);
  }
}
