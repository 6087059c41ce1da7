import { useEffect, useMemo } from "react";
import { gold } from "../../shared/review/gold.ts";
import { useSummary } from "../datasets/use-summary.ts";
import { useApp } from "../state/app-store.ts";
import { createValueStore } from "../state/value-store.ts";
import { areNamesShown, type Person, peopleOf } from "./people.ts";

/** The annotators as they were last time, so that no screen has to wait for what it knew already. */
const known = createValueStore<{ project: string; annotators: readonly string[] } | null>(null);

/** The project's annotators as Review shows them now; null until they are known. */
export function usePeople(): readonly Person[] | null {
  const summary = useSummary();
  const project = useApp(({ app }) => app?.project.id ?? "");
  const last = known.use();
  const withNames = areNamesShown.use();
  useEffect(() => {
    if (!summary) return;
    const names = summary.layers.map(({ annotator }) => annotator);
    const annotators = names.filter((name) => name !== gold).sort();
    const before = known.get();
    if (before?.project !== project || String(before.annotators) !== String(annotators))
      known.set({ project, annotators });
  }, [summary, project]);
  return useMemo(
    () => (last?.project === project ? peopleOf(last.annotators, withNames) : null),
    [last, project, withNames],
  );
}
