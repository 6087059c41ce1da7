import { resolve } from "node:path";
import type { ProjectAgreement } from "../../../shared/agreement/study/study.ts";
import type { Input } from "../../../shared/contract.ts";
import type { CallContext } from "../../api/context.ts";
import { type ReportedProject, writeReviewReport } from "../../api/review-report.ts";
import { startReviewThread } from "../../review/review-thread.ts";
import type { ReadDb } from "../../store/database.ts";

/** Measures agreement and writes the report of it into a new folder. @throws AppError */
export async function reportOnAgreement(
  db: ReadDb,
  me: string,
  folder: string,
  input: Input<"agreement.measure">,
  watch: Pick<CallContext, "signal" | "progress">,
): Promise<ProjectAgreement> {
  const thread = startReviewThread(db.name);
  const project: ReportedProject = {
    ...{ ...watch, db, me },
    look: (question) => thread.ask(question, watch),
  };
  try {
    const { agreement } = await writeReviewReport(project, resolve(folder), input);
    return agreement;
  } finally {
    thread.end();
  }
}
