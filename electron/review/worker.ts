import { parentPort, workerData } from "node:worker_threads";
import type { Progress } from "../../shared/contract.ts";
import { AppError, type ErrorCode } from "../../shared/errors.ts";
import { openBesideForReading } from "../store/database.ts";
import { explain } from "../store/problems.ts";
import type { Watch } from "../store/watch.ts";
import type { Question } from "./answer.ts";
import { answer } from "./answer.ts";
import { keepReviewedReports } from "./reviewed-reports.ts";

/** What the thread is asked, one question after the other. */
export interface ReviewQuestion {
  question: Question;
  /** Not 0 once nobody waits for the answer. */
  stop: Int32Array;
}

/** How far it is, and in the end the answer; no code for a mistake of ours. */
export type ReviewReply =
  | { kind: "progress"; progress: Progress }
  | { kind: "done"; value: unknown }
  | { kind: "failed"; code: ErrorCode | null; message: string };

const port = parentPort;
if (port) {
  // Our own review-thread.ts started us, with the project's file.
  const { file } = workerData as { file: string };
  const reports = keepReviewedReports();
  port.on("message", ({ question, stop }: ReviewQuestion) => {
    const tell = (reply: ReviewReply) => port.postMessage(reply);
    const watch: Watch = (done, total) => {
      if (Atomics.load(stop, 0) !== 0) throw new AppError("cancelled", "It was cancelled.");
      if (done % 20 === 0)
        tell({ kind: "progress", progress: { done, total, doing: "Comparing annotators" } });
    };
    tell(attempt(file, () => withProject(file, question, watch)));
  });

  // Opened for each question, so that nothing holds the file of a project that was left.
  function withProject(path: string, question: Question, watch: Watch): unknown {
    const db = openBesideForReading(path);
    try {
      return answer(question, { db, reports, watch });
    } finally {
      db.close();
    }
  }
}

function attempt(file: string, work: () => unknown): ReviewReply {
  try {
    return { kind: "done", value: work() };
  } catch (thrown) {
    const error = explain(thrown, file);
    if (error instanceof AppError)
      return { kind: "failed", code: error.code, message: error.message };
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { kind: "failed", code: null, message };
  }
}
