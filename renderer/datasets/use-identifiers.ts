import { useEffect, useState } from "react";
import type { Output } from "../../shared/contract.ts";
import { call } from "../api.ts";
import { toastError } from "../look/toasts.tsx";

/** How far the search for personal data and its review are, over all reports. */
export type IdentifierTotal = Output<"deidentify.summary">["total"];

/** The same, read once; null until it is known. */
export function useIdentifiers(): IdentifierTotal | null {
  const [total, setTotal] = useState<IdentifierTotal | null>(null);
  useEffect(() => {
    let isCurrent = true;
    call("deidentify.summary", { limit: 1 })
      .then((answer) => isCurrent && setTotal(answer.total))
      .catch((error: unknown) => isCurrent && toastError(error));
    return () => {
      isCurrent = false;
    };
  }, []);
  return total;
}
