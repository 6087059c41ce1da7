import { type BrowserWindow, dialog, type OpenDialogOptions } from "electron";
import type { Tickets } from "../../api/tickets.ts";
import type { PickKind } from "./messages.ts";
import { readWords } from "./words.ts";

/** One dropped file: where it is, and its path below what was dropped, "/" between folders. */
export interface Dropped {
  absolute: string;
  path: string;
}

async function optionsOf(kind: PickKind): Promise<OpenDialogOptions> {
  const { t } = await readWords();
  const projects = { name: t("Casemark projects"), extensions: ["casemark"] };
  const dialogs: Readonly<Record<PickKind, OpenDialogOptions>> = {
    files: { title: t("Import files"), properties: ["openFile", "multiSelections"] },
    folder: { title: t("Choose a folder"), properties: ["openDirectory"] },
    project: { title: t("Open a project"), properties: ["openFile"], filters: [projects] },
    "export-folder": { title: t("Export to"), properties: ["openDirectory", "createDirectory"] },
  };
  return dialogs[kind];
}

/** Lets the person pick; the paths stay here. Empty when nothing was picked. */
export async function pick(
  window: BrowserWindow,
  tickets: Tickets,
  kind: PickKind,
): Promise<string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, await optionsOf(kind));
  return canceled || filePaths.length === 0 ? [] : [tickets.issue(filePaths)];
}

/** Lets the person pick a project where there is no window yet; null for none. */
export async function pickProjectFile(): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(await optionsOf("project"));
  return canceled ? null : (filePaths[0] ?? null);
}

/**
 * The files and folders that a person let go of, each once. The page lists a folder's files one by
 * one; the importer wants the folder, whose structure names the reports.
 */
export function droppedRoots(files: readonly Dropped[]): string[] {
  return [...new Set(files.map(rootOf))];
}

function rootOf({ absolute, path }: Dropped): string {
  const parts = path.split("/").filter((part) => part !== "");
  const steps = absolute.split(/[\\/]/);
  const isBelow = parts.length > 1 && steps.slice(-parts.length).join("/") === parts.join("/");
  if (!isBelow) return absolute;
  const tail = steps.slice(-(parts.length - 1)).join("/");
  return absolute.slice(0, absolute.length - tail.length - 1);
}
