import { useEffect, useState } from "react";
import type { ProjectSummary } from "../../shared/contract/session.ts";
import { call } from "../api.ts";
import { toastError } from "../look/toasts.tsx";
import { useApp } from "../state/app-store.ts";

/** What the project holds, read again whenever the list of reports changes; null until it is known. */
export function useSummary(): ProjectSummary | null {
  const version = useApp((snapshot) => snapshot.reportsVersion);
  const [summary, setSummary] = useState<ProjectSummary | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version of the list is counted again
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    call("project.summary", {}, { signal })
      .then((counted) => !signal.aborted && setSummary(counted))
      .catch((error: unknown) => !signal.aborted && toastError(error));
    return () => controller.abort();
  }, [version]);
  return summary;
}
