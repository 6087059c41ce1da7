import type { Attributes } from "../../model/attributes.ts";
import type { AnnotatedDocument, DocumentLayer } from "../../model/document.ts";
import type { AttributeDefinition } from "../../model/scheme.ts";
import { countsIn, hullOf } from "../../text/offsets.ts";
import type { WriteOptions } from "../format.ts";
import { isPredictor, type Json, predictor } from "./task.ts";
import { resultOf } from "./values.ts";

/** What results need besides their layer. */
interface Writing {
  fromUnit(offset: number): number;
  attributes: ReadonlyMap<string, AttributeDefinition>;
  labels: ReadonlyMap<string, AttributeDefinition>;
}

/** A document as a task with its annotations, and predictions as such. */
export function taskOf(document: AnnotatedDocument, { offsets, scheme }: WriteOptions): Json {
  const { name, title, text, metadata, layers } = document;
  const writing = {
    fromUnit: countsIn(text, offsets === "native" ? "codepoint" : offsets).fromUnit,
    attributes: byName(scheme.attributes),
    labels: byName(scheme.reportLabels),
  };
  const results = (layer: DocumentLayer) => resultsOf(layer, writing);
  return {
    data: {
      text,
      name,
      ...(title !== name && title !== "" && { title }),
      ...(document.case !== name && document.case !== "" && { case: document.case }),
      ...metadata,
    },
    annotations: layers
      .filter(({ annotator }) => !isPredictor(annotator))
      .map((layer) => ({
        completed_by: { email: layer.annotator },
        result: results(layer),
        ...{ was_cancelled: false, ground_truth: false },
      })),
    predictions: layers
      .filter(({ annotator }) => isPredictor(annotator))
      .map((layer) => ({ model_version: predictor, result: results(layer) })),
  };
}

function byName(definitions: readonly AttributeDefinition[]) {
  return new Map(definitions.map((definition) => [definition.name, definition]));
}

function resultsOf(layer: DocumentLayer, writing: Writing): Json[] {
  const regions = new Map(layer.spans.map(({ id }, at) => [id, `region-${at + 1}`]));
  return [
    ...layer.spans.flatMap((span, at) => regionOf(span, `region-${at + 1}`, writing)),
    ...valuesOf(layer.labels, writing.labels, (_, at) => ({ id: `report-${at + 1}` })),
    ...layer.relations.map(({ label, from, to }) => ({
      ...{ type: "relation", from_id: regions.get(from), to_id: regions.get(to) },
      ...{ direction: "right", labels: [label] },
    })),
  ];
}

/** A span's label, and its attributes as results of the same region. */
function regionOf(
  { label, ranges, quote, attributes, note }: DocumentLayer["spans"][number],
  id: string,
  writing: Writing,
): Json[] {
  const { start, end } = hullOf(ranges);
  const place = { start: writing.fromUnit(start), end: writing.fromUnit(end), text: quote };
  return [
    {
      ...{ id, from_name: "label", to_name: "text", type: "labels" },
      value: { ...place, labels: [label] },
      ...(note !== "" && { meta: { text: [note] } }),
    },
    ...valuesOf(attributes, writing.attributes, (value) => ({ id, value: { ...place, ...value } })),
  ];
}

function valuesOf(
  attributes: Attributes,
  definitions: ReadonlyMap<string, AttributeDefinition>,
  more: (value: Json, at: number) => Json,
): Json[] {
  return Object.entries(attributes).map(([name, given], at) => {
    const { type, value } = resultOf(given, definitions.get(name));
    return { from_name: name, to_name: "text", type, value, ...more(value, at) };
  });
}
