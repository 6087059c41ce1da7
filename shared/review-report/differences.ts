import type { DifferenceType } from "../review/difference.ts";
import type { ReviewReport } from "./contents.ts";
import { column, type Markup, numbers, paragraph, section, table } from "./html.ts";
import { counted, share, whole } from "./numbers.ts";
import { matrixFigure, pairFigure, shiftFigure, typeFigure } from "./plots.ts";

const meanings: Record<DifferenceType, string> = {
  missing: "somebody has nothing there",
  split: "few have several spans where most have one",
  joined: "few have one span where most have several",
  label: "other labels of spans",
  entity: "another kind or name of an entity, or other spans that speak of it",
  relation: "another label or direction between the same ends",
  boundary: "other boundaries",
  code: "other codes",
  attribute: "other attributes, fields or values",
  agreed: "no difference",
};

/** In what annotators differ: by type, label and annotator, and as plots. */
export function differencesSection({ survey }: ReviewReport): Markup {
  const all = survey.differences + survey.agreed;
  return section(
    "Differences",
    paragraph(
      `What annotators marked was aligned into ${counted(all, "place")}; at ${whole(survey.agreed)} of them (${share(survey.agreed, all)}) all say the same. Each difference stands in differences.csv.`,
    ),
    table(
      "By type (a difference may be of several)",
      [column("Type"), column("What it means"), numbers("Differences")],
      survey.types
        .filter(({ type }) => type !== "agreed")
        .map(({ type, count }) => [type, meanings[type], whole(count)]),
    ),
    table(
      "By label",
      [column("Label"), numbers("Differences"), numbers("Places"), numbers("Share")],
      survey.labels.map(({ label, count, of }) => [
        ...[label, whole(count), whole(of), share(count, of)],
      ]),
    ),
    table(
      "By annotator",
      [
        column("Annotator"),
        numbers("Differs from most"),
        numbers("Of these, has nothing"),
        numbers("Places"),
      ],
      survey.annotators.map(({ annotator, count, missing, of }) => [
        ...[annotator, whole(count), whole(missing), whole(of)],
      ]),
    ),
    typeFigure(survey),
    matrixFigure(survey),
    shiftFigure(survey),
    pairFigure(survey),
  );
}
