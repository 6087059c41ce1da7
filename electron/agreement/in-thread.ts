import type { ProjectAgreement } from "../../shared/agreement/study/study.ts";
import type { Progress } from "../../shared/contract.ts";
import { AppError } from "../../shared/errors.ts";
import { startWorker } from "../worker-thread.ts";
import type { MeasureInput, MeasureReply, MeasureRequest } from "./request.ts";

/** Sums of 100,000 reports, and all their spans for the measures on a continuum. */
const mostMegabytes = 4096;

interface Job {
  signal: AbortSignal;
  progress(progress: Progress): void;
}

/**
 * Measures agreement in a project's file in a thread, over a connection of its own, while others read and write.
 * @throws AppError "cancelled", or why the project cannot be read.
 */
export async function measureInThread(
  request: MeasureRequest,
  { signal, progress }: Job,
): Promise<ProjectAgreement> {
  // In memory that both threads see: a message would not be read before the work is over.
  const stop = new Int32Array(new SharedArrayBuffer(4));
  const cancel = () => Atomics.store(stop, 0, 1);
  if (signal.aborted) cancel();
  signal.addEventListener("abort", cancel);
  const input: MeasureInput = { request, stop };
  const worker = startWorker<MeasureReply>(import.meta.url, input, mostMegabytes);
  try {
    for (;;) {
      const reply = await worker.next();
      if (reply.kind === "progress") progress(reply.progress);
      else if (reply.kind === "failed") throw problemOf(reply);
      else return reply.value;
    }
  } finally {
    signal.removeEventListener("abort", cancel);
    await worker.end();
  }
}

function problemOf({ code, message }: Extract<MeasureReply, { kind: "failed" }>): Error {
  return code === null ? new Error(message) : new AppError(code, message);
}
