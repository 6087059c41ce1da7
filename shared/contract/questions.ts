import { z } from "zod";
import { Id } from "../model/annotation.ts";
import type { Change } from "../model/change.ts";
import { LabelExample } from "../model/scheme.ts";
import { answers, job, nothing, read, write } from "../operation.ts";
import type { WordsInContext } from "../review/context.ts";
import type { Choice } from "../review/decision.ts";
import type { Difference, DifferenceType } from "../review/difference.ts";
import type { Recurrent } from "../review/questions.ts";

/** A place that a question is about. */
const ExamplePlace = z.object({
  report: Id,
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  /** What is said there; "" is nothing. */
  labels: z.array(z.string()),
});

/** The place with its words, as they were when it was asked. */
export const QuestionExample = ExamplePlace.extend({
  title: z.string(),
  before: z.string(),
  said: z.string(),
  after: z.string(),
});
export type QuestionExample = z.output<typeof QuestionExample>;

/** Something that a guideline should settle, and once it does, how. */
export interface GuidelineQuestion {
  id: Id;
  /** The label whose guideline is to answer it. */
  label: string;
  text: string;
  /** The recurrent difference that it came of; empty for one that a person asked of a single place. */
  pattern: string;
  examples: QuestionExample[];
  askedBy: string;
  /** ISO 8601, UTC. */
  askedAt: string;
  state: "open" | "answered";
  /** What was added to the guideline. */
  answer: string;
  answeredBy: string;
  answeredAt: string;
  /** The version of the scheme that answered it; null while it is open. */
  schemeVersion: number | null;
}

/** A recurrent difference, with its examples in their context. */
export interface RecurrentDifference extends Omit<Recurrent, "examples"> {
  examples: QuestionExample[];
  /** The question that was asked about it; null for none. */
  question: Id | null;
}

/** Something of an annotator's own work that is otherwise in the gold layer. Nobody else's name is in it. */
export interface ChangedRow extends WordsInContext {
  /** Of the report and the difference. */
  id: string;
  report: Id;
  title: string;
  difference: Difference;
  /** What they have there, and what the gold layer has, in words; null for nothing. */
  mine: string | null;
  decided: string | null;
  /** What was decided, without whose version it was; null where the gold layer was changed by hand. */
  decision: { choice: Choice["do"]; reason: string; note: string; at: string } | null;
  /** The annotator has agreed to it. */
  isAgreed: boolean;
}

/** All that reviewers changed of one annotator's work. */
export interface ChangedWork {
  annotator: string;
  /** The first of them, by report and in reading order. */
  rows: ChangedRow[];
  total: number;
  /** How many reports have both a layer of theirs and a gold one. */
  reports: number;
  byType: { type: DifferenceType; count: number }[];
  byLabel: { label: string; count: number }[];
  byReport: { report: Id; title: string; count: number }[];
}

/** What annotators hear of the review, and questions that guidelines are to answer. */
export const questionOperations = {
  /** What was changed of the current annotator's work. */
  "feedback.mine": job(
    z.object({ limit: z.int().min(1).max(5000).default(2000) }),
    answers<ChangedWork>(),
  ),
  /** The annotator agrees to a change, or no longer does. */
  "feedback.agree": write(
    z.object({ report: Id, key: z.string().min(1), isAgreed: z.boolean() }),
    answers<Change>(),
  ),
  /** Who has work with a gold layer beside it, and on which reports: whom feedback can be sent to. */
  "feedback.recipients": read(
    nothing,
    answers<{ recipients: { annotator: string; reports: Id[] }[] }>(),
  ),
  /** Differences that come up again and again over all reports. */
  "questions.gather": job(
    z.object({
      least: z.int().min(2).max(1000).default(2),
      per: z.enum(["reports", "cases"]).default("reports"),
      limit: z.int().min(1).max(500).default(200),
    }),
    answers<{ recurrent: RecurrentDifference[]; total: number }>(),
  ),
  "questions.list": read(nothing, answers<{ questions: GuidelineQuestion[] }>()),
  "questions.ask": write(
    z.object({
      label: z.string().min(1),
      text: z.string().trim().min(1).max(5000),
      pattern: z.string().default(""),
      examples: z.array(ExamplePlace).max(50).default([]),
    }),
    answers<Change>(),
  ),
  /** Adds the answer to the label's guideline, as the scheme's next version; one step with the question. */
  "questions.answer": write(
    z.object({
      question: Id,
      label: z.string().min(1),
      answer: z.string().trim().min(1).max(20_000),
      examples: z.array(LabelExample).max(50).default([]),
    }),
    answers<Change>(),
  ),
  "questions.remove": write(z.object({ question: Id }), answers<Change>()),
};
