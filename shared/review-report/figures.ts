import {
  type Figure,
  projectUndefinedSentences,
  type ValueWithInterval,
} from "../agreement/study/figure.ts";
import type { ProjectScope } from "../agreement/study/report.ts";
import { inPlot } from "../plots/drawing.ts";
import type { ReviewReport } from "./contents.ts";
import {
  column,
  element,
  type Markup,
  numbers,
  paragraph,
  raw,
  section,
  table,
  together,
} from "./html.ts";
import { factsOf } from "./measure-facts.ts";
import { coefficient, interval, whole } from "./numbers.ts";

/** Reports beyond these stand in the tables' file alone. */
const mostReports = 12;
/** How many columns of values a page has room for. */
const mostColumns = 6;

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
      "Values are pooled over the reports, with their 95 % intervals; beside them stand the means of the reports’ own values. The bar goes to the value, the whisker is the interval. A dash stands where there is no value, and a measure that has none in a table has no row there. What each measure counts and assumes is said under Methods; all figures in full, and why there is none, are in figures.csv.",
    ),
    wholeTable("All together", of("all")),
    ...crossTables("By attribute or report label", of("attribute")),
    ...crossTables("By label", of("label")),
    ...crossTables("By pair of annotators", of("pair")),
    ...crossTables("By kind of section", of("section")),
    ...(reportCount <= mostReports
      ? crossTables("By report", reports)
      : [paragraph(`Figures of each of the ${whole(reportCount)} reports are in figures.csv.`)]),
  );
}

/** Figures of everything, each in a row with all that is known of it; then those that there are none of, with why. */
function wholeTable(title: string, figures: readonly Figure[]): Markup {
  const lowest = figures.reduce(
    (least, { value, ci }) => Math.min(least, value ?? 0, ci?.[0] ?? 0),
    0,
  );
  const defined = figures.filter(({ undefined: why }) => why === null);
  const others = figures.flatMap(({ id, undefined: why }) =>
    why === null ? [] : [{ id, why: projectUndefinedSentences[why] }],
  );
  return together([
    table(
      title,
      [
        ...[column("Measure"), numbers("Value"), numbers("95 % interval"), column("")],
        ...[numbers("Mean of reports"), numbers("n")],
      ],
      defined.map((figure) => [
        ...[factsOf(figure.id).name, coefficient(figure.value ?? 0), interval(figure)],
        bar(figure, lowest),
        figure.overReports?.value == null ? "–" : coefficient(figure.overReports.value),
        whole(figure.n),
      ]),
    ),
    ...(others.length === 0
      ? []
      : [
          table(
            "Not defined",
            [column("Measure"), column("Why")],
            others.map(({ id, why }) => [factsOf(id).name, why]),
          ),
        ]),
  ]);
}

/** Measures in rows and what they are of in columns; a table more where there are many. None without figures. */
function crossTables(title: string, figures: readonly Figure[]): Markup[] {
  const names = [...new Set(figures.map(scopeName))];
  const rows = [...Map.groupBy(figures, ({ id }) => id)];
  const pages = Array.from({ length: Math.ceil(names.length / mostColumns) }, (_, at) =>
    names.slice(at * mostColumns, (at + 1) * mostColumns),
  );
  return pages.map((shown, at) =>
    table(
      at === 0 ? title : `${title}, continued`,
      [column("Measure"), ...shown.map(numbers)],
      rows.flatMap(([id, ofMeasure]) => {
        const cells = shown.map((name) => ofMeasure.find((one) => scopeName(one) === name));
        if (cells.every((figure) => figure?.value == null)) return [];
        return [[factsOf(id).name, ...cells.map((figure) => valueCell(figure))]];
      }),
    ),
  );
}

function valueCell(figure: Figure | undefined): Markup | string {
  if (figure?.value == null) return "–";
  const value = coefficient(figure.value);
  if (!figure.ci) return value;
  return together([value, element("small", {}, interval(figure))]);
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
