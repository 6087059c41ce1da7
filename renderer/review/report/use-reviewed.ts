import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { ReviewedReport } from "../../../shared/contract/review.ts";
import type { Change } from "../../../shared/model/change.ts";
import { onChange } from "../../state/app-store.ts";
import { createValueStore, type ValueStore } from "../../state/value-store.ts";
import { readReviewed } from "./read-ahead.ts";
import { type Listed, openedReview, type ReviewState, withChange } from "./review-state.ts";

/** A report under review, or why there is none. */
export interface Opened {
  store: ValueStore<ReviewState> | null;
  problem: string | null;
  readAgain: () => void;
}

/**
 * Opens a report for review and follows what is decided; what else changes in it is read again, and
 * leaves the reviewer where they are. `annotators`: who is compared; null: who is done.
 */
export function useReviewed(
  report: string,
  annotators: readonly string[] | null,
  at: string | null,
): Opened {
  const [store, setStore] = useState<ValueStore<ReviewState> | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [version, setVersion] = useState(0);
  const shown = useRef<ValueStore<ReviewState> | null>(null);
  const readAgain = useCallback(() => setVersion((before) => before + 1), []);
  const names = annotators && JSON.stringify(annotators);

  // Asked for before anything is painted: that is what a person waits for.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version is read again; where it began is of no matter later
  useLayoutEffect(() => {
    let isCurrent = true;
    const show = (reviewed: ReviewedReport) => {
      const before = shown.current?.get();
      const state = before ? reopened(reviewed, before) : openedReview(reviewed, at);
      if (before && shown.current && isSameWork(before.reviewed, reviewed))
        shown.current.set(keepingLayers(state, before));
      else {
        shown.current = createValueStore(state);
        setStore(shown.current);
      }
      setProblem(null);
    };
    const fail = (error: unknown) =>
      setProblem(error instanceof Error ? error.message : String(error));
    readReviewed(report, names).then(
      (reviewed) => isCurrent && show(reviewed),
      (error) => isCurrent && fail(error),
    );
    return () => {
      isCurrent = false;
    };
  }, [report, names, version]);

  useEffect(
    () =>
      onChange((change) => {
        const before = shown.current;
        if (!before || !concerns(change, report)) return;
        const next = withChange(before.get(), change);
        if (next && change.report === report) before.set(next);
        else readAgain();
      }),
    [report, readAgain],
  );
  return { store, problem, readAgain };
}

/** A change of no report may have touched them all. */
const concerns = (change: Change, report: string) =>
  change.report === report || change.report === null;

function reopened(reviewed: ReviewedReport, before: ReviewState): ReviewState {
  const shown: Listed = before.listed;
  const state = openedReview(reviewed, before.current, shown);
  return { ...state, last: before.last };
}

/** Text and annotators' work are the same, so that what is drawn of it may stay. */
function isSameWork(before: ReviewedReport, now: ReviewedReport): boolean {
  const isSameText = before.report.textSha256 === now.report.textSha256;
  return isSameText && JSON.stringify(before.layers) === JSON.stringify(now.layers);
}

function keepingLayers(state: ReviewState, { reviewed }: ReviewState): ReviewState {
  return { ...state, reviewed: { ...state.reviewed, layers: reviewed.layers } };
}
