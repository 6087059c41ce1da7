import type { Code, Relation, Span } from "../../model/annotation.ts";
import type { Attributes } from "../../model/attributes.ts";
import type { DocumentLayer } from "../../model/document.ts";
import { codedEntities } from "../coded-entity.ts";
import { freeNames } from "../texts/free-names.ts";
import type { CountedWarnings } from "./counted-warnings.ts";
import { type GivenSpan, type PlacedSpan, placeSpans } from "./placing.ts";

/** A span with all that a file says of it. */
export interface GivenAnnotation extends GivenSpan {
  /** What the file's relations call it; null where nothing refers to it. */
  id: string | null;
  label: string;
  attributes: Attributes;
  note: string;
  codes: Code[];
}

/** A relation between what the file calls `from` and `to`. */
export interface GivenRelation {
  label: string;
  from: string;
  to: string;
  attributes: Attributes;
  note: string;
  where: string;
}

/** One annotator's work as a file gives it. */
export interface GivenLayer {
  annotator: string;
  status: DocumentLayer["status"];
  spans: GivenAnnotation[];
  relations: GivenRelation[];
  labels: Attributes;
  note: string;
}

/** Nothing yet. */
export function emptyLayer(annotator: string): GivenLayer {
  return { annotator, status: "open", spans: [], relations: [], labels: {}, note: "" };
}

/** A span of which the file says no more than where it is and its label. */
export function plainSpan(
  place: GivenSpan,
  label: string,
  id: string | null = null,
): GivenAnnotation {
  return { ...place, id, label, attributes: {}, note: "", codes: [] };
}

/**
 * The layers of a document in our text, their spans placed together so that one unit is found for all.
 * @throws AppError "bad-file" for offsets outside the text.
 */
export function placeLayers(
  raw: string,
  given: readonly GivenLayer[],
  options: Parameters<typeof placeSpans>[2],
): { text: string; layers: DocumentLayer[] } {
  const all = given.flatMap(({ spans }) => spans);
  const { text, spans } = placeSpans(raw, all, options);
  let at = 0;
  // A report has one layer of each annotator.
  const nameOf = freeNames(" ");
  const layers = given.map((layer) => {
    const placed = spans.slice(at, at + layer.spans.length);
    at += layer.spans.length;
    const annotator = nameOf(layer.annotator);
    return layerOf({ ...layer, annotator }, placed, options.warnings);
  });
  return { text, layers };
}

function layerOf(
  given: GivenLayer,
  placed: readonly PlacedSpan[],
  warnings: CountedWarnings,
): DocumentLayer {
  const { annotator, status, labels, note } = given;
  const ids = idsOf(given.spans, warnings);
  const entities = codedEntities();
  const spans = given.spans.map((span, at): Span => {
    const { ranges, quote, flag } = placed[at] ?? { ranges: [], quote: "" };
    const { label, attributes } = span;
    const entity = entities.entityFor({ label, quote }, span.codes);
    const content = { label, ranges, quote, attributes, entity, note: span.note };
    return { id: ids.all[at] ?? "", ...content, ...(flag !== undefined && { flag }) };
  });
  return {
    ...{ annotator, status, spans, entities: entities.all() },
    relations: relationsOf(given, ids.byName, warnings),
    ...{ events: [], groups: [], labels, source: null },
    ...(note !== "" && { note }),
  };
}

/** An id of our own for every span; of two spans with one name, relations mean the first. */
function idsOf(spans: readonly GivenAnnotation[], warnings: CountedWarnings) {
  const byName = new Map<string, string>();
  const all = spans.map(({ id, where }, at) => {
    const own = `span-${at + 1}`;
    if (id !== null && byName.has(id))
      warnings.count(
        where,
        "has the id of another one; relations were read as meaning the first",
        "have ids of others; relations were read as meaning the first of each",
      );
    else if (id !== null) byName.set(id, own);
    return own;
  });
  return { all, byName };
}

function relationsOf(
  { relations }: GivenLayer,
  ids: ReadonlyMap<string, string>,
  warnings: CountedWarnings,
): Relation[] {
  return relations.flatMap(({ label, attributes, note, where, ...ends }, at) => {
    const [from, to] = [ids.get(ends.from), ids.get(ends.to)];
    if (from !== undefined && to !== undefined)
      return [{ id: `relation-${at + 1}`, label, from, to, attributes, note }];
    warnings.count(
      where,
      "links something that is not there, and was left out",
      "link something that is not there, and were left out",
    );
    return [];
  });
}
