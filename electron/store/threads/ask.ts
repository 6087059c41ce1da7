import type { Progress } from "../../../shared/contract.ts";
import { AppError, type ErrorCode } from "../../../shared/errors.ts";
import { startWorker, type WorkerThread } from "../../worker-thread.ts";

/** How whoever waits for a thread hears how far it is, and gives up. */
export interface Job {
  signal: AbortSignal;
  progress(progress: Progress): void;
}

/** What a thread is asked about a project's file. */
export interface Asked<Question extends { file: string }> {
  question: Question;
  /** Not 0 once nobody waits for the answer. */
  stop: Int32Array;
}

/** How far a thread is, and in the end what came of it; no code for a mistake of ours. */
export type ThreadReply<Value> =
  | { kind: "progress"; progress: Progress }
  | { kind: "done"; value: Value }
  | { kind: "failed"; code: ErrorCode | null; message: string };

/** What Node would give the process itself: work holds each row before and after, or all spans. */
const mostMegabytes = 4096;

/**
 * Starts the worker.ts that lies beside the module with this address, asks it one thing and waits until
 * it is over. What is cancelled has changed nothing. @throws AppError "cancelled", or what the work throws.
 */
export async function askNewThread<Value>(
  beside: string,
  question: { file: string },
  job: Job,
): Promise<Value> {
  const worker = startWorker<ThreadReply<Value>>(beside, null, mostMegabytes);
  try {
    return await askThread(worker, question, job);
  } finally {
    await atItsEnd(worker);
    await worker.end();
  }
}

/** Asks a thread that answers one question after the other. @throws AppError "cancelled", or what the work throws. */
export async function askThread<Value>(
  worker: WorkerThread<ThreadReply<Value>>,
  question: { file: string },
  { signal, progress }: Job,
): Promise<Value> {
  // In memory that both threads see: a message would not be read before the work is over.
  const stop = new Int32Array(new SharedArrayBuffer(4));
  const cancel = () => Atomics.store(stop, 0, 1);
  if (signal.aborted) cancel();
  signal.addEventListener("abort", cancel);
  try {
    worker.post({ question, stop } satisfies Asked<{ file: string }>);
    for (;;) {
      const reply = await worker.next();
      if (reply.kind === "progress") progress(reply.progress);
      else if (reply.kind === "failed") throw problemOf(reply);
      else return reply.value;
    }
  } finally {
    signal.removeEventListener("abort", cancel);
  }
}

function problemOf({ code, message }: { code: ErrorCode | null; message: string }): Error {
  return code === null ? new Error(message) : new AppError(code, message);
}

/** How long a thread may take to close what it has open, in milliseconds. */
const timeToClose = 2000;

/** It ends by itself once it has answered: ended in the midst of reading a file, it has taken the app along. */
async function atItsEnd(worker: WorkerThread<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, timeToClose);
  });
  const ended = (async () => {
    // What it still has to say is progress; its end is thrown.
    for (;;) await worker.next();
  })().catch(() => {});
  await Promise.race([ended, late]);
  clearTimeout(timer);
}
