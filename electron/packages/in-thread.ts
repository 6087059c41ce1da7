import { askNewThread, type Job } from "../store/threads/ask.ts";
import type { PackageTask, TaskAnswers } from "./tasks.ts";
import type { PackageInput } from "./worker.ts";

/**
 * Does something with packages in a thread; while it merges, nobody else may write the project. What
 * is cancelled has changed nothing. @throws AppError "cancelled", or what the work throws.
 */
export function inPackageThread<Task extends PackageTask>(
  task: Task,
  { annotator, ...job }: Job & { annotator: string },
): Promise<TaskAnswers[Task["do"]]> {
  const input: PackageInput = { file: task.project, task, annotator };
  // Which answer belongs to which task is said by carryOut, whose thread this is.
  return askNewThread(import.meta.url, input, job);
}
