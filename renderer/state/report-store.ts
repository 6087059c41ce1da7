import { useSyncExternalStore } from "react";
import type { OpenReport } from "../../shared/contract.ts";
import { afterPaint } from "./after-paint.ts";
import { initialState, type ReportEvent, type ReportState, reduceReport } from "./report-state.ts";

/** Holds the open report for every part of the screen. */
export interface ReportStore {
  state(): ReportState;
  dispatch(event: ReportEvent): void;
  /** Calls the listener after every event that changed something; answers how to stop. */
  subscribe(listener: () => void): () => void;
  /** Calls the listener once for all events of a frame, behind its paint; answers how to stop. */
  subscribeBehindPaint(listener: () => void): () => void;
}

export function createReportStore(open: OpenReport): ReportStore {
  let state = initialState(open);
  const listeners = new Set<() => void>();
  const redraws = new Set<() => void>();
  const callAll = (all: ReadonlySet<() => void>) => {
    for (const listener of all) listener();
  };
  const redraw = () => callAll(redraws);
  return {
    state: () => state,
    dispatch(event) {
      const next = reduceReport(state, event);
      if (next === state) return;
      state = next;
      callAll(listeners);
      if (redraws.size > 0) afterPaint(redraw);
    },
    subscribe: (listener) => addTo(listeners, listener),
    subscribeBehindPaint: (listener) => addTo(redraws, listener),
  };
}

function addTo(listeners: Set<() => void>, listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Part of the report's state; the component draws again only when that part is another object, and
 * behind the paint, so that a mark in the text is never kept waiting by what stands around it.
 */
export function useReportPart<Part>(
  store: ReportStore,
  select: (state: ReportState) => Part,
): Part {
  return useSyncExternalStore(store.subscribeBehindPaint, () => select(store.state()));
}
