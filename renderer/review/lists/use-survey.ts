import type { Survey } from "../../../shared/review/survey.ts";
import { useAnswer } from "../../state/use-answer.ts";
import { useReviewVersion } from "./use-pages.ts";

/** Counts of all differences between these annotators, or between those who are done; null until they are known. */
export function useSurvey(
  annotators: readonly string[] | null,
  onlyFinished = false,
): Survey | null {
  const filter = { annotators: annotators && [...annotators], onlyFinished };
  return useAnswer("review.survey", { filter }, useReviewVersion());
}
