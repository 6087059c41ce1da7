import { parentPort, workerData } from "node:worker_threads";
import type { Progress } from "../../shared/contract.ts";
import { AppError, type ErrorCode } from "../../shared/errors.ts";
import { explain } from "../store/problems.ts";
import { carryOut, type PackageTask, type TaskAnswers } from "./tasks.ts";

/** What the thread is given at the start. */
export interface PackageInput {
  task: PackageTask;
  annotator: string;
  /** Not 0 once the work is to be given up. */
  stop: Int32Array;
}

/** How far it is, and in the end what came of it; no code for a mistake of ours. */
export type PackageReply =
  | { kind: "progress"; progress: Progress }
  | { kind: "done"; value: TaskAnswers[PackageTask["do"]] }
  | { kind: "failed"; code: ErrorCode | null; message: string };

const port = parentPort;
if (port) {
  const tell = (reply: PackageReply) => port.postMessage(reply);
  // Our own in-thread.ts started us, with this shape.
  tell(await attempt(workerData as PackageInput, tell));
}

async function attempt(
  { task, annotator, stop }: PackageInput,
  tell: (reply: PackageReply) => void,
): Promise<PackageReply> {
  const author = { annotator, now: () => new Date() };
  const progress = (one: Progress) => {
    if (Atomics.load(stop, 0) !== 0)
      throw new AppError("cancelled", "It was cancelled; nothing was changed.");
    tell({ kind: "progress", progress: one });
  };
  try {
    return { kind: "done", value: await carryOut(task, { author, tell: progress }) };
  } catch (thrown) {
    const error = explain(thrown, task.project);
    if (error instanceof AppError)
      return { kind: "failed", code: error.code, message: error.message };
    return { kind: "failed", ...problemOf(error) };
  }
}

/** What the system says of a file is the person's problem, all else is ours. */
function problemOf(error: unknown): { code: ErrorCode | null; message: string } {
  if (!(error instanceof Error)) return { code: null, message: String(error) };
  if (!("errno" in error && "code" in error && "syscall" in error))
    return { code: null, message: error.stack ?? error.message };
  const isFull = error.code === "ENOSPC";
  const help = isFull ? "free some space" : "check that the file is there and its folder is yours";
  return {
    code: isFull ? "disk-full" : "bad-file",
    message: `A file could not be read or written (${error.code}); ${help}, and do it again.`,
  };
}
