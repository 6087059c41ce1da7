import type { Span } from "../../model/annotation.ts";
import type { AnnotatedDocument, DocumentLayer } from "../../model/document.ts";
import { countsIn, hullOf, type Unit } from "../../text/offsets.ts";
import type { WriteOptions } from "../format.ts";
import { annotationOf, type Count } from "./annotations.ts";
import type { BioCAnnotation, BioCDocument, BioCRelation } from "./collection.ts";
import { infonsOfDocument, titleIn } from "./facts.ts";
import { infonsOfSection, stretchesOf } from "./sections.ts";
import { bioCEvent, bioCGroup, bioCRelation, type Written } from "./write-relations.ts";

/** A fitted document as one of BioC. Its annotations are named by their order, T1, R1, E1 and G1. */
export function bioCDocument(document: AnnotatedDocument, { offsets }: WriteOptions): BioCDocument {
  const unit: Unit = offsets === "native" ? "codepoint" : offsets;
  const { fromUnit } = countsIn(document.text, unit);
  const [layer] = document.layers;
  const refs = refsOf(layer);
  return {
    id: document.name,
    infons: infonsOfDocument(document, layer, titleIn(document)),
    ...passagesOf(document, layer?.spans ?? [], annotations(layer, refs, fromUnit), fromUnit),
    relations: layer === undefined ? [] : relationsOf(layer, refs),
  };
}

type Refs = ReadonlyMap<string, string>;

function refsOf(layer: DocumentLayer | undefined): Refs {
  const refs = new Map<string, string>();
  const name = (letter: string, all: readonly { id: string }[] = []) => {
    for (const [at, { id }] of all.entries()) refs.set(id, `${letter}${at + 1}`);
  };
  name("T", layer?.spans);
  name("R", layer?.relations);
  name("E", layer?.events);
  name("G", layer?.groups);
  return refs;
}

function annotations(layer: DocumentLayer | undefined, refs: Refs, count: Count): BioCAnnotation[] {
  const entities = new Map(layer?.entities.map((entity) => [entity.id, entity]));
  return (layer?.spans ?? []).map((span) =>
    annotationOf(refs.get(span.id) ?? "", span, entities.get(span.entity ?? ""), count),
  );
}

/** Passages with the annotations that lie within them; those that lie in several stand at the document. */
function passagesOf(
  { text, sections }: AnnotatedDocument,
  spans: readonly Span[],
  all: readonly BioCAnnotation[],
  count: Count,
): Pick<BioCDocument, "passages" | "annotations"> {
  const stretches = stretchesOf(text, sections);
  const passages = stretches.map(({ start, end, section }) => ({
    infons: section === null ? {} : infonsOfSection(section),
    offset: count(start),
    text: text.slice(start, end),
    sentences: [],
    annotations: [] as BioCAnnotation[],
    relations: [],
  }));
  const outside: BioCAnnotation[] = [];
  for (const [at, annotation] of all.entries()) {
    const { start, end } = hullOf(spans[at]?.ranges ?? []);
    const home = stretches.findIndex((stretch) => stretch.start <= start && end <= stretch.end);
    (passages[home]?.annotations ?? outside).push(annotation);
  }
  return { passages, annotations: outside };
}

function relationsOf(layer: DocumentLayer, refs: Refs): BioCRelation[] {
  const entities = new Map(layer.entities.map((entity) => [entity.id, entity]));
  const written: Written = {
    refOf: (id) => refs.get(id) ?? "",
    entityOf: (id) => entities.get(id),
  };
  return [
    ...layer.relations.map((one) => bioCRelation(refs.get(one.id) ?? "", one, written)),
    ...layer.events.map((one) => bioCEvent(refs.get(one.id) ?? "", one, written)),
    ...layer.groups.map((one) => bioCGroup(refs.get(one.id) ?? "", one, written)),
  ];
}
