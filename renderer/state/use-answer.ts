import { useEffect, useState } from "react";
import type { Asked, OperationName, Output } from "../../shared/contract.ts";
import { call } from "../api.ts";
import { toastError } from "../look/toasts.tsx";

/**
 * What an operation answers; asked again when the input says something else or the version is another.
 * The last answer stays until the next is there; null before the first.
 */
export function useAnswer<Name extends OperationName>(
  name: Name,
  input: Asked<Name>,
  version: number | string,
): Output<Name> | null {
  const [answer, setAnswer] = useState<Output<Name> | null>(null);
  const asked = JSON.stringify(input);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with another version it is asked again
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    call(name, JSON.parse(asked), { signal })
      .then((found) => signal.aborted || setAnswer(() => found))
      .catch((error: unknown) => signal.aborted || toastError(error));
    return () => controller.abort();
  }, [name, asked, version]);
  return answer;
}
