import type { Progress } from "../../shared/contract.ts";
import { AppError } from "../../shared/errors.ts";
import { startWorker } from "../worker-thread.ts";
import type { LongAnswers, LongWork } from "./long-work.ts";
import type { LongWorkInput, LongWorkReply } from "./worker.ts";

/** What Node would give the process itself: a rewrite holds each row before and after. */
const mostMegabytes = 4096;

interface Job {
  signal: AbortSignal;
  progress(progress: Progress): void;
}

/**
 * Does long work on the project of this process in a thread, over a connection of its own; the process
 * goes on reading, and must not write meanwhile. What is cancelled has changed nothing.
 * @throws AppError "cancelled", or what the work throws.
 */
export async function inThread<Work extends LongWork>(
  file: string,
  annotator: string,
  work: Work,
  { signal, progress }: Job,
): Promise<LongAnswers[Work["do"]]> {
  // In memory that both threads see: a message would not be read before the work is over.
  const stop = new Int32Array(new SharedArrayBuffer(4));
  const cancel = () => Atomics.store(stop, 0, 1);
  if (signal.aborted) cancel();
  signal.addEventListener("abort", cancel);
  const input: LongWorkInput = { file, annotator, work, stop };
  const worker = startWorker<LongWorkReply>(import.meta.url, input, mostMegabytes);
  try {
    for (;;) {
      const reply = await worker.next();
      if (reply.kind === "progress") progress(reply.progress);
      else if (reply.kind === "failed") throw problemOf(reply);
      // Which answer belongs to which work is said by carryOut, whose thread this is.
      else return reply.value as LongAnswers[Work["do"]];
    }
  } finally {
    signal.removeEventListener("abort", cancel);
    await worker.end();
  }
}

function problemOf({ code, message }: Extract<LongWorkReply, { kind: "failed" }>): Error {
  return code === null ? new Error(message) : new AppError(code, message);
}
