import { parentPort } from "node:worker_threads";
import { openBesideForReading } from "../store/database.ts";
import { answering, type Tell } from "../store/threads/answer.ts";
import { answer, type Question } from "./answer.ts";
import { keepReviewedReports } from "./reviewed-reports.ts";

/** What the thread is asked, one question after the other. */
export interface ReviewQuestion {
  file: string;
  question: Question;
}

const reports = keepReviewedReports();

parentPort?.on("message", answering("It was cancelled.", lookThrough));

// Opened for each question, so that nothing holds the file of a project that was left.
function lookThrough({ file, question }: ReviewQuestion, tell: Tell): unknown {
  const db = openBesideForReading(file);
  try {
    const watch = (done: number, total: number) =>
      tell({ done, total, doing: "Comparing annotators" });
    return answer(question, { db, reports, watch });
  } finally {
    db.close();
  }
}
