import type { Id, TextRange } from "../../shared/model/annotation.ts";
import { goTo } from "../shell/route.ts";

/** A place of a report: of the person's own span, or of the text where the span is somebody else's. */
export interface ReportPlace extends TextRange {
  span: Id;
}

let wanted: { report: Id; place: ReportPlace } | null = null;

/** Opens a report, at the place if there is one. */
export function openReportAt(report: Id, place: ReportPlace | null): void {
  wanted = place && { report, place };
  goTo({ screen: "annotate", report });
}

/** Where the report that was just opened is to be shown; asked for once, it is forgotten. */
export function takePlace(report: Id): ReportPlace | null {
  const place = wanted?.report === report ? wanted.place : null;
  wanted = null;
  return place;
}
