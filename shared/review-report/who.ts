import type { ReviewReport } from "./contents.ts";
import { column, element, type Markup, numbers, paragraph, section, table } from "./html.ts";
import { counted, day, whole } from "./numbers.ts";

/** Who worked on what, in which project. */
export function whoSection({ annotators, project, scheme, appVersion }: ReviewReport): Markup {
  return section(
    "Who and what",
    paragraph(
      `The project “${project.name}” holds ${counted(project.reports, "report")} of ${counted(project.cases, "case")}, annotated by version ${scheme.version} of the scheme “${scheme.name}” in Casemark ${appVersion}.`,
    ),
    table(
      "Annotators",
      [
        column("Annotator"),
        numbers("Finished"),
        numbers("Not finished"),
        numbers("Spans"),
        column("First step"),
        column("Last step"),
      ],
      annotators.map(({ annotator, finished, open, spans, from, to }) => [
        ...[annotator, whole(finished), whole(open), whole(spans), day(from), day(to)],
      ]),
    ),
    element(
      "p",
      { class: "note" },
      "“gold” is what was decided on. Work that came in files has no steps here, and counts as finished.",
    ),
  );
}

/** What was compared, and what was not and why. */
export function comparedSection({ agreement, options, survey }: ReviewReport): Markup {
  const { units, cases, annotators, leftOut } = agreement;
  const part = options.isPart ? " Only some of the project’s reports were looked at." : "";
  const unfinished = options.unfinished ? " Unfinished layers were compared, too." : "";
  return section(
    "What was compared",
    paragraph(
      `Agreement of ${annotators.join(", ")} was measured over ${counted(units, "report")} of ${counted(cases, "case")}, each finished by at least two of them.${part}${unfinished}`,
    ),
    ...(survey.notCompared === 0
      ? []
      : [
          paragraph(
            `Beside these the project has ${counted(survey.notCompared, "report")} in which there was nothing to compare.`,
          ),
        ]),
    leftOut.length === 0
      ? paragraph("Nothing was left out.")
      : table(
          "Left out of all figures",
          [column("What, and what became of it"), numbers("Count"), column("For example")],
          leftOut.map(({ what, count, examples }) => [what, whole(count), examples.join("; ")]),
        ),
  );
}
