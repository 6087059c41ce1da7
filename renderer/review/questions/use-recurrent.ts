import { useEffect, useState } from "react";
import type { Input, Output } from "../../../shared/contract.ts";
import { call } from "../../api.ts";
import { t } from "../../messages.ts";
import { runJob } from "../../shell/jobs.ts";
import { useReviewVersion } from "../lists/use-pages.ts";

export type GatherRules = Pick<Input<"questions.gather">, "least" | "per">;

interface Loaded {
  found: Output<"questions.gather"> | null;
  problem: string | null;
}

/** Differences that recur in so many reports or cases; gathered anew when something changes. */
export function useRecurrent({ least, per }: GatherRules): Loaded {
  const version = useReviewVersion();
  const [loaded, setLoaded] = useState<Loaded>({ found: null, problem: null });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what changed is gathered again
  useEffect(() => {
    let isOver = false;
    runJob(t("Gathering differences that recur"), (options) =>
      call("questions.gather", { least, per }, options),
    ).then(
      (found) => isOver || setLoaded({ found, problem: null }),
      (error: Error) => isOver || setLoaded({ found: null, problem: error.message }),
    );
    return () => {
      isOver = true;
    };
  }, [least, per, version]);
  return loaded;
}
