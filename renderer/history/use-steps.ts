import { useCallback, useEffect, useState } from "react";
import type { HistoryStep } from "../../shared/contract/history.ts";
import type { Id } from "../../shared/model/annotation.ts";
import { call } from "../api.ts";
import { onChange } from "../state/app-store.ts";

const pageLength = 200;

export interface Steps {
  steps: readonly HistoryStep[];
  isLoading: boolean;
  problem: string | null;
  /** Reads the next page, if there is one. */
  loadMore(): void;
}

const nothing = { steps: [] as readonly HistoryStep[], isLoading: true, isAll: false };

/** A report's steps, or those of some of its annotations, newest first; read anew with every change. */
export function useSteps(report: Id, about: Id | null): Steps {
  const [read, setRead] = useState(nothing);
  const [problem, setProblem] = useState<string | null>(null);
  const [version, setVersion] = useState(0);
  useEffect(() => onChange(() => setVersion((before) => before + 1)), []);

  const readPage = useCallback(
    async (known: readonly HistoryStep[]) => {
      const before = known.at(-1)?.id ?? null;
      const ids = about === null ? null : [about];
      const { steps } = await call("history.steps", {
        report,
        about: ids,
        before,
        limit: pageLength,
      });
      return { steps: [...known, ...steps], isLoading: false, isAll: steps.length < pageLength };
    },
    [report, about],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: every change is a step that is to be shown
  useEffect(() => {
    let isCurrent = true;
    readPage([]).then(
      (page) => isCurrent && setRead(page),
      (error) => isCurrent && setProblem(error instanceof Error ? error.message : String(error)),
    );
    return () => {
      isCurrent = false;
    };
  }, [readPage, version]);

  const loadMore = () => {
    if (read.isLoading || read.isAll) return;
    setRead({ ...read, isLoading: true });
    readPage(read.steps).then(setRead, (error) => setProblem(String(error)));
  };
  return { ...read, problem, loadMore };
}
