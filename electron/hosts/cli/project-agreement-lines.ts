import {
  type Figure,
  projectUndefinedSentences,
  type ValueWithInterval,
} from "../../../shared/agreement/study/figure.ts";
import type { ProjectAgreement } from "../../../shared/agreement/study/study.ts";
import { intervalText, shown } from "./agreement-lines.ts";
import { counted } from "./command.ts";

/** A project's figures for people: each with its parts, then what each assumes and what was left out. */
export function projectAgreementLines(agreement: ProjectAgreement): string[] {
  const { units, cases, annotators, measures, leftOut } = agreement;
  const who = annotators.length === 0 ? "nobody" : annotators.join(", ");
  const sentences = new Set(measures.map(({ id, assumes }) => `${id}: ${assumes}`));
  const others = measures.flatMap(({ id, leftOut: own }) =>
    own.map(({ what, count }) => `${id}: ${what} (${count})`),
  );
  return [
    `${counted(units, "report")} of ${counted(cases, "case")} compared; annotators: ${who}.`,
    ...measures.map(figureLine),
    ...sentences,
    ...leftOut.map(({ what, count, examples }) => `${what} (${count}: ${examples.join("; ")})`),
    ...new Set(others),
  ];
}

function figureLine(figure: Figure): string {
  const { id, observed, expected, n, parts, deviation, overReports } = figure;
  const details = [
    `n ${n}`,
    ...(observed === null ? [] : [`observed ${shown(observed)}`]),
    ...(expected === null ? [] : [`expected ${shown(expected)}`]),
    ...(deviation === null ? [] : [`mean of ${parts}, standard deviation ${shown(deviation)}`]),
    ...(overReports?.value == null
      ? []
      : [`mean of ${counted(overReports.n, "report")} ${valueText(overReports)}`]),
  ];
  return `${id}${scopeOf(figure)}  ${valueText(figure)} (${details.join(", ")})`;
}

function scopeOf({ scope, annotators, label, section, report, attribute }: Figure): string {
  if (scope === "pair") return ` of ${annotators.join(" and ")}`;
  const name = label ?? attribute ?? section ?? report?.title;
  return name === undefined ? "" : ` of ${scope} “${name}”`;
}

function valueText({ value, undefined: reason, ...interval }: ValueWithInterval): string {
  if (value === null) return `not defined. ${projectUndefinedSentences[reason ?? "no-items"]}`;
  return `${shown(value)}${intervalText(interval)}`;
}
