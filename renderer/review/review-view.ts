import { type AskedFilter, ReviewFilter } from "../../shared/review/filter.ts";

/** The lists of the Review screen. */
export const reviewLists = [
  "differences",
  "reports",
  "agreement",
  "doubts",
  "mine",
  "questions",
] as const;
export type ReviewList = (typeof reviewLists)[number];

/** What of the Review screen is shown. */
export type ReviewView =
  | { list: Exclude<ReviewList, "differences"> }
  /** `filter`: which differences, as a figure or a plot may say; left out: as chosen last. */
  | { list: "differences"; filter?: AskedFilter }
  /** A report under review, at a difference if one is named by its key. */
  | { report: string; difference?: string };

/** Reads what stands behind "#/review/" in the address, already decoded; null for nothing or nonsense. */
export function readReviewView([name, subject, difference]: readonly string[]): ReviewView | null {
  if (name === "report")
    return subject ? { report: subject, ...(difference && { difference }) } : null;
  const list = reviewLists.find((known) => known === name);
  if (list !== "differences") return list ? { list } : null;
  const filter = readFilter(subject);
  return filter ? { list, filter } : { list };
}

export function writeReviewView(view: ReviewView | undefined): string[] {
  if (!view) return [];
  if ("report" in view)
    return ["report", view.report, ...(view.difference ? [view.difference] : [])];
  const filter = view.list === "differences" && view.filter;
  return filter ? [view.list, JSON.stringify(filter)] : [view.list];
}

function readFilter(json: string | undefined): AskedFilter | null {
  if (!json) return null;
  try {
    return ReviewFilter.parse(JSON.parse(json));
  } catch {
    // The address is typed or kept by people; what it does not say is as if left out.
    return null;
  }
}
