import { useEffect, useState } from "react";
import type { ReportThen } from "../../shared/contract/history.ts";
import type { Id } from "../../shared/model/annotation.ts";
import { call } from "../api.ts";
import { toastError } from "../look/toasts.tsx";
import { onChange } from "../state/app-store.ts";

// In milliseconds: who goes through the steps by key waits for none of them.
const pause = 60;

/** The report as it was after a step; the one before stays until the next is there. */
export function useThen(report: Id, step: number | null): ReportThen | null {
  const [then, setThen] = useState<ReportThen | null>(null);
  const [version, setVersion] = useState(0);
  useEffect(() => onChange(() => setVersion((before) => before + 1)), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change may be another difference from now
  useEffect(() => {
    if (step === null) return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      call("history.at", { report, step }).then((read) => isCurrent && setThen(read), toastError);
    }, pause);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [report, step, version]);
  return then;
}
