import { intervalAssumes } from "../agreement/bootstrap.ts";
import type { ReviewReport } from "./contents.ts";
import { leftOutWords } from "./figure-rows.ts";
import { element, type Markup, paragraph, section, together } from "./html.ts";
import { factsOf } from "./measure-facts.ts";
import { counted, listed, whole } from "./numbers.ts";

/** What a paper says of how it was measured, and what each figure assumes and comes from. */
export function methodsSection(report: ReviewReport): Markup {
  const measures = measuresIn(report);
  return section(
    "Methods",
    paragraph(methodsParagraph(report)),
    element("h3", {}, "The measures"),
    element(
      "ul",
      {},
      ...measures.map(({ id, assumes, leftOut }) => {
        const { name, source } = factsOf(id);
        const left = leftOutWords({ leftOut });
        return element(
          "li",
          {},
          element("b", {}, name),
          ` (${id}). ${assumes}${left === "" ? "" : ` Left out: ${left}`}`,
          source === null ? "" : element("span", { class: "under" }, ` Source: ${source}.`),
        );
      }),
    ),
    report.options.bootstrap > 0 ? paragraph(intervalAssumes) : together([]),
  );
}

/** Each measure once, as its figure of everything says it. */
function measuresIn({ agreement: { measures } }: ReviewReport) {
  return measures.filter(({ scope }) => scope === "all");
}

/** Whole sentences in the past, ready for a paper. */
export function methodsParagraph(report: ReviewReport): string {
  const { agreement, appVersion, scheme, options, survey } = report;
  const { units, cases, annotators } = agreement;
  const names = measuresIn(report).map(({ id }) => `${factsOf(id).name} (${id})`);
  return [
    `${atStart(counted(annotators.length, "annotator"))} (${listed(annotators)}) annotated case reports in Casemark ${appVersion} by version ${scheme.version} of the annotation scheme “${scheme.name}”.`,
    `Agreement was measured over the ${counted(units, "report")} of ${counted(cases, "case")} that at least two of them had finished, by ${listed(names)}.`,
    annotators.length > 2
      ? "Coefficients of two annotators were computed for each pair and averaged; the others are of all annotators together."
      : "",
    "Counts were pooled over reports (micro average); the mean of the reports’ own values (macro average) is given beside it.",
    options.overlap > 0
      ? `Spans counted as overlapping from a Jaccard index of ${options.overlap} of their characters on.`
      : "",
    options.bootstrap > 0
      ? `95 % confidence intervals are percentile intervals of ${whole(options.bootstrap)} bootstrap samples of the cases (seed ${options.seed}).`
      : "No confidence intervals were computed.",
    names.some((name) => name.includes("γ"))
      ? `The chance disorder of γ was sampled with seed ${options.seed}.`
      : "",
    `For adjudication the spans of all annotators of a report were aligned one to one, so that the overlap of what is aligned is greatest, and entities, relations and report labels by them; ${whole(survey.differences)} of ${whole(survey.differences + survey.agreed)} aligned places differed.`,
    adjudication(report),
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

function adjudication({ counts, decisions }: ReviewReport): string {
  const deciders = [...new Set(decisions.by.map(({ annotator }) => annotator))].sort();
  if (deciders.length === 0) return "";
  const left = counts.open + counts.stale + counts.later;
  const rest = left === 0 ? "" : `; ${whole(left)} were not settled yet`;
  return `Differences were adjudicated by ${listed(deciders)}, who decided ${whole(counts.decided)} of them${rest}.`;
}

const small = ["Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];

/** A sentence begins with a word: "Three annotators". */
function atStart(words: string): string {
  return words.replace(/^(\d+) /, (all, digits) => {
    const word = small[Number(digits) - 2];
    return word ? `${word} ` : all;
  });
}
