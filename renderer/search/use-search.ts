import { useCallback, useEffect, useRef } from "react";
import type { SearchGroup } from "../../shared/contract/search.ts";
import { call } from "../api.ts";
import { onChange } from "../state/app-store.ts";
import {
  type Found,
  nothingFound,
  searchCurrent,
  searchFound,
  searchQuery,
} from "./search-state.ts";

// Long enough to swallow fast typing, short enough to feel at once.
const typingPause = 120;
const pageSize = 200;
/** Hits that are read again at once after a change. */
const mostRefreshed = 2000;

/** Keeps what is found true to the query and to every change; answers how to read on. */
export function useSearch(): { loadMore: () => void } {
  const query = searchQuery.use();
  const asking = useRef<AbortController | null>(null);

  const ask = useCallback(async (wanted: string, after: string | null, limit: number) => {
    asking.current?.abort();
    const controller = new AbortController();
    asking.current = controller;
    const found = await askPages(wanted, after, limit, controller.signal);
    if (controller.signal.aborted) return;
    asking.current = null;
    // What another query found has other lines; the same one keeps its place.
    if (searchFound.get().query !== wanted) searchCurrent.set(null);
    searchFound.set(found);
  }, []);

  useEffect(() => {
    const again = () => ask(query, null, Math.min(mostRefreshed, Math.max(pageSize, countShown())));
    // What was found before stays in view until the answer comes.
    const isSame = searchFound.get().query === query;
    const timer = setTimeout(
      isSame ? again : () => ask(query, null, pageSize),
      isSame ? 0 : typingPause,
    );
    const stop = onChange(again);
    return () => {
      clearTimeout(timer);
      stop();
      asking.current?.abort();
      asking.current = null;
    };
  }, [query, ask]);

  const loadMore = () => {
    const { next } = searchFound.get();
    if (next !== null && !asking.current) void ask(query, next, pageSize);
  };
  return { loadMore };
}

const countShown = () => searchFound.get().groups.reduce((sum, { hits }) => sum + hits.length, 0);

/** A page with something on it: short and empty ones are followed by the next. */
async function askPages(
  query: string,
  after: string | null,
  limit: number,
  signal: AbortSignal,
): Promise<Found> {
  if (query.trim() === "") return { ...nothingFound, query };
  const kept = after === null ? [] : searchFound.get().groups;
  const groups: SearchGroup[] = [];
  try {
    for (let place = after; ; ) {
      const page = await call("search.find", { query, after: place, limit }, { signal });
      groups.push(...page.groups);
      const { next, reports } = page;
      if (next === null || groups.length > 0 || signal.aborted)
        return { query, groups: [...kept, ...groups], next, reports, problem: null };
      place = next;
    }
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return { ...nothingFound, query, problem };
  }
}
