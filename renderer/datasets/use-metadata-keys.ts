import { useEffect, useState } from "react";
import { call } from "../api.ts";
import { toastError } from "../look/toasts.tsx";

/** What the reports' metadata speaks of. */
export function useMetadataKeys(): readonly string[] {
  const [keys, setKeys] = useState<readonly string[]>([]);
  useEffect(() => {
    let isCurrent = true;
    call("dataset.metadataKeys", {})
      .then((answer) => isCurrent && setKeys(answer.keys))
      .catch((error: unknown) => isCurrent && toastError(error));
    return () => {
      isCurrent = false;
    };
  }, []);
  return keys;
}
