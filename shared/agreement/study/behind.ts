import type { AskedFilter } from "../../review/filter.ts";
import type { ProjectScope } from "./report.ts";
import type { StudyMeasure } from "./study-measure.ts";

/** Which differences a review lists for a figure: those that its measure counts, within its scope. */
export function behindOf(
  { behind }: Pick<StudyMeasure, "behind">,
  { scope, annotators, label, section, report, attribute }: ProjectScope,
): AskedFilter {
  const [a, b] = annotators;
  return {
    ...behind,
    ...{ annotators: [...annotators], onlyFinished: true },
    ...(scope === "pair" && a !== undefined && b !== undefined && { pair: { a, b } }),
    ...(label !== null && { labels: [label] }),
    // A label of whole reports is what a review calls the label there.
    ...(attribute !== null && behind.stages?.includes("labels") && { labels: [attribute] }),
    ...(section !== null && { section }),
    ...(report !== null && { reports: [report.id] }),
  };
}
