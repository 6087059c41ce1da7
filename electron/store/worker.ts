import { parentPort } from "node:worker_threads";
import { openBeside } from "./database.ts";
import { carryOut, type LongAnswers, type LongWork } from "./long-work.ts";
import { answering, type Tell } from "./threads/answer.ts";

/** What the thread is asked to do. */
export interface LongWorkInput {
  file: string;
  annotator: string;
  work: LongWork;
}

const doing: Record<LongWork["do"], string> = {
  rewrite: "Rewriting annotations",
  preview: "Looking at what it touches",
  decideMany: "Deciding",
  acceptAgreed: "Accepting what is agreed on",
  undo: "Taking the step back",
  redo: "Doing the step again",
};

parentPort?.once("message", answering("It was cancelled; nothing was changed.", carryOutBeside));

function carryOutBeside(
  { file, annotator, work }: LongWorkInput,
  tell: Tell,
): LongAnswers[LongWork["do"]] {
  const db = openBeside(file);
  try {
    const author = { annotator, now: () => new Date() };
    return carryOut(db, author, work, (done, total) =>
      tell({ done, total, doing: doing[work.do] }),
    );
  } finally {
    db.close();
  }
}
