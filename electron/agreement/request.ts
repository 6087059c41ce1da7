import type { ProjectAgreement, ProjectStudyOptions } from "../../shared/agreement/study/study.ts";
import type { Progress } from "../../shared/contract.ts";
import type { ErrorCode } from "../../shared/errors.ts";

/** What is to be measured, of which reports. */
export interface MeasureRequest extends Omit<ProjectStudyOptions, "annotators"> {
  /** The project's file. */
  file: string;
  /** Null: everybody who has finished one of the reports, without gold. */
  annotators: readonly string[] | null;
  /** Whether layers that are not finished are compared too. */
  unfinished: boolean;
  /** Null: all reports. */
  reports: readonly string[] | null;
  /** A query of the search that finds the reports, and whose search it is; null for none. */
  search: { query: string; me: string } | null;
  /** For gamma's chance; a whole number. */
  seed: number;
}

/** What the thread is given at the start. */
export interface MeasureInput {
  request: MeasureRequest;
  /** Not 0 once the work is to be given up. */
  stop: Int32Array;
}

/** How far it is, and in the end what came of it; no code for a mistake of ours. */
export type MeasureReply =
  | { kind: "progress"; progress: Progress }
  | { kind: "done"; value: ProjectAgreement }
  | { kind: "failed"; code: ErrorCode | null; message: string };
