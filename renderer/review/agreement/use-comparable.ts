import type { ComparableAnnotators } from "../../../shared/contract/agreement.ts";
import { useApp } from "../../state/app-store.ts";
import { useAnswer } from "../../state/use-answer.ts";
import { useReviewVersion } from "../lists/use-pages.ts";

/** Who can be compared with whom, read again with every change; null until it is known. */
export function useComparable(): ComparableAnnotators | null {
  const project = useApp(({ app }) => app?.project?.id);
  return useAnswer("agreement.annotators", {}, `${project} ${useReviewVersion()}`);
}
