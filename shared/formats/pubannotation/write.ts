import type { Attributes } from "../../model/attributes.ts";
import type { AnnotatedDocument, DocumentLayer } from "../../model/document.ts";
import { countsIn } from "../../text/offsets.ts";
import type { WriteOptions } from "../format.ts";
import { codeText } from "../texts/code-text.ts";
import { codePredicate, type Json } from "./facts.ts";

type FromUnit = (offset: number) => number;

/** The document with one project's annotations in itself, or those of several in tracks. */
export function recordOf(document: AnnotatedDocument, { offsets }: WriteOptions): Json {
  const { name, text, metadata, layers } = document;
  const { fromUnit } = countsIn(text, offsets === "native" ? "codepoint" : offsets);
  const { sourcedb, sourceid = name, ...facts } = metadata;
  const [only, ...more] = layers;
  return {
    ...(sourcedb !== undefined && { sourcedb }),
    ...{ sourceid, ...facts, text },
    ...blocksOf(document, only && more.length === 0 ? only : null, fromUnit),
    ...(more.length > 0 && { tracks: layers.map((layer) => trackOf(layer, [], fromUnit)) }),
  };
}

/** Blocks belong to the document, and so do the attributes with their titles. */
function blocksOf(
  { sections }: AnnotatedDocument,
  layer: DocumentLayer | null,
  fromUnit: FromUnit,
): Json {
  const blocks = sections.map(({ kind, start, end }, at) => ({
    ...{ id: `B${at + 1}`, span: { begin: fromUnit(start), end: fromUnit(end) }, obj: kind },
  }));
  const titles = sections.flatMap(({ title }, at) =>
    title === "" ? [] : [{ subj: `B${at + 1}`, pred: "title", obj: title }],
  );
  return {
    ...(blocks.length > 0 && { blocks }),
    ...(layer
      ? trackOf(layer, titles, fromUnit)
      : titles.length > 0 && { attributes: numbered(titles) }),
  };
}

function trackOf(layer: DocumentLayer, others: readonly Json[], fromUnit: FromUnit): Json {
  const { annotator, spans, relations, entities } = layer;
  const ids = new Map(spans.map(({ id }, at) => [id, `T${at + 1}`]));
  const codes = new Map(entities.map((entity) => [entity.id, entity.codes]));
  const attributes = [
    ...others,
    ...spans.flatMap((span) => attributesOf(ids.get(span.id), span.attributes)),
    ...spans.flatMap(({ id, entity }) =>
      (codes.get(entity ?? "") ?? []).map((code) => ({
        ...{ subj: ids.get(id), pred: codePredicate, obj: codeText(code) },
      })),
    ),
    ...relations.flatMap((relation, at) => attributesOf(`R${at + 1}`, relation.attributes)),
  ];
  return {
    project: annotator,
    denotations: spans.map(({ id, label, ranges }) => {
      const places = ranges.map(({ start, end }) => ({
        begin: fromUnit(start),
        end: fromUnit(end),
      }));
      return { id: ids.get(id), span: places.length === 1 ? places[0] : places, obj: label };
    }),
    relations: relations.map(({ label, from, to }, at) => ({
      ...{ id: `R${at + 1}`, pred: label, subj: ids.get(from), obj: ids.get(to) },
    })),
    attributes: numbered(attributes),
  };
}

/** One for each of several values. */
function attributesOf(subj: string | undefined, attributes: Attributes): Json[] {
  return Object.entries(attributes).flatMap(([pred, value]) =>
    [value].flat().map((obj) => ({ subj, pred, obj })),
  );
}

function numbered(attributes: readonly Json[]): Json[] {
  return attributes.map((attribute, at) => ({ id: `A${at + 1}`, ...attribute }));
}
