import { isOfCandidates } from "../deidentify/layer.ts";
import type { Fitted } from "../formats/format.ts";
import { type LossBook, lossBook } from "../formats/losses.ts";
import type { AnnotatedDocument, DocumentLayer } from "../model/document.ts";
import { gold } from "../review/gold.ts";
import { agreedLayer } from "./agreed-layer.ts";
import { notCompared } from "./alike.ts";

/** Whose work a dataset holds. */
export type LayerChoice =
  | { of: "all" }
  /** What was decided on: the layer of the annotator "gold". */
  | { of: "gold" }
  | { of: "one"; annotator: string }
  /** What everybody who has finished says alike. */
  | { of: "agreed" };

/**
 * The document with the chosen layers only; with none where it has none of them, which is a loss, as is each
 * layer that was not chosen. "agreed" makes one layer of those of two or more annotators who are done,
 * without "gold" (agreed-layer.ts); what is not in it is counted. Candidates for de-identification are
 * nobody's work and in none of them.
 */
export function chooseLayers(document: AnnotatedDocument, choice: LayerChoice): Fitted {
  const book = lossBook();
  const { name } = document;
  const work = document.layers.filter((layer) => !isOfCandidates(layer));
  const layers = layersOf({ ...document, layers: work }, choice, book);
  if (layers.length === 0)
    book.lose("Reports without the chosen layers", "written without annotations.", name);
  return { document: { ...document, layers }, losses: book.losses() };
}

function layersOf(
  { layers, name }: AnnotatedDocument,
  choice: LayerChoice,
  book: LossBook,
): DocumentLayer[] {
  switch (choice.of) {
    case "all":
      return layers;
    case "gold":
      return layersBy(gold, layers, book, name);
    case "one":
      return layersBy(choice.annotator, layers, book, name);
    case "agreed":
      return agreedLayers(layers, book, name);
    default:
      return choice satisfies never;
  }
}

/** The layers of one annotator; the others' are counted. */
function layersBy(
  whose: string,
  layers: readonly DocumentLayer[],
  book: LossBook,
  name: string,
): DocumentLayer[] {
  for (const { annotator } of layers)
    if (annotator !== whose) book.lose("Layers of others", "left out.", `${name}, ${annotator}`);
  return layers.filter(({ annotator }) => annotator === whose);
}

/** The layers that can be compared with each other: finished, and not what came of comparing. */
export function finishedLayers(layers: readonly DocumentLayer[]): DocumentLayer[] {
  return layers.filter(
    (layer) => layer.status !== "open" && layer.annotator !== gold && !isOfCandidates(layer),
  );
}

/** One layer of two and more that are finished; none of fewer. The others are counted. */
function agreedLayers(
  layers: readonly DocumentLayer[],
  book: LossBook,
  name: string,
): DocumentLayer[] {
  const finished = finishedLayers(layers);
  if (finished.length < 2) return [];
  for (const layer of layers) {
    const { annotator } = layer;
    if (finished.includes(layer)) continue;
    const things = annotator === gold ? "Layers of decisions" : "Layers that are not finished";
    book.lose(things, notCompared, `${name}, ${annotator}`);
  }
  return [agreedLayer(finished, book, name)];
}
