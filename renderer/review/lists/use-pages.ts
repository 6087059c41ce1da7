import { useCallback, useEffect, useRef, useState } from "react";
import type { CallOptions } from "../../doors/door.ts";
import { onChange } from "../../state/app-store.ts";

/** Some rows of a list, and what to ask for those that follow. */
interface Page<Row, Total> {
  rows: readonly Row[];
  next: string | null;
  total: Total;
}

type Ask<Row, Total> = (after: string | null, options: CallOptions) => Promise<Page<Row, Total>>;

interface Loaded<Row, Total> {
  /** By what it was asked. */
  by: Ask<Row, Total> | null;
  rows: readonly Row[];
  next: string | null;
  total: Total | null;
  problem: string | null;
}

// A row of decisions comes faster than lists of a whole project are read; in milliseconds.
const atEase = 400;

/** Counts up when something was decided, marked or corrected, so that what hangs on it is read again. */
export function useReviewVersion(): number {
  const [version, setVersion] = useState(0);
  useEffect(() => {
    let later = 0;
    const stop = onChange(() => {
      clearTimeout(later);
      later = window.setTimeout(() => setVersion((before) => before + 1), atEase);
    });
    return () => {
      stop();
      clearTimeout(later);
    };
  }, []);
  return version;
}

/**
 * A list a page at a time, read again with every change; `ask` is the same function until other rows
 * are wanted. What was read before stays until the new is there.
 */
export function usePages<Row, Total>(ask: Ask<Row, Total>) {
  const version = useReviewVersion();
  const nothing = { by: null, rows: [], next: null, total: null, problem: null };
  const [loaded, setLoaded] = useState<Loaded<Row, Total>>(nothing);
  const asking = useRef<AbortController | null>(null);

  const load = useCallback(
    async (kept: readonly Row[], after: string | null) => {
      asking.current?.abort();
      const controller = new AbortController();
      asking.current = controller;
      const { signal } = controller;
      try {
        const { rows, next, total } = await ask(after, { signal });
        if (signal.aborted) return;
        setLoaded({ by: ask, rows: [...kept, ...rows], next, total, problem: null });
      } catch (error) {
        if (signal.aborted) return;
        const problem = error instanceof Error ? error.message : String(error);
        setLoaded({ by: ask, rows: [], next: null, total: null, problem });
      } finally {
        if (asking.current === controller) asking.current = null;
      }
    },
    [ask],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: what changed is read again
  useEffect(() => {
    void load([], null);
    return () => asking.current?.abort();
  }, [load, version]);

  const { by, rows, next, total, problem } = loaded;
  const loadMore = () => {
    if (by === ask && next !== null && !asking.current) void load(rows, next);
  };
  return { rows, total, problem, isLoading: by === null, loadMore };
}
