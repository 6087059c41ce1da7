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
  const { differences, left } = layers.length < 2 ? nobodyElse : compareInOrder(inOrder, text);
  return {
    annotators: inOrder.map(({ annotator }) => annotator),
    differences,
    notCompared: {
      events: sum(layers, ({ events }) => events.length),
      groups: sum(layers, ({ groups }) => groups.length),
      relations: left,
    },
    nothing: nothingOf(layers.length, differences),
  };
}

const nobodyElse = { differences: [], left: 0 };

function compareInOrder(layers: readonly Layer[], text: string) {
  const spans = compareSpans(layers, text);
  const entities = compareEntities(layers, spans);
  const relations = compareRelations(layers, [...spans, ...entities]);
  const labels = compareLabels(layers);
  const differences = [...spans, ...entities, ...relations.differences, ...labels];
  return { differences, left: relations.left };
}

function nothingOf(layers: number, differences: Comparison["differences"]): NothingToCompare {
  if (layers < 2) return layers === 0 ? "no-layers" : "one-annotator";
  if (differences.length === 0) return "nothing-marked";
  return differences.every(({ types }) => types[0] === "agreed") ? "all-agreed" : null;
}

function sum(layers: readonly Layer[], of: (layer: Layer) => number): number {
  return layers.reduce((total, layer) => total + of(layer), 0);
}
