import type { Change } from "../../shared/model/change.ts";
import type { Row } from "./rows.ts";

/** What a row says of a layer as a whole. A layer that is gone again is one that nobody has begun. */
export function layerFacts(row: Row | null): NonNullable<Change["layer"]> {
  if (row === null) return { status: "open", labels: {}, note: "", unsure: false };
  const status = row.status === "done" || row.status === "locked" ? row.status : "open";
  return {
    status,
    labels: JSON.parse(String(row.labels)),
    note: String(row.note),
    unsure: row.unsure === 1,
  };
}
