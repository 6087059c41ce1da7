import { useCallback, useEffect, useRef, useState } from "react";
import type { DoubtRow } from "../../shared/contract/review.ts";
import type { Asked } from "../../shared/contract.ts";
import { call } from "../api.ts";
import { useApp } from "../state/app-store.ts";

/** Which of them to list. */
export type DoubtFilter = Pick<Asked<"review.doubts">, "annotator" | "only">;

interface Loaded {
  filter: DoubtFilter | null;
  rows: readonly DoubtRow[];
  total: number;
  problem: string | null;
}

const nothing: Loaded = { filter: null, rows: [], total: 0, problem: null };

/** What annotators are unsure of or noted, a page at a time; the filter is the same object until it changes. */
export function useDoubts(filter: DoubtFilter) {
  const version = useApp(({ reportsVersion }) => reportsVersion);
  const [loaded, setLoaded] = useState<Loaded>(nothing);
  const asking = useRef<AbortController | null>(null);

  const ask = useCallback(
    async (kept: readonly DoubtRow[]) => {
      asking.current?.abort();
      const controller = new AbortController();
      asking.current = controller;
      const { signal } = controller;
      try {
        const page = await call("review.doubts", { ...filter, after: kept.length }, { signal });
        if (signal.aborted) return;
        setLoaded({ filter, rows: [...kept, ...page.rows], total: page.total, problem: null });
      } catch (error) {
        if (signal.aborted) return;
        const problem = error instanceof Error ? error.message : String(error);
        setLoaded({ ...nothing, filter, problem });
      } finally {
        if (asking.current === controller) asking.current = null;
      }
    },
    [filter],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: other reports have other doubts
  useEffect(() => {
    void ask([]);
    return () => asking.current?.abort();
  }, [ask, version]);

  const { rows, total, problem } = loaded;
  const loadMore = () => {
    if (rows.length < total && !asking.current) void ask(rows);
  };
  return { rows, total, problem, isLoading: loaded.filter === null, loadMore };
}
