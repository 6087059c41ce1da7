import type { Id } from "../model/annotation.ts";
import type { SectionKind } from "../model/report.ts";
import type { DifferenceState } from "./decision.ts";
import type { DifferenceType, Stage } from "./difference.ts";
import type { AskedFilter } from "./filter.ts";

/** How many, and what leads to them. */
export interface Counted {
  count: number;
  behind: AskedFilter;
}

/** A pair of annotators, and how often they could say the same. */
export interface PairCount extends Counted {
  a: string;
  b: string;
  /** Places where at least one of the two has something and both were asked. */
  of: number;
}

/** What differences come to. Counts of several reports add up; `types` counts a difference under each of its types. */
export interface Survey {
  /** Differences that are not agreed, and agreed ones. */
  differences: number;
  agreed: number;
  stages: (Counted & { stage: Stage })[];
  types: (Counted & { type: DifferenceType })[];
  states: (Counted & { state: DifferenceState })[];
  labels: (Counted & { label: string; of: number })[];
  /** Of each type those in which somebody says each label; a difference counts under each of both. */
  typesByLabel: (Counted & { type: DifferenceType; label: string })[];
  sections: (Counted & { section: SectionKind | "none"; of: number })[];
  /** Where somebody does not say what most say, and among them where they have nothing. */
  annotators: (Counted & { annotator: string; missing: number; of: number })[];
  pairs: PairCount[];
  /**
   * Labels of spans against labels: how often, of two annotators, the one whose name comes first says the row's
   * label and the other the column's. null is nothing. On the diagonal they say the same. Of three annotators
   * one difference counts once for each two, so that what lies behind a cell may be fewer than its count.
   */
  matrix: (Counted & { row: string | null; column: string | null })[];
  /** How often an edge is shifted by so many characters, between two annotators who have one span there each. */
  shifts: (Counted & { edge: "start" | "end"; by: number })[];
  reports: (Counted & { report: Id; title: string; agreed: number })[];
  /** Reports whose layers were compared, and those where there was nothing to compare. */
  compared: number;
  notCompared: number;
}
