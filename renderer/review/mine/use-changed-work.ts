import { useEffect, useState } from "react";
import type { ChangedWork } from "../../../shared/contract/questions.ts";
import { call } from "../../api.ts";
import { useReviewVersion } from "../lists/use-pages.ts";

interface Loaded {
  work: ChangedWork | null;
  problem: string | null;
}

/** What was changed of the person's own work; read again whenever something changes. */
export function useChangedWork(): Loaded {
  const version = useReviewVersion();
  const [loaded, setLoaded] = useState<Loaded>({ work: null, problem: null });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what changed is read again
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    call("feedback.mine", {}, { signal }).then(
      (work) => signal.aborted || setLoaded({ work, problem: null }),
      (error: Error) => signal.aborted || setLoaded({ work: null, problem: error.message }),
    );
    return () => controller.abort();
  }, [version]);
  return loaded;
}
