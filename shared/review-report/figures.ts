import {
  type Figure,
  projectUndefinedSentences,
  type ValueWithInterval,
} from "../agreement/study/figure.ts";
import type { ProjectScope } from "../agreement/study/report.ts";
import { inPlot } from "../plots/drawing.ts";
import type { ReviewReport } from "./contents.ts";
import { column, element, type Markup, numbers, paragraph, raw, section, table } from "./html.ts";
import { factsOf } from "./measure-facts.ts";
import { coefficient, interval, whole } from "./numbers.ts";

/** Reports beyond these stand in the tables' file alone. */
const mostReports = 40;

/** Every figure, all together first, then what is told apart. */
export function figuresSection({ agreement: { measures } }: ReviewReport): Markup {
  const of = (scope: ProjectScope["scope"]) => measures.filter((figure) => figure.scope === scope);
  const reports = of("report");
  const reportCount = new Set(reports.map(({ report }) => report?.id)).size;
  return section(
    "Agreement",
    element(
      "p",
      { class: "note" },
      "Values are pooled over the reports; beside them stand the means of the reports’ own values. The bar goes to the value, the whisker is the 95 % interval. What each measure counts and assumes is said under Methods, and all figures in full are in figures.csv.",
    ),
    figureTable("All together", of("all"), null),
    ...ofScope("By attribute or report label", "Attribute", of("attribute")),
    ...ofScope("By label", "Label", of("label")),
    ...ofScope("By pair of annotators", "Annotators", of("pair")),
    ...ofScope("By kind of section", "Section", of("section")),
    ...(reportCount <= mostReports
      ? ofScope("By report", "Report", reports)
      : [paragraph(`Figures of each of the ${whole(reportCount)} reports are in figures.csv.`)]),
  );
}

function ofScope(title: string, of: string, figures: readonly Figure[]): Markup[] {
  return figures.length === 0 ? [] : [figureTable(title, figures, of)];
}

/** @param of what the second column says; null without one. */
function figureTable(title: string, figures: readonly Figure[], of: string | null): Markup {
  const lowest = figures.reduce(
    (least, { value, ci }) => Math.min(least, value ?? 0, ci?.[0] ?? 0),
    0,
  );
  return table(
    title,
    [
      column("Measure"),
      ...(of === null ? [] : [column(of)]),
      numbers("Value"),
      numbers("95 % interval"),
      column(""),
      numbers("Mean of reports"),
      numbers("n"),
    ],
    figures.map((figure) => [
      factsOf(figure.id).name,
      ...(of === null ? [] : [scopeName(figure)]),
      figure.value === null ? "–" : coefficient(figure.value),
      interval(figure),
      figure.undefined === null ? bar(figure, lowest) : projectUndefinedSentences[figure.undefined],
      figure.overReports?.value == null ? "–" : coefficient(figure.overReports.value),
      whole(figure.n),
    ]),
  );
}

function scopeName({ scope, label, section: kind, report, attribute, annotators }: Figure): string {
  if (scope === "pair") return annotators.join(" and ");
  const name = label ?? kind ?? report?.title ?? attribute ?? "";
  return scope === "section" && name === "none" ? "outside of sections" : name;
}

const [width, height] = [110, 14];

/** A value as a bar from 0, its interval as a whisker. */
function bar({ value, ci }: ValueWithInterval, lowest: number): Markup {
  const low = Math.floor(lowest * 10) / 10;
  const at = (one: number) => 1 + ((Math.max(low, one) - low) * (width - 2)) / (1 - low);
  const [zero, end] = [at(0), at(value ?? 0)];
  const whisker = ci
    ? `<path class="whisker" d="M${inPlot(at(ci[0]))} 2V12M${inPlot(at(ci[1]))} 2V12M${inPlot(at(ci[0]))} 7H${inPlot(at(ci[1]))}"/>`
    : "";
  return raw(
    `<svg width="${width}" height="${height}" aria-hidden="true"><rect class="track" x="1" y="4" width="${width - 2}" height="6"/><rect class="value" x="${inPlot(Math.min(zero, end))}" y="4" width="${inPlot(Math.abs(end - zero))}" height="6"/>${whisker}</svg>`,
  );
}
