import type { Progress } from "../../shared/contract.ts";
import { AppError } from "../../shared/errors.ts";
import { startWorker, type WorkerThread } from "../worker-thread.ts";
import type { PackageTask, TaskAnswers } from "./tasks.ts";
import type { PackageInput, PackageReply } from "./worker.ts";

/** A merge holds each row before and after until it is written. */
const mostMegabytes = 4096;

interface Job {
  annotator: string;
  signal: AbortSignal;
  progress(progress: Progress): void;
}

/**
 * Does something with packages in a thread; while it merges, nobody else may write the project. What
 * is cancelled has changed nothing. @throws AppError "cancelled", or what the work throws.
 */
export async function inPackageThread<Task extends PackageTask>(
  task: Task,
  { annotator, signal, progress }: Job,
): Promise<TaskAnswers[Task["do"]]> {
  // In memory that both threads see: a message would not be read before the work is over.
  const stop = new Int32Array(new SharedArrayBuffer(4));
  const cancel = () => Atomics.store(stop, 0, 1);
  if (signal.aborted) cancel();
  signal.addEventListener("abort", cancel);
  const input: PackageInput = { task, annotator, stop };
  const worker = startWorker<PackageReply>(import.meta.url, input, mostMegabytes);
  try {
    for (;;) {
      const reply = await worker.next();
      if (reply.kind === "progress") progress(reply.progress);
      else if (reply.kind === "failed") throw problemOf(reply);
      // Which answer belongs to which task is said by carryOut, whose thread this is.
      else return reply.value as TaskAnswers[Task["do"]];
    }
  } finally {
    signal.removeEventListener("abort", cancel);
    await atItsEnd(worker);
    await worker.end();
  }
}

/** How long a thread may take to close what it has open, in milliseconds. */
const timeToClose = 2000;

/** It ends by itself once it has answered: ended in the midst of reading a file, it has taken the app along. */
async function atItsEnd(worker: WorkerThread<PackageReply>): Promise<void> {
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

function problemOf({ code, message }: Extract<PackageReply, { kind: "failed" }>): Error {
  return code === null ? new Error(message) : new AppError(code, message);
}
