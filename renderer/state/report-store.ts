import { useSyncExternalStore } from "react";
import type { OpenReport } from "../../shared/contract/reports.ts";
import { beforePaint } from "./before-paint.ts";
import { initialState, type ReportEvent, type ReportState, reduceReport } from "./report-state.ts";

/** Holds the open report for every part of the screen. */
export interface ReportStore {
  state(): ReportState;
  dispatch(event: ReportEvent): void;
  /** Calls the listener after every event that changed something; answers how to stop. */
  subscribe(listener: () => void): () => void;
  /** Calls the listener once for all events of a frame, before its paint; answers how to stop. */
  subscribeByFrame(listener: () => void): () => void;
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
      if (redraws.size > 0) beforePaint(redraw);
    },
    subscribe: (listener) => addTo(listeners, listener),
    subscribeByFrame: (listener) => addTo(redraws, listener),
  };
}

function addTo(listeners: Set<() => void>, listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Part of the report's state; the component draws again only when that part is another object, and
 * once for all that happens in a frame.
 */
export function useReportPart<Part>(
  store: ReportStore,
  select: (state: ReportState) => Part,
): Part {
  return useSyncExternalStore(store.subscribeByFrame, () => select(store.state()));
}
