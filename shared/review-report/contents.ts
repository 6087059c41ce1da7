import type { ProjectAgreement } from "../agreement/study/study.ts";
import type { ReportProgress, ReviewCounts } from "../contract/review.ts";
import type { Survey } from "../review/survey.ts";
import type { DecisionTally } from "./decision-tally.ts";

/** What one annotator has done. */
export interface AnnotatorWork {
  annotator: string;
  finished: number;
  open: number;
  spans: number;
  /** When the first and the last step was done, ISO 8601; null for work that came in files. */
  from: string | null;
  to: string | null;
}

/** How agreement was measured. */
interface ReportOptions {
  /** 0: no intervals. */
  bootstrap: number;
  seed: number;
  /** How much spans have to overlap to be matched; 0: by a character. */
  overlap: number;
  unfinished: boolean;
  /** Whether only some of the project's reports were looked at. */
  isPart: boolean;
}

/** Everything that the report of a review says. */
export interface ReviewReport {
  project: { name: string; reports: number; cases: number };
  scheme: { name: string; version: number };
  appVersion: string;
  options: ReportOptions;
  annotators: readonly AnnotatorWork[];
  agreement: ProjectAgreement;
  survey: Survey;
  /** How the differences of all reports stand. */
  counts: ReviewCounts & { reports: number; finished: number };
  decisions: DecisionTally;
  reports: readonly ReportProgress[];
}
