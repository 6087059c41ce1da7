import { parentPort } from "node:worker_threads";
import type { Progress } from "../../../shared/contract.ts";
import { AppError, type ErrorCode } from "../../../shared/errors.ts";
import { explain } from "../problems.ts";
import type { Asked, ThreadReply } from "./ask.ts";

/** Says how far the work is, as often as anybody would see it. @throws AppError once nobody waits for it. */
export type Tell = (progress: Progress) => void;

/** So often progress is told, in milliseconds. */
const betweenTold = 50;

/**
 * What a thread does with a message of `askThread`: the work, and answer with what comes of it.
 * @param cancelled what is said of work that was given up
 */
export function answering<Question extends { file: string }, Value>(
  cancelled: string,
  work: (question: Question, tell: Tell) => Value | Promise<Value>,
): (asked: Asked<Question>) => Promise<void> {
  const reply = (one: ThreadReply<Value>) => parentPort?.postMessage(one);
  return async ({ question, stop }) => {
    const tell = telling(stop, cancelled, (progress) => reply({ kind: "progress", progress }));
    try {
      reply({ kind: "done", value: await work(question, tell) });
    } catch (thrown) {
      reply({ kind: "failed", ...problemOf(explain(thrown, question.file)) });
    }
  };
}

function telling(stop: Int32Array, cancelled: string, tell: Tell): Tell {
  let last = Number.NEGATIVE_INFINITY;
  return (progress) => {
    if (Atomics.load(stop, 0) !== 0) throw new AppError("cancelled", cancelled);
    const now = performance.now();
    if (now - last < betweenTold && progress.done < progress.total) return;
    last = now;
    tell(progress);
  };
}

/** What the system says of a file is the person's problem, all else that has no sentence is ours. */
function problemOf(error: unknown): { code: ErrorCode | null; message: string } {
  if (error instanceof AppError) return { code: error.code, message: error.message };
  if (!(error instanceof Error)) return { code: null, message: String(error) };
  if (!("errno" in error && "code" in error && "syscall" in error))
    return { code: null, message: error.stack ?? error.message };
  const isFull = error.code === "ENOSPC";
  const help = isFull ? "free some space" : "check that the file is there and its folder is yours";
  return {
    code: isFull ? "disk-full" : "bad-file",
    message: `A file could not be read or written (${error.code}); ${help}, and do it again.`,
  };
}
