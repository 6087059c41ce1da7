import { getRoute } from "./route.ts";

let last: string | null = null;

/** The report that was open last, so that Annotate goes back to it; null before the first. */
export function lastReport(): string | null {
  const route = getRoute();
  if ((route.screen === "annotate" || route.screen === "history") && route.report)
    last = route.report;
  return last;
}

/** For when another project or person comes: the old one's reports mean nothing there. */
export function forgetLastReport(): void {
  last = null;
}
