import type { ProjectSummary } from "../../shared/contract/session.ts";
import { useApp } from "../state/app-store.ts";
import { useAnswer } from "../state/use-answer.ts";

/** What the project holds, read again whenever the list of reports changes; null until it is known. */
export function useSummary(): ProjectSummary | null {
  return useAnswer(
    "project.summary",
    {},
    useApp(({ reportsVersion }) => reportsVersion),
  );
}
