import { parentPort } from "node:worker_threads";
import { answering } from "../store/threads/answer.ts";
import { carryOut, type PackageTask } from "./tasks.ts";

/** What the thread is asked to do. */
export interface PackageInput {
  file: string;
  task: PackageTask;
  annotator: string;
}

parentPort?.once(
  "message",
  answering("It was cancelled; nothing was changed.", ({ task, annotator }: PackageInput, tell) =>
    carryOut(task, { author: { annotator, now: () => new Date() }, tell }),
  ),
);
