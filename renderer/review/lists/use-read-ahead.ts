import { useEffect, useRef } from "react";
import { readAhead } from "../report/read-ahead.ts";

// In ms, so that who runs through the rows does not read them all.
const atRest = 150;

/** Whoever stands on a row will probably open its report; who clicks on it twice does so at once. */
export function useReadAhead(report: string | undefined): void {
  const cameAt = useRef(performance.now());
  useEffect(() => {
    if (report === undefined) return;
    const now = performance.now();
    const isRunning = now - cameAt.current < atRest;
    cameAt.current = now;
    const later = setTimeout(() => readAhead(report, null), isRunning ? atRest : 0);
    return () => clearTimeout(later);
  }, [report]);
}
