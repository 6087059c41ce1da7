import { door } from "../api.ts";
import { toastError } from "../look/toasts.tsx";
import { switchSession } from "../state/app-store.ts";
import { chooseInPage } from "./choose-in-page.ts";

/** Lets the person pick a .casemark file and opens it. */
export async function openProject(): Promise<void> {
  try {
    const [ticket] = await pickProject();
    if (ticket) await switchSession("project.open", { ticket });
  } catch (error) {
    toastError(error);
  }
}

async function pickProject(): Promise<string[]> {
  if (door.pickProject) return door.pickProject();
  const files = await chooseInPage({ accept: ".casemark" });
  return files.length > 0 ? door.ticketsForFiles(files, {}) : [];
}
