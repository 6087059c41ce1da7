import type { AnnotatedDocument, DocumentLayer } from "../../model/document.ts";
import { countsIn, hullOf } from "../../text/offsets.ts";
import type { WriteOptions } from "../format.ts";

/** A document as one line's object. */
export function recordOf(
  document: AnnotatedDocument,
  options: WriteOptions,
): Record<string, unknown> {
  const { name, title, text, metadata, layers } = document;
  const [layer] = layers;
  return {
    text,
    ...(layer && annotationsOf(document, layer, options)),
    name,
    ...(title !== name && title !== "" && { title }),
    ...(document.case !== name && document.case !== "" && { case: document.case }),
    ...metadata,
  };
}

/** In the spelling with `entities` where there are relations in any of the export's documents, as doccano imports one of the two. */
function annotationsOf(
  { text }: AnnotatedDocument,
  { spans, relations, labels, note }: DocumentLayer,
  { offsets, scheme }: WriteOptions,
): Record<string, unknown> {
  const { fromUnit } = countsIn(text, offsets === "native" ? "utf16" : offsets);
  const names = Object.keys(labels);
  const given = spans.map(({ label, ranges }, id) => {
    const { start, end } = hullOf(ranges);
    return { id, label, start_offset: fromUnit(start), end_offset: fromUnit(end) };
  });
  const triples = given.map(({ label, start_offset, end_offset }) => [
    start_offset,
    end_offset,
    label,
  ]);
  const ids = new Map(spans.map(({ id }, at) => [id, at]));
  const links = relations.map(({ label, from, to }, id) => ({
    ...{ id, from_id: ids.get(from), to_id: ids.get(to), type: label },
  }));
  const hasRelations = links.length > 0 || scheme.relations.length > 0;
  return {
    ...(hasRelations
      ? { entities: given, relations: links }
      : { [names.length > 0 ? "entities" : "label"]: triples }),
    ...(names.length > 0 && { cats: names }),
    Comments: note ? [note] : [],
  };
}
