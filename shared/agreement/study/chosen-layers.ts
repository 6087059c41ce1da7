import { isOfCandidates } from "../../deidentify/layer.ts";
import { gold } from "../../review/gold.ts";
import type { Gathered } from "./gathered.ts";
import type { StudyLayer, StudyReport } from "./report.ts";

/** The layers to compare, in the order of the annotators; null of one who has not finished. Others are counted. */
export function chosenLayers(
  { annotators, leftOut }: Gathered,
  { layers, title }: StudyReport,
): (StudyLayer | null)[] {
  for (const layer of layers) {
    const { annotator, status } = layer;
    const isAsked = annotators.includes(annotator);
    if (isAsked && status !== "open") continue;
    leftOut.count(whyNot(layer, isAsked), () => `${title}, ${annotator}`);
  }
  return annotators.map(
    (name) => layers.find((one) => one.annotator === name && one.status !== "open") ?? null,
  );
}

function whyNot(layer: StudyLayer, isAsked: boolean): string {
  if (isOfCandidates(layer))
    return "Layers of candidates for identifiers: not compared, since they are nobody's.";
  if (isAsked) return "Layers that are not finished: not compared.";
  if (layer.annotator === gold)
    return "Layers of decisions: not compared with what was decided on.";
  return "Layers of other annotators: not compared, since nobody asked for them.";
}
