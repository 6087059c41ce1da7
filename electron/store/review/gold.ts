import type { Decision } from "../../../shared/review/decision.ts";
import { gold } from "../../../shared/review/gold.ts";
import type { ReadDb } from "../database.ts";
import { type RecordedChange, readRow } from "../journal.ts";
import type { Row } from "../rows.ts";

/** The layer of what was decided on a report, named as `layerId` names layers. */
export const goldLayer = (report: string) => `${report}/${gold}`;

/** Identifiers of reports have no stroke in them; names of annotators may. */
const strokeIn = (layer: string) => layer.indexOf("/");

/** Whether a recorded change is one of the gold layer, of what is in it, or of a decision. */
export function isOfGold(change: RecordedChange): boolean {
  if (!("id" in change)) return false;
  const layer = change.table === "layer" ? change.id : (change.after ?? change.before)?.layer;
  return typeof layer === "string" && layer.slice(strokeIn(layer) + 1) === gold;
}

/** Whether somebody has finished what is decided on a report. */
export function isGoldFinished(db: ReadDb, report: string): boolean {
  return (readRow(db, "layer", goldLayer(report))?.status ?? "open") !== "open";
}

/** The report that a layer is of. */
export const reportOfLayer = (layer: string) => layer.slice(0, strokeIn(layer));

export function decisionRow({ report, choice, members, gold: made, ...rest }: Decision): Row {
  return {
    ...rest,
    layer: goldLayer(report),
    choice: JSON.stringify(choice),
    members: JSON.stringify(members),
    gold: JSON.stringify(made),
  };
}

/** What a row holds, which `decisionRow` above has written. */
export function decisionOf(row: Row): Decision {
  const { layer, choice, members, gold: made, ...rest } = row;
  return {
    ...(rest as Pick<Decision, "id" | "key" | "stage" | "reason" | "note" | "annotator" | "at">),
    report: reportOfLayer(String(layer)),
    choice: JSON.parse(String(choice)),
    members: JSON.parse(String(members)),
    gold: JSON.parse(String(made)),
  };
}
