import type { AskedFilter } from "../../review/filter.ts";
import type { ProjectScope } from "./report.ts";
import type { StudyMeasure } from "./study-measure.ts";

/**
 * Which differences a review lists for a figure: those that its measure counts, within its scope. Of entities it
 * lists those of all labels and sections: there they go by their kind and the place of their first mention, while
 * figures tell their mentions apart.
 */
export function behindOf(
  { behind }: Pick<StudyMeasure, "behind">,
  { scope, annotators, label, section, report, attribute }: ProjectScope,
): AskedFilter {
  const [a, b] = annotators;
  const isOfMentions = behind.stages?.includes("entities") ?? false;
  return {
    ...behind,
    ...{ annotators: [...annotators], onlyFinished: true },
    ...(scope === "pair" && a !== undefined && b !== undefined && { pair: { a, b } }),
    ...(label !== null && !isOfMentions && { labels: [label] }),
    // A label of whole reports is what a review calls the label there.
    ...(attribute !== null && behind.stages?.includes("labels") && { labels: [attribute] }),
    ...(section !== null && !isOfMentions && { section }),
    ...(report !== null && { reports: [report.id] }),
  };
}
