import { z } from "zod";
import { Id } from "../model/annotation.ts";
import { SectionKind } from "../model/report.ts";
import { DifferenceState } from "./decision.ts";
import { DifferenceType, Stage } from "./difference.ts";

/**
 * Which differences are meant; a field that is null leaves all of them. Plain data, so that a figure, a
 * cell of a table or a mark of a plot can say what lies behind it.
 */
export const ReviewFilter = z.object({
  /** Who is compared; null: in each report those who have finished it. */
  annotators: z.array(z.string()).nullable().default(null),
  /**
   * Of those named, only who has finished the report, as figures of agreement count it: work of whom all
   * came in files counts as finished.
   */
  onlyFinished: z.boolean().default(false),
  reports: z.array(Id).nullable().default(null),
  stages: z.array(Stage).nullable().default(null),
  /** At least one of these among its types; null: all but "agreed". */
  types: z.array(DifferenceType).nullable().default(null),
  /** At least one of these among the labels, kinds and names of report labels that are said there. */
  labels: z.array(z.string()).nullable().default(null),
  /** Somebody who does not say what most say there, or has nothing. */
  who: z.string().nullable().default(null),
  /** Two who do not say the same there. */
  pair: z.object({ a: z.string(), b: z.string() }).nullable().default(null),
  /**
   * What the pair's `a` and `b` say; null is nothing. Without a pair, of any two annotators that of the one
   * whose name comes first, and that of the other.
   */
  said: z.object({ a: z.string().nullable(), b: z.string().nullable() }).nullable().default(null),
  /**
   * By how many characters an edge of the pair, or of any two, is shifted: by just `by`, or where `to` is
   * given, from `by` to `to`, both counted in.
   */
  shift: z
    .object({
      edge: z.enum(["start", "end"]),
      by: z.int(),
      to: z.int().nullable().default(null),
    })
    .nullable()
    .default(null),
  /** The kind of section that it begins in; "none" is outside of all. */
  section: z
    .union([SectionKind, z.literal("none")])
    .nullable()
    .default(null),
  states: z.array(DifferenceState).nullable().default(null),
});
export type ReviewFilter = z.output<typeof ReviewFilter>;
/** As it is written: fields may be left out. */
export type AskedFilter = z.input<typeof ReviewFilter>;
