import { useEffect, useState } from "react";
import type { SchemeBreach } from "../../shared/contract/scheme.ts";
import { AppError } from "../../shared/errors.ts";
import type { Scheme } from "../../shared/model/scheme.ts";
import { call } from "../api.ts";
import { toastError } from "../look/toasts.tsx";
import { useApp } from "../state/app-store.ts";

/** Where annotations do not keep to the project's scheme; null while that is being looked at. */
export function useBreaches(): SchemeBreach[] | null {
  return useBreachesOf(null);
}

/** The same for a scheme that is not in use yet. */
export function useBreachesOf(scheme: Scheme | null): SchemeBreach[] | null {
  const version = useApp(({ schemeVersion }) => schemeVersion);
  const reports = useApp(({ reportsVersion }) => reportsVersion);
  const [breaches, setBreaches] = useState<SchemeBreach[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at again when the scheme or the reports are others
  useEffect(() => {
    const controller = new AbortController();
    setBreaches(null);
    call("scheme.check", { scheme }, { signal: controller.signal })
      .then(({ breaches: found }) => !controller.signal.aborted && setBreaches(found))
      .catch((error) => !isCancelled(error) && toastError(error));
    return () => controller.abort();
  }, [scheme, version, reports]);
  return breaches;
}

const isCancelled = (error: unknown) => error instanceof AppError && error.code === "cancelled";
