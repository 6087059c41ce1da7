import { useEffect, useState } from "react";
import type { ReportRow } from "../../shared/contract.ts";
import { call } from "../api.ts";
import { toastError } from "../look/toasts.tsx";
import { useApp } from "../state/app-store.ts";

/** What going through all reports has come to so far. */
export interface Survey<Value> {
  value: Value;
  seen: number;
  total: number;
  isDone: boolean;
}

const pageSize = 1000;

/**
 * Goes through every report of the project, a thousand at a time, and folds them into a value that
 * is shown while it grows. `add` and `empty` must be the same functions on every draw.
 */
export function useEveryReport<Value>(
  empty: Value,
  add: (value: Value, rows: readonly ReportRow[]) => Value,
): Survey<Value> {
  const version = useApp((snapshot) => snapshot.reportsVersion);
  const [survey, setSurvey] = useState({ value: empty, seen: 0, total: 0, isDone: false });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version of the list is read again
  useEffect(() => {
    const controller = new AbortController();
    goThrough(empty, add, setSurvey, controller.signal).catch((error: unknown) => {
      if (!controller.signal.aborted) toastError(error);
    });
    return () => controller.abort();
  }, [empty, add, version]);
  return survey;
}

async function goThrough<Value>(
  empty: Value,
  add: (value: Value, rows: readonly ReportRow[]) => Value,
  show: (survey: Survey<Value>) => void,
  signal: AbortSignal,
): Promise<void> {
  let value = empty;
  let seen = 0;
  let after: string | null = null;
  do {
    const page: { rows: ReportRow[]; total: number; next: string | null } = await call(
      "report.list",
      { after, limit: pageSize },
      { signal },
    );
    if (signal.aborted) return;
    value = add(value, page.rows);
    seen += page.rows.length;
    after = page.next;
    show({ value, seen, total: page.total, isDone: after === null });
  } while (after !== null);
}
