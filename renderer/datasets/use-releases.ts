import { useEffect, useState } from "react";
import type { RememberedRelease } from "../../shared/contract/datasets.ts";
import { call } from "../api.ts";
import { toastError } from "../look/toasts.tsx";
import { making } from "./making.ts";

/** The releases made of this project, the newest first; null until they are known. */
export function useReleases(): readonly RememberedRelease[] | null {
  const { step } = making.use();
  const [releases, setReleases] = useState<readonly RememberedRelease[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: one that has just been made is one more
  useEffect(() => {
    let isCurrent = true;
    call("dataset.releases", {})
      .then((answer) => isCurrent && setReleases(answer.releases))
      .catch((error: unknown) => isCurrent && toastError(error));
    return () => {
      isCurrent = false;
    };
  }, [step]);
  return releases;
}
