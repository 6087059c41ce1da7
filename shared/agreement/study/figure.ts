import type { AskedFilter } from "../../review/filter.ts";
import type { FigureInterval } from "../bootstrap.ts";
import type { UndefinedReason } from "../coefficient.ts";
import { undefinedSentences } from "../undefined-sentences.ts";
import type { LeftOut } from "./left-out.ts";
import type { ProjectScope } from "./report.ts";

/** Why there is no figure of a project: as of a study, or since no two of them have finished the same report. */
export type ProjectUndefined = UndefinedReason | "no-common-reports";

/** Why there is no figure, in a sentence for whoever looks for it. */
export const projectUndefinedSentences: Record<ProjectUndefined, string> = {
  ...undefinedSentences,
  "no-common-reports": "No two of the annotators have finished the same report.",
};

/** A value, or why there is none. */
interface Value {
  value: number | null;
  undefined: ProjectUndefined | null;
}

export interface ValueWithInterval extends Value, FigureInterval {}

/**
 * One measure's value over a part of a project, pooled over the reports (micro): what is counted is added up
 * before anything is divided. With several pairs of annotators it is the mean of theirs.
 */
export interface Figure extends ProjectScope, ValueWithInterval {
  id: string;
  observed: number | null;
  expected: number | null;
  n: number;
  /** How many pairs, or attributes of pairs, have a value; 1 for a coefficient of all annotators. */
  parts: number;
  /** The population's standard deviation between them; null for a single one. */
  deviation: number | null;
  /** The mean of the reports' own values (macro), and of how many reports; null for a single report. */
  overReports: (ValueWithInterval & { n: number }) | null;
  assumes: string;
  /** What of the compared reports it does not look at, counted over all of them. */
  leftOut: readonly LeftOut[];
  /** Leads to the differences behind it, among those that a review lists. */
  behind: AskedFilter;
}
