import { useEffect, useRef, useState } from "react";
import type { Progress } from "../../shared/contract.ts";
import { AppError } from "../../shared/errors.ts";
import type { CallOptions } from "../doors/door.ts";

/** Why it did not work: a code to act on and the sentence to show. */
interface WorkProblem {
  code: AppError["code"];
  message: string;
}

/** Long work of a dialog: how far it is, and in one sentence why it failed. */
export interface Work {
  /** Null while nothing runs. */
  progress: Progress | null;
  problem: WorkProblem | null;
  run: (work: (options: CallOptions) => Promise<void>) => Promise<void>;
  cancel: () => void;
}

/** Runs one job at a time; it ends when the dialog is gone. What was cancelled is no problem. */
export function useWork(): Work {
  const [progress, setProgress] = useState<Progress | null>(null);
  const [problem, setProblem] = useState<WorkProblem | null>(null);
  const controller = useRef<AbortController | null>(null);
  const cancel = () => controller.current?.abort();
  useEffect(() => () => controller.current?.abort(), []);
  const run: Work["run"] = async (work) => {
    cancel();
    const own = new AbortController();
    controller.current = own;
    const isOver = () => controller.current !== own;
    setProblem(null);
    setProgress({ done: 0, total: 0, doing: "" });
    const onProgress = (now: Progress) => isOver() || setProgress(now);
    try {
      await work({ signal: own.signal, onProgress });
    } catch (error) {
      if (!isOver()) setProblem(problemOf(error));
    }
    if (!isOver()) setProgress(null);
  };
  return { progress, problem, run, cancel };
}

function problemOf(error: unknown): WorkProblem | null {
  if (!(error instanceof AppError)) return { code: "internal", message: String(error) };
  return error.code === "cancelled" ? null : { code: error.code, message: error.message };
}
