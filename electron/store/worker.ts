import { parentPort, workerData } from "node:worker_threads";
import type { Progress } from "../../shared/contract.ts";
import { AppError, type ErrorCode } from "../../shared/errors.ts";
import { openBeside } from "./database.ts";
import { carryOut, type LongAnswers, type LongWork } from "./long-work.ts";
import { explain } from "./problems.ts";
import type { Watch } from "./watch.ts";

/** What the thread is given at the start. */
export interface LongWorkInput {
  file: string;
  annotator: string;
  work: LongWork;
  /** Not 0 once the work is to be given up. */
  stop: Int32Array;
}

/** How far it is, and in the end what came of it; no code for a mistake of ours. */
export type LongWorkReply =
  | { kind: "progress"; progress: Progress }
  | { kind: "done"; value: LongAnswers[LongWork["do"]] }
  | { kind: "failed"; code: ErrorCode | null; message: string };

const doing: Record<LongWork["do"], string> = {
  rewrite: "Rewriting annotations",
  preview: "Looking at what it touches",
  decideMany: "Deciding",
  acceptAgreed: "Accepting what is agreed on",
  undo: "Taking the step back",
  redo: "Doing the step again",
};

const port = parentPort;
if (port) {
  const tell = (reply: LongWorkReply) => port.postMessage(reply);
  // Our own in-thread.ts started us, with this shape.
  tell(attempt(workerData as LongWorkInput, tell));
}

function attempt(input: LongWorkInput, tell: (reply: LongWorkReply) => void): LongWorkReply {
  try {
    return { kind: "done", value: carryOutBeside(input, tell) };
  } catch (thrown) {
    const error = explain(thrown, input.file);
    if (error instanceof AppError)
      return { kind: "failed", code: error.code, message: error.message };
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { kind: "failed", code: null, message };
  }
}

function carryOutBeside(
  { file, annotator, work, stop }: LongWorkInput,
  tell: (reply: LongWorkReply) => void,
): LongAnswers[LongWork["do"]] {
  const watch: Watch = (done, total) => {
    if (Atomics.load(stop, 0) !== 0)
      throw new AppError("cancelled", "It was cancelled; nothing was changed.");
    tell({ kind: "progress", progress: { done, total, doing: doing[work.do] } });
  };
  const db = openBeside(file);
  try {
    return carryOut(db, { annotator, now: () => new Date() }, work, watch);
  } finally {
    db.close();
  }
}
