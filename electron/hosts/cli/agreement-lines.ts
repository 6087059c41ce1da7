import type { FigureInterval } from "../../../shared/agreement/bootstrap.ts";
import type { StudyFigure } from "../../../shared/agreement/raw-study/figure.ts";
import type { StudyAgreement } from "../../../shared/agreement/raw-study/measure.ts";
import {
  intervalUndefinedSentences,
  undefinedSentences,
} from "../../../shared/agreement/undefined-sentences.ts";
import { counted } from "./command.ts";

/** A study's figures for people: what each is, of what, its parts, and what was left out. */
export function agreementLines({ units, annotators, measures }: StudyAgreement): string[] {
  const of = `${counted(units, "unit")} by ${counted(annotators.length, "annotator")}`;
  const sentences = [...new Set(measures.map(({ id, assumes }) => `${id}: ${assumes}`))];
  return [of, ...measures.flatMap(figureLines), ...sentences];
}

function figureLines(figure: StudyFigure): string[] {
  const name = `${figure.id}${scopeOf(figure)}`;
  const parts = [
    `n ${figure.n}`,
    ...(figure.observed === null ? [] : [`observed ${shown(figure.observed)}`]),
    ...(figure.expected === null ? [] : [`expected ${shown(figure.expected)}`]),
    ...(figure.samples === undefined ? [] : [`samples ${figure.samples}, seed ${figure.seed}`]),
    ...figure.leftOut.map(({ what, count }) => `left out: ${what} (${count})`),
  ];
  const value =
    figure.undefined === null
      ? `${shown(figure.value ?? 0)}${intervalText(figure)}`
      : `not defined. ${undefinedSentences[figure.undefined]}`;
  const items = figure.items?.map(
    (one, at) => `  item ${at + 1}  ${one === null ? "–" : shown(one)}`,
  );
  return [`${name}  ${value} (${parts.join(", ")})`, ...(items ?? [])];
}

function scopeOf(figure: StudyFigure): string {
  if (figure.scope === "pair") return ` of ${figure.annotators.join(" and ")}`;
  return figure.scope === "label" ? ` of “${figure.label}”` : "";
}

/** What follows a value: its interval, or why there is none. */
export function intervalText({ ci, ciUndefined }: FigureInterval): string {
  if (ci) return ` [${shown(ci[0])}, ${shown(ci[1])}]`;
  return ciUndefined ? `, without interval: ${intervalUndefinedSentences[ciUndefined]}` : "";
}

export function shown(number: number): string {
  return number.toFixed(4);
}
