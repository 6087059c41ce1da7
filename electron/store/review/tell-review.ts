import type { Change, ReviewChange } from "../../../shared/model/change.ts";
import { isOfRow, type RecordedChange } from "../journal.ts";
import { layerFacts } from "../layer-facts.ts";
import { isAnnotationTable, noAnnotations, putInto } from "../rows.ts";
import { decisionOf } from "./gold.ts";

/** Tells of a decision or of the gold layer, if it is that of one report; of many, they are read again. */
export function tellOfReview(change: Change, recorded: RecordedChange): void {
  if (change.report === null || !isOfRow(recorded)) return;
  change.review ??= { decisions: [], put: noAnnotations(), removed: [], layer: null };
  tell(change.review, recorded);
}

function tell(review: ReviewChange, recorded: Extract<RecordedChange, { id: string }>): void {
  const { table, id, after } = recorded;
  if (table === "layer") review.layer = layerFacts(after);
  else if (after === null) review.removed.push(id);
  else if (table === "decision") review.decisions.push(decisionOf(after));
  else if (isAnnotationTable(table)) putInto(review.put, table, after);
}
