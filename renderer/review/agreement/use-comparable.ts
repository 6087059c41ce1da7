import { useEffect, useState } from "react";
import type { ComparableAnnotators } from "../../../shared/contract/agreement.ts";
import { call } from "../../api.ts";
import { toastError } from "../../look/toasts.tsx";
import { useApp } from "../../state/app-store.ts";
import { useReviewVersion } from "../lists/use-pages.ts";

/** Who can be compared with whom, read again with every change; null until it is known. */
export function useComparable(): ComparableAnnotators | null {
  const project = useApp(({ app }) => app?.project?.id);
  const version = useReviewVersion();
  const [comparable, setComparable] = useState<ComparableAnnotators | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what changed is read again
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    call("agreement.annotators", {}, { signal })
      .then((found) => !signal.aborted && setComparable(found))
      .catch((error: unknown) => !signal.aborted && toastError(error));
    return () => controller.abort();
  }, [project, version]);
  return comparable;
}
