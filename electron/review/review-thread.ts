import type { Progress } from "../../shared/contract.ts";
import { AppError } from "../../shared/errors.ts";
import { startWorker } from "../worker-thread.ts";
import type { Answers, Question } from "./answer.ts";
import type { ReviewQuestion, ReviewReply } from "./worker.ts";

interface Job {
  signal: AbortSignal;
  progress(progress: Progress): void;
}

/** A thread that compares annotators over the reports of one project, and keeps what it came to. */
export interface ReviewThread {
  readonly file: string;
  /** One after the other. @throws AppError "cancelled", or what looking throws; then the thread may be over. */
  ask<Q extends Question>(question: Q, job: Job): Promise<Answers[Q["name"]]>;
  end(): void;
}

export function startReviewThread(file: string): ReviewThread {
  const worker = startWorker<ReviewReply>(import.meta.url, { file });
  worker.setNeeded(false);
  let turn: Promise<unknown> = Promise.resolve();
  const askNow = async (question: Question, { signal, progress }: Job): Promise<unknown> => {
    // In memory that both threads see: a message would not be read before the work is over.
    const stop = new Int32Array(new SharedArrayBuffer(4));
    const cancel = () => Atomics.store(stop, 0, 1);
    if (signal.aborted) cancel();
    signal.addEventListener("abort", cancel);
    worker.setNeeded(true);
    try {
      worker.post({ question, stop } satisfies ReviewQuestion);
      for (;;) {
        const reply = await worker.next();
        if (reply.kind === "progress") progress(reply.progress);
        else if (reply.kind === "failed") throw problemOf(reply);
        else return reply.value;
      }
    } finally {
      signal.removeEventListener("abort", cancel);
      worker.setNeeded(false);
    }
  };
  return {
    file,
    ask<Q extends Question>(question: Q, job: Job) {
      const own = turn.then(() => askNow(question, job));
      turn = own.catch(() => undefined);
      // Which answer belongs to which question is said by answer.ts, whose thread this is.
      return own as Promise<Answers[Q["name"]]>;
    },
    end: () => void worker.end(),
  };
}

function problemOf({ code, message }: Extract<ReviewReply, { kind: "failed" }>): Error {
  return code === null ? new Error(message) : new AppError(code, message);
}
