import { useSyncExternalStore } from "react";
import type { OpenReport } from "../../shared/contract/reports.ts";
import { atRest, beforePaint } from "./drawing-times.ts";
import { initialState, type ReportEvent, type ReportState, reduceReport } from "./report-state.ts";

/** Holds the open report for every part of the screen. */
export interface ReportStore {
  state(): ReportState;
  dispatch(event: ReportEvent): void;
  /** Calls the listener after every event that changed something; answers how to stop. */
  subscribe(listener: () => void): () => void;
  /**
   * Calls the listener once for all events of a frame, before its paint; but of marks that the person
   * makes when the hands rest. Answers how to stop.
   */
  subscribeByRest(listener: () => void): () => void;
}

export function createReportStore(open: OpenReport): ReportStore {
  let state = initialState(open);
  const listeners = new Set<() => void>();
  const aroundText = new Set<() => void>();
  const callAll = (all: ReadonlySet<() => void>) => {
    for (const listener of all) listener();
  };
  const redrawAroundText = () => callAll(aroundText);
  return {
    state: () => state,
    dispatch(event) {
      const next = reduceReport(state, event);
      if (next === state) return;
      state = next;
      callAll(listeners);
      if (aroundText.size > 0) (isPartOfMarking(event) ? atRest : beforePaint)(redrawAroundText);
    },
    subscribe: (listener) => addTo(listeners, listener),
    subscribeByRest: (listener) => addTo(aroundText, listener),
  };
}

function isPartOfMarking(event: ReportEvent): boolean {
  if (event.type === "offered") return event.offer !== null;
  return event.type === "changed" && event.isOwn === true && event.change.put.spans.length > 0;
}

function addTo(listeners: Set<() => void>, listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Part of the report's state; the component draws again only when that part is another object, once
 * for all that happens in a frame, and after marks that the person makes as soon as the hands rest.
 */
export function useReportPart<Part>(
  store: ReportStore,
  select: (state: ReportState) => Part,
): Part {
  return useSyncExternalStore(store.subscribeByRest, () => select(store.state()));
}
