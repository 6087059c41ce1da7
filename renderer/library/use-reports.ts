import { useCallback, useEffect, useRef, useState } from "react";
import type { ReportRow } from "../../shared/contract/reports.ts";
import type { Asked } from "../../shared/contract.ts";
import { call } from "../api.ts";
import { useApp } from "../state/app-store.ts";

/** Which reports to list. */
export type ReportFilter = Omit<Asked<"report.list">, "after" | "limit">;

export interface ReportList {
  rows: readonly ReportRow[];
  total: number;
  /** The first answer for this filter has not come yet. */
  isLoading: boolean;
  problem: string | null;
  loadMore: () => void;
}

interface Loaded {
  filter: ReportFilter | null;
  rows: readonly ReportRow[];
  total: number;
  next: string | null;
  problem: string | null;
}

const firstPage = 200;
const largestPage = 1000;
const nothing: Loaded = { filter: null, rows: [], total: 0, next: null, problem: null };

/**
 * The reports that fit the filter, a page at a time; a newer question cancels the older one. The
 * filter must be the same object until it changes.
 */
export function useReports(filter: ReportFilter): ReportList {
  const version = useApp((snapshot) => snapshot.reportsVersion);
  const [loaded, setLoaded] = useState<Loaded>(nothing);
  const asking = useRef<AbortController | null>(null);

  const ask = useCallback(
    async (after: string | null, kept: readonly ReportRow[], limit: number) => {
      asking.current?.abort();
      asking.current = new AbortController();
      const { signal } = asking.current;
      try {
        const page = await call("report.list", { ...filter, after, limit }, { signal });
        if (signal.aborted) return;
        const rows = [...kept, ...page.rows];
        setLoaded({ filter, rows, total: page.total, next: page.next, problem: null });
      } catch (error) {
        if (signal.aborted) return;
        const problem = error instanceof Error ? error.message : String(error);
        setLoaded({ ...nothing, filter, problem });
      } finally {
        if (asking.current?.signal === signal) asking.current = null;
      }
    },
    [filter],
  );

  const shown = useRef(0);
  shown.current = loaded.filter === filter ? loaded.rows.length : 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version of the list is read again
  useEffect(() => {
    ask(null, [], Math.min(largestPage, Math.max(firstPage, shown.current)));
    return () => asking.current?.abort();
  }, [ask, version]);

  const { rows, total, next, problem } = loaded;
  const loadMore = () => {
    if (next !== null && !asking.current) ask(next, rows, largestPage);
  };
  const isLoading = loaded.filter === null;
  return { rows, total, isLoading, problem, loadMore };
}
