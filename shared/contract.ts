import type { z } from "zod";
import { agreementOperations } from "./contract/agreement.ts";
import { annotationOperations } from "./contract/annotations.ts";
import { datasetOperations } from "./contract/datasets.ts";
import { deidentifyOperations } from "./contract/deidentify.ts";
import { exportOperations } from "./contract/exports.ts";
import { historyOperations } from "./contract/history.ts";
import { importOperations } from "./contract/imports.ts";
import { keyOperations } from "./contract/keys.ts";
import { languageOperations } from "./contract/language.ts";
import { packageOperations } from "./contract/packages.ts";
import { questionOperations } from "./contract/questions.ts";
import { readingOperations } from "./contract/reading.ts";
import { relationOperations } from "./contract/relations.ts";
import { reportOperations } from "./contract/reports.ts";
import { decisionOperations, differenceOperations, reviewOperations } from "./contract/review.ts";
import { reviewReportOperations } from "./contract/review-report.ts";
import { schemeOperations } from "./contract/scheme.ts";
import { searchOperations } from "./contract/search.ts";
import { sessionOperations } from "./contract/session.ts";
import { shapeOperations } from "./contract/shapes.ts";
import { textOperations } from "./contract/texts.ts";
import type { Answer } from "./operation.ts";

/**
 * Everything the interface may ask of the Node side; each host offers exactly these. A `write` is
 * one transaction, one history row and one undo step. A `job` may take long: it reports progress
 * and can be cancelled. A `setting` leaves the project as it is.
 */
export const contract = {
  ...sessionOperations,
  ...keyOperations,
  ...languageOperations,
  ...reportOperations,
  ...textOperations,
  ...annotationOperations,
  ...relationOperations,
  ...reviewOperations,
  ...decisionOperations,
  ...differenceOperations,
  ...agreementOperations,
  ...reviewReportOperations,
  ...shapeOperations,
  ...readingOperations,
  ...historyOperations,
  ...searchOperations,
  ...schemeOperations,
  ...deidentifyOperations,
  ...importOperations,
  ...exportOperations,
  ...datasetOperations,
  ...packageOperations,
  ...questionOperations,
};

export type OperationName = keyof typeof contract;
export type Input<N extends OperationName> = z.output<(typeof contract)[N]["input"]>;
/** What a caller writes: fields with a default may be left out. */
export type Asked<N extends OperationName> = z.input<(typeof contract)[N]["input"]>;
export type Output<N extends OperationName> =
  (typeof contract)[N]["answer"] extends Answer<infer Value> ? Value : never;

/** How far a job is: `done` of `total` (0 while the total is unknown) and what it is doing. */
export interface Progress {
  done: number;
  total: number;
  doing: string;
}
