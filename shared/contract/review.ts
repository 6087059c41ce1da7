import { z } from "zod";
import { Id, type Layer } from "../model/annotation.ts";
import type { Change } from "../model/change.ts";
import type { Report } from "../model/report.ts";
import { answers, job, nothing, read, write } from "../operation.ts";
import type { WordsInContext } from "../review/context.ts";
import {
  AgreedRule,
  AlikeChoice,
  Choice,
  type Decision,
  type Standing,
} from "../review/decision.ts";
import {
  type Comparison,
  type Difference,
  type NothingToCompare,
  Stage,
} from "../review/difference.ts";
import { ReviewFilter } from "../review/filter.ts";
import type { Survey } from "../review/survey.ts";

/** Something that its annotator is not sure of, or noted something on. */
export interface DoubtRow {
  /** Unique among the rows. */
  id: string;
  what: "span" | "entity" | "relation" | "report";
  report: Id;
  title: string;
  annotator: string;
  /** The label or kind; empty for a report. */
  label: string;
  /** The quote or the name; empty for a relation or a report. */
  words: string;
  /** The span it is, or the first one that speaks of it, with where it stands in the text; null for none. */
  place: { span: Id; start: number; end: number } | null;
  unsure: boolean;
  note: string;
}

/** Why somebody's layer is not among those compared. */
export interface NotCompared {
  annotator: string;
  why: "not-finished" | "not-named";
}

/** A report with the work of all who are compared. shared/review/standing.ts says how each difference stands. */
export interface ReviewedReport {
  report: Report;
  /** Of those compared, in the order of their names. */
  layers: Layer[];
  /** What was decided on; empty and open before the first decision. */
  gold: Layer;
  comparison: Comparison;
  decisions: Decision[];
  notCompared: NotCompared[];
}

/** A difference of a list over reports. */
export interface ReviewRow extends Standing {
  report: Id;
  title: string;
  difference: Difference;
}

/** A difference like another, as its text reads there; null for what is said of the whole report. */
export interface AlikeRow extends ReviewRow {
  context: WordsInContext | null;
}

export interface ReviewPage {
  rows: ReviewRow[];
  /** What to ask for the rows that follow; null at the end. */
  next: string | null;
  /** All rows that fit the filter. */
  total: number;
}

/** One of several differences that could not be decided alike, and why: a sentence. */
export interface LeftOpen {
  report: Id;
  key: string;
  why: string;
}

/** Differences of a report or of many by how they stand. */
export interface ReviewCounts {
  open: number;
  stale: number;
  later: number;
  decided: number;
  moot: number;
  /** Agreed ones that are in the gold layer, and those that wait to be accepted. */
  accepted: number;
  agreed: number;
  /** Decisions on what is no longer there. */
  gone: number;
}

export interface ReportProgress extends ReviewCounts {
  report: Id;
  title: string;
  annotators: string[];
  nothing: NothingToCompare;
  isFinished: boolean;
}

export interface ProgressPage {
  reports: ReportProgress[];
  next: string | null;
  /** Over all reports. */
  total: ReviewCounts & { reports: number; finished: number; compared: number };
}

const Why = { reason: z.string().default(""), note: z.string().default("") };
const Annotators = z.array(z.string()).min(1).nullable().default(null);
const limit = z.int().min(1).max(1000).default(200);

/** What review looks through. */
export const reviewOperations = {
  /** By report, then by annotator, in reading order. */
  "review.doubts": read(
    z.object({
      annotator: z.string().nullable().default(null),
      only: z.enum(["all", "unsure", "noted"]).default("all"),
      after: z.int().nonnegative().default(0),
      limit: z.int().min(1).max(1000).default(200),
    }),
    answers<{ rows: DoubtRow[]; total: number }>(),
  ),
};

/** A reason that was given for decisions, and how often. */
export interface ReasonCount {
  reason: string;
  count: number;
}

/** What is decided of the differences of a report. */
export const decisionOperations = {
  /** Compares those who have finished the report or have only work that came in files, or those named. */
  "review.open": read(z.object({ report: Id, annotators: Annotators }), answers<ReviewedReport>()),
  /** Of all decisions of the project, the most used first. */
  "review.reasons": read(nothing, answers<ReasonCount[]>()),
  /** Decides a difference, or decides it anew. The change's `review` says what became of the gold layer. */
  "review.decide": write(
    z.object({ report: Id, key: z.string(), choice: Choice, annotators: Annotators, ...Why }),
    answers<Change>(),
  ),
  /** Decides differences of any reports alike, in one step. What cannot be is left as it is, with why. */
  "review.decideMany": job(
    z.object({
      differences: z
        .array(z.object({ report: Id, key: z.string() }))
        .min(1)
        .max(20_000),
      choice: AlikeChoice,
      annotators: Annotators,
      ...Why,
    }),
    answers<Change & { decided: number; left: LeftOpen[] }>(),
  ),
  /** Takes decisions back, with what they made and what stands on that. */
  "review.withdraw": write(z.object({ decisions: z.array(Id).min(1) }), answers<Change>()),
  /**
   * Takes what annotators agree on into the gold layer, in one step: stage after stage, or one. Of one
   * report, or with null of all that are compared and not finished.
   */
  "review.acceptAgreed": job(
    z.object({
      reports: z.array(Id).nullable(),
      rule: AgreedRule,
      stage: Stage.nullable().default(null),
      annotators: Annotators,
    }),
    /** `waiting`: reports that were not reached, since one step holds only so much; asking again goes on. */
    answers<Change & { accepted: number; waiting: number }>(),
  ),
  /** Finishes a report's gold layer, or reopens it. Refuses while something is undecided, saying how much. */
  "review.finish": write(
    z.object({ report: Id, isFinished: z.boolean(), annotators: Annotators }),
    answers<Change>(),
  ),
};

/** What is looked for in many reports. */
export const differenceOperations = {
  /** Undecided differences like this one: same stage, types, and labels by annotator. */
  "review.alike": job(
    z.object({
      report: Id,
      key: z.string(),
      annotators: Annotators,
      sameWords: z.boolean().default(false),
      everywhere: z.boolean().default(false),
      limit,
    }),
    answers<{ rows: AlikeRow[]; total: number }>(),
  ),
  /** By report, by stage, in reading order. */
  "review.list": job(
    z.object({ filter: ReviewFilter, after: z.string().nullable().default(null), limit }),
    answers<ReviewPage>(),
  ),
  /** Counts of what fits the filter, each with the filter that leads to the differences behind it. */
  "review.survey": job(z.object({ filter: ReviewFilter }), answers<Survey>()),
  "review.progress": job(
    z.object({
      annotators: Annotators,
      /** As a filter says it. */
      onlyFinished: z.boolean().default(false),
      reports: z.array(Id).nullable().default(null),
      after: z.string().nullable().default(null),
      limit,
    }),
    answers<ProgressPage>(),
  ),
};
