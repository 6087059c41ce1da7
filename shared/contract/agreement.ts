import { z } from "zod";
import { projectMeasureIds } from "../agreement/study/measure-ids.ts";
import { axes } from "../agreement/study/report.ts";
import type { ProjectAgreement } from "../agreement/study/study.ts";
import { Id } from "../model/annotation.ts";
import { answers, job, nothing, read } from "../operation.ts";

/** Who could be compared, and over how many reports. */
export interface ComparableAnnotators {
  /**
   * Everybody with work in the project by name, gold among them: reports finished, and begun and not finished.
   * Of whom all work came in files, and nothing was changed since, it counts as finished.
   */
  annotators: { annotator: string; finished: number; open: number }[];
  /** Every two with a report that both have finished. */
  pairs: { a: string; b: string; reports: number }[];
}

/** How far annotators agree. */
export const agreementOperations = {
  "agreement.annotators": read(nothing, answers<ComparableAnnotators>()),
  /** Compares annotators over the reports that they have finished. */
  "agreement.measure": job(
    z.object({
      /**
       * Null: everybody who has finished a report, without gold. The first of two is whom precision and recall
       * take as the reference.
       */
      annotators: z.array(z.string().min(1)).min(1).nullable().default(null),
      /** Null: all but gamma, which takes long. */
      measures: z.array(z.enum(projectMeasureIds)).min(1).nullable().default(null),
      /** What is told apart besides all together. */
      by: z.array(z.enum(axes)).default([]),
      /** How often cases are drawn for the intervals; 0 for none. */
      bootstrap: z.int().min(0).max(10_000).default(1000),
      /** Of the draws, and of gamma's chance. */
      seed: z.int().default(1),
      /** How much spans of one label have to overlap at least to be matched; 0: by a character. */
      overlap: z.number().min(0).max(1).default(0),
      /** Whether layers that are not finished are compared too. */
      unfinished: z.boolean().default(false),
      /** Null: all reports. */
      reports: z.array(Id).nullable().default(null),
      /** Only reports that this query finds. */
      search: z.string().max(10_000).nullable().default(null),
    }),
    answers<ProjectAgreement>(),
  ),
};
