import type { Layer } from "../model/annotation.ts";
import { compareEntities } from "./compare-entities.ts";
import { compareLabels } from "./compare-labels.ts";
import { compareRelations } from "./compare-relations.ts";
import { compareSpans } from "./compare-spans.ts";
import type { Comparison, NothingToCompare } from "./difference.ts";

/**
 * Compares the work of several annotators on one report, stage by stage. The order of the layers does not
 * matter. Notes, doubts and flags are each annotator's own; events and groups are only counted.
 * @param text of the report, which the spans' offsets count in.
 */
export function compareLayers(text: string, layers: readonly Layer[]): Comparison {
  const inOrder = layers.toSorted((a, b) => (a.annotator < b.annotator ? -1 : 1));
  const spans = layers.length < 2 ? [] : compareSpans(inOrder, text);
  const entities = layers.length < 2 ? [] : compareEntities(inOrder, spans);
  const relations =
    layers.length < 2
      ? { differences: [], left: 0 }
      : compareRelations(inOrder, [...spans, ...entities]);
  const labels = layers.length < 2 ? [] : compareLabels(inOrder);
  const differences = [...spans, ...entities, ...relations.differences, ...labels];
  return {
    annotators: inOrder.map(({ annotator }) => annotator),
    differences,
    notCompared: {
      events: sum(layers, ({ events }) => events.length),
      groups: sum(layers, ({ groups }) => groups.length),
      relations: relations.left,
    },
    nothing: nothingOf(layers.length, differences),
  };
}

function nothingOf(layers: number, differences: Comparison["differences"]): NothingToCompare {
  if (layers < 2) return layers === 0 ? "no-layers" : "one-annotator";
  if (differences.length === 0) return "nothing-marked";
  return differences.every(({ types }) => types[0] === "agreed") ? "all-agreed" : null;
}

function sum(layers: readonly Layer[], of: (layer: Layer) => number): number {
  return layers.reduce((total, layer) => total + of(layer), 0);
}
