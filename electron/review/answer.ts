import type { Input, Output } from "../../shared/contract.ts";
import {
  type Finding,
  findAlike,
  listDifferences,
  readProgress,
  surveyDifferences,
} from "./find.ts";

type Name = "review.list" | "review.alike" | "review.survey" | "review.progress";

/** One of the operations that look through many reports. */
export type Question = { [N in Name]: { name: N; input: Input<N> } }[Name];

/** What each answers. */
export type Answers = { [N in Name]: Output<N> };

export function answer(question: Question, finding: Finding): Answers[Name] {
  switch (question.name) {
    case "review.list":
      return listDifferences(finding, question.input);
    case "review.alike":
      return findAlike(finding, question.input);
    case "review.survey":
      return surveyDifferences(finding, question.input);
    case "review.progress":
      return readProgress(finding, question.input);
    default:
      return question satisfies never;
  }
}
