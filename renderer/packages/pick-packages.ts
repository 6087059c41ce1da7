import { door } from "../api.ts";
import { chooseInPage } from "../dialogs/choose-in-page.ts";
import { openDialog } from "../dialogs/open-dialog.ts";
import type { DroppedFile } from "../doors/door.ts";
import { ticketsFor } from "../import/import-flow.ts";
import { toast, toastError } from "../look/toasts.tsx";
import { t } from "../messages.ts";
import { getApp } from "../state/app-store.ts";

const ending = ".casepack";

/** Lets the person pick packages, looks at them and asks whether they are to be merged. */
export async function mergePicked(): Promise<void> {
  if (refuseReadOnly()) return;
  const [ticket] = await picked(true);
  if (ticket) openDialog({ kind: "merge", ticket });
}

/** Lets the person pick a package and makes a project of it. */
export async function openPicked(): Promise<void> {
  const [ticket] = await picked(false);
  if (ticket) openDialog({ kind: "open-package", ticket });
}

async function picked(several: boolean): Promise<string[]> {
  try {
    if (door.pickFiles) return await door.pickFiles();
    const files = await chooseInPage({ accept: ending, several });
    return files.length > 0 ? await ticketsFor(files) : [];
  } catch (error) {
    toastError(error);
    return [];
  }
}

export const isPackage = ({ path }: DroppedFile): boolean => path.toLowerCase().endsWith(ending);

/** Packages that were dropped on the window. */
export async function mergeDropped(files: readonly DroppedFile[]): Promise<void> {
  if (files.length === 0 || refuseReadOnly()) return;
  try {
    const [ticket] = await ticketsFor(files);
    if (ticket) openDialog({ kind: "merge", ticket });
  } catch (error) {
    toastError(error);
  }
}

function refuseReadOnly(): boolean {
  if (!getApp().app?.isReadOnly) return false;
  toast({ text: t("Nothing can be merged here: the project is open in another window.") });
  return true;
}
