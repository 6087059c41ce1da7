import { useEffect, useState } from "react";
import { ReviewFilter } from "../../../shared/review/filter.ts";
import type { Survey } from "../../../shared/review/survey.ts";
import { call } from "../../api.ts";
import { toastError } from "../../look/toasts.tsx";
import { useReviewVersion } from "./use-pages.ts";

/** Counts of all differences between these annotators, or between those who are done; null until they are known. */
export function useSurvey(
  annotators: readonly string[] | null,
  onlyFinished = false,
): Survey | null {
  const version = useReviewVersion();
  const [survey, setSurvey] = useState<Survey | null>(null);
  const names = annotators && JSON.stringify(annotators);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what changed is counted again
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const filter = ReviewFilter.parse({ annotators: names && JSON.parse(names), onlyFinished });
    call("review.survey", { filter }, { signal })
      .then((counted) => !signal.aborted && setSurvey(counted))
      .catch((error: unknown) => !signal.aborted && toastError(error));
    return () => controller.abort();
  }, [names, onlyFinished, version]);
  return survey;
}
