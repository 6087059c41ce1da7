import { call } from "../api.ts";
import { openDialog } from "../dialogs/open-dialog.ts";
import type { GridSelection } from "../look/grid-selection.ts";
import { toastError } from "../look/toasts.tsx";
import { t } from "../messages.ts";
import { offerUndo, write } from "../state/app-store.ts";
import { clearSelection, libraryFilter } from "./library-state.ts";

/** How many reports are chosen; "all" means all that fit the filter, also those not read yet. */
export function countSelected({ chosen }: GridSelection, total: number): number {
  return chosen === "all" ? total : chosen.size;
}

/** The chosen reports' identifiers. */
async function idsOf({ chosen }: GridSelection): Promise<string[]> {
  if (chosen !== "all") return [...chosen];
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const page: { rows: { id: string }[]; next: string | null } = await call("report.list", {
      ...libraryFilter.get(),
      after,
      limit: 1000,
    });
    ids.push(...page.rows.map(({ id }) => id));
    after = page.next;
  } while (after !== null);
  return ids;
}

export async function exportSelected(selection: GridSelection): Promise<void> {
  await idsOf(selection)
    .then((reports) => openDialog({ kind: "export", reports }))
    .catch(toastError);
}

export async function handOutSelected(selection: GridSelection): Promise<void> {
  await idsOf(selection)
    .then((reports) => openDialog({ kind: "hand-out", reports }))
    .catch(toastError);
}

/** Takes the reports out of the project; undo brings them back with all their layers. */
export async function removeSelected(selection: GridSelection): Promise<void> {
  try {
    const reports = await idsOf(selection);
    if (!(await write("report.remove", { reports }))) return;
    clearSelection();
    offerUndo(
      t("{count, plural, one {Removed one report.} other {Removed # reports.}}", {
        count: reports.length,
      }),
    );
  } catch (error) {
    toastError(error);
  }
}
