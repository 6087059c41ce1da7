import type { TextRange } from "../../shared/model/annotation.ts";
import { openDialog } from "../dialogs/open-dialog.ts";

/** Shows a report's text to be corrected, at a place of it; null for what was found in it. */
export function openCorrection(place: { report: string; at: TextRange | null }): void {
  openDialog({ kind: "correct", ...place });
}
