import { useEffect } from "react";
import { readAhead } from "../report/read-ahead.ts";

// In ms, so that who goes through the rows does not read them all.
const atRest = 150;

/** Whoever stands on a row will probably open its report. */
export function useReadAhead(report: string | undefined): void {
  useEffect(() => {
    if (report === undefined) return;
    const later = setTimeout(() => readAhead(report, null), atRest);
    return () => clearTimeout(later);
  }, [report]);
}
