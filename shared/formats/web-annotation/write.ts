import type { TextRange } from "../../model/annotation.ts";
import type { AnnotatedDocument, DocumentLayer } from "../../model/document.ts";
import { countsIn } from "../../text/offsets.ts";
import type { WriteOptions } from "../format.ts";
import { bodiesOf, type Json } from "./bodies.ts";

/** How much of the text stands before and after a quote, in UTF-16 code units. */
const contextLength = 32;

/** How a target is written, and by which identifiers annotations refer to each other. */
interface Writing {
  source: string;
  place(range: TextRange): Json;
  /** By layer and span. */
  ids: ReadonlyMap<DocumentLayer, ReadonlyMap<string, string>>;
}

/** The document as a collection with one page: its text, then every annotator's work. */
export function collectionOf(document: AnnotatedDocument, { offsets }: WriteOptions): Json {
  const { name, title, text, layers } = document;
  const { fromUnit } = countsIn(text, offsets === "native" ? "codepoint" : offsets);
  const path = name.toWellFormed().split("/").map(encodeURIComponent).join("/");
  const source = `${path}.txt`;
  const place = (range: TextRange) => ({
    ...{ type: "SpecificResource", source, selector: selectorsOf(text, range, fromUnit) },
  });
  const writing = { source, place, ids: idsOf(layers) };
  const items = layers.flatMap((layer, at) => annotationsOf(layer, at + 1, writing));
  return {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    ...{ id: `${path}.jsonld`, type: "AnnotationCollection", label: title === "" ? name : title },
    creator: layers.map(({ annotator }) => personOf(annotator)),
    total: items.length + 1,
    first: {
      ...{ id: "#page-1", type: "AnnotationPage", startIndex: 0 },
      items: [textItem(text, source), ...items],
    },
  };
}

function idsOf(layers: readonly DocumentLayer[]): Writing["ids"] {
  let count = 0;
  const next = () => {
    count += 1;
    return `#span-${count}`;
  };
  return new Map(
    layers.map((layer) => [layer, new Map(layer.spans.map(({ id }) => [id, next()]))] as const),
  );
}

const personOf = (name: string) => ({ type: "Person", name });

/** The text itself, as the description of the source that all others point into. */
function textItem(text: string, source: string): Json {
  const body = { type: "TextualBody", purpose: "describing", format: "text/plain", value: text };
  return { id: "#text", type: "Annotation", motivation: "describing", body, target: source };
}

function annotationsOf(
  layer: DocumentLayer,
  number: number,
  { source, place, ids }: Writing,
): Json[] {
  const { spans, relations, entities, labels, note = "" } = layer;
  const own = ids.get(layer) ?? new Map<string, string>();
  const codes = new Map(entities.map((entity) => [entity.id, entity.codes]));
  const common = { type: "Annotation", creator: personOf(layer.annotator) };
  const whole = bodiesOf({ labels: [], codes: [], attributes: labels, note });
  return [
    ...spans.map((span) => ({
      ...{ id: own.get(span.id), ...common, motivation: "tagging" },
      body: bodiesOf({ ...span, labels: [span.label], codes: codes.get(span.entity ?? "") ?? [] }),
      target: span.ranges.length === 1 ? span.ranges.map(place)[0] : span.ranges.map(place),
    })),
    ...relations.map(({ label, from, to, attributes, note: text }, at) => ({
      ...{ id: `#relation-${number}-${at + 1}`, ...common, motivation: "linking" },
      body: [
        { type: "SpecificResource", purpose: "linking", source: own.get(to) },
        ...bodiesOf({ labels: [label], codes: [], attributes, note: text }),
      ],
      target: own.get(from),
    })),
    ...(whole.length > 0
      ? [
          {
            id: `#report-${number}`,
            ...common,
            motivation: "describing",
            body: whole,
            target: source,
          },
        ]
      : []),
  ];
}

/** Where it is, and as a check what stands there, before it and behind it. */
function selectorsOf(
  text: string,
  { start, end }: TextRange,
  fromUnit: (offset: number) => number,
): Json[] {
  return [
    { type: "TextPositionSelector", start: fromUnit(start), end: fromUnit(end) },
    {
      ...{ type: "TextQuoteSelector", exact: text.slice(start, end) },
      prefix: whole(text.slice(Math.max(0, start - contextLength), start)),
      suffix: whole(text.slice(end, end + contextLength)),
    },
  ];
}

/** Without the half of a character at either end. */
function whole(context: string): string {
  return context.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, "");
}
