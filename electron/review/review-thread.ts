import { askThread, type Job, type ThreadReply } from "../store/threads/ask.ts";
import { startWorker } from "../worker-thread.ts";
import type { Answers, Question } from "./answer.ts";
import type { ReviewQuestion } from "./worker.ts";

/** A thread that compares annotators over the reports of one project, and keeps what it came to. */
export interface ReviewThread {
  readonly file: string;
  /** One after the other. @throws AppError "cancelled", or what looking throws; then the thread may be over. */
  ask<Q extends Question>(question: Q, job: Job): Promise<Answers[Q["name"]]>;
  end(): void;
}

export function startReviewThread(file: string): ReviewThread {
  const worker = startWorker<ThreadReply<unknown>>(import.meta.url, null);
  worker.setNeeded(false);
  let turn: Promise<unknown> = Promise.resolve();
  const askNow = async (question: Question, job: Job): Promise<unknown> => {
    worker.setNeeded(true);
    try {
      const asked: ReviewQuestion = { file, question };
      return await askThread(worker, asked, job);
    } finally {
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
