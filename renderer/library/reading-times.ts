import { useEffect, useMemo, useState } from "react";
import type { ReadingTime } from "../../shared/contract/reading.ts";
import type { ReportRow } from "../../shared/contract/reports.ts";
import { call } from "../api.ts";
import { toastError } from "../look/toasts.tsx";
import { useCommands } from "../shell/commands.ts";
import { createValueStore } from "../state/value-store.ts";

/** Whether the library shows how long each report took; asked for by key, as it is nobody else's business. */
const isShown = createValueStore(false);

export type Times = ReadonlyMap<string, ReadingTime>;

/** How far and how long the current annotator is with each row; null while nobody has asked. */
export function useReadingTimes(rows: readonly ReportRow[]): Times | null {
  const shown = isShown.use();
  const [times, setTimes] = useState<readonly ReadingTime[]>([]);
  useCommands({ "view.times": () => isShown.set(!isShown.get()) });
  useEffect(() => {
    if (!shown) return;
    let isCurrent = true;
    const reports = rows.map(({ id }) => id).slice(-10_000);
    call("reading.times", { reports }).then(
      (answer) => isCurrent && setTimes(answer.times),
      toastError,
    );
    return () => {
      isCurrent = false;
    };
  }, [shown, rows]);
  return useMemo(
    () => (shown ? new Map(times.map((time) => [time.report, time])) : null),
    [shown, times],
  );
}

/** "2 h 05 min", "12 min", "40 s". */
export function durationOf(seconds: number): string {
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")} min`;
}
