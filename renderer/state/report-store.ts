import { useSyncExternalStore } from "react";
import type { OpenReport } from "../../shared/contract.ts";
import { initialState, type ReportEvent, type ReportState, reduceReport } from "./report-state.ts";

/** Holds the open report for every part of the screen. */
export interface ReportStore {
  state(): ReportState;
  dispatch(event: ReportEvent): void;
  /** Calls the listener after every event that changed something; answers how to stop. */
  subscribe(listener: () => void): () => void;
}

export function createReportStore(open: OpenReport): ReportStore {
  let state = initialState(open);
  const listeners = new Set<() => void>();
  return {
    state: () => state,
    dispatch(event) {
      const next = reduceReport(state, event);
      if (next === state) return;
      state = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Part of the report's state; the component draws again only when that part is another object. */
export function useReportPart<Part>(
  store: ReportStore,
  select: (state: ReportState) => Part,
): Part {
  return useSyncExternalStore(store.subscribe, () => select(store.state()));
}
