import type { ProjectAgreement } from "../../shared/agreement/study/study.ts";
import { askNewThread, type Job } from "../store/threads/ask.ts";
import type { MeasureRequest } from "./request.ts";

/**
 * Measures agreement in a project's file in a thread, over a connection of its own, while others read and write.
 * @throws AppError "cancelled", or why the project cannot be read.
 */
export function measureInThread(request: MeasureRequest, job: Job): Promise<ProjectAgreement> {
  return askNewThread(import.meta.url, request, job);
}
