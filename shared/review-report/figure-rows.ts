import type { Figure } from "../agreement/study/figure.ts";
import { projectUndefinedSentences } from "../agreement/study/figure.ts";
import { intervalUndefinedSentences } from "../agreement/undefined-sentences.ts";
import type { Cell } from "../formats/tables/table.ts";
import { factsOf } from "./measure-facts.ts";

/** The columns of a table of figures, for whoever goes on computing. */
export const figureColumns = [
  ...["measure", "name", "scope", "annotators", "label", "section", "report", "attribute"],
  ...["value", "ci_low", "ci_high", "n", "observed", "expected", "parts", "deviation"],
  ...["mean_over_reports", "mean_ci_low", "mean_ci_high", "reports"],
  ...["undefined", "interval_undefined", "assumes", "left_out"],
] as const;

/** One figure under these columns; numbers in full. */
export function figureCells(figure: Figure): Cell[] {
  const { id, scope, annotators, label, section, report, attribute, overReports } = figure;
  return [
    ...[id, factsOf(id).name, scope, annotators.join(" | ")],
    ...[label, section, report?.title ?? null, attribute],
    ...[figure.value, figure.ci?.[0] ?? null, figure.ci?.[1] ?? null, figure.n],
    ...[figure.observed, figure.expected, figure.parts, figure.deviation],
    ...[overReports?.value ?? null, overReports?.ci?.[0] ?? null, overReports?.ci?.[1] ?? null],
    overReports?.n ?? null,
    figure.undefined === null ? null : projectUndefinedSentences[figure.undefined],
    figure.ciUndefined === null ? null : intervalUndefinedSentences[figure.ciUndefined],
    figure.assumes,
    leftOutWords(figure) || null,
  ];
}

/** What a figure does not look at, with how often: "Reports that …: not compared. (3)" */
export function leftOutWords({ leftOut }: Pick<Figure, "leftOut">): string {
  return leftOut.map(({ what, count }) => `${what} (${count})`).join(" ");
}
