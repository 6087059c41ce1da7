import type { ProjectStudyOptions } from "../../shared/agreement/study/study.ts";

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
