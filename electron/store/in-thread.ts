import type { LongAnswers, LongWork } from "./long-work.ts";
import { askNewThread, type Job } from "./threads/ask.ts";
import type { LongWorkInput } from "./worker.ts";

/**
 * Does long work on the project of this process in a thread, over a connection of its own; the process
 * goes on reading, and must not write meanwhile. What is cancelled has changed nothing.
 * @throws AppError "cancelled", or what the work throws.
 */
export function inThread<Work extends LongWork>(
  file: string,
  annotator: string,
  work: Work,
  job: Job,
): Promise<LongAnswers[Work["do"]]> {
  const input: LongWorkInput = { file, annotator, work };
  // Which answer belongs to which work is said by carryOut, whose thread this is.
  return askNewThread(import.meta.url, input, job);
}
