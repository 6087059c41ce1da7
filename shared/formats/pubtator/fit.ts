import type { Entity, Relation, Span } from "../../model/annotation.ts";
import type { Attributes } from "../../model/attributes.ts";
import type { AnnotatedDocument, DocumentLayer } from "../../model/document.ts";
import type { Section } from "../../model/report.ts";
import { quoteOf } from "../../text/offsets.ts";
import { titleIn } from "../bioc/facts.ts";
import { fitCodeRelations, fitLayers } from "../bioc/fit.ts";
import { codedEntities } from "../coded-entity.ts";
import { type FitStep, fitInSteps } from "../fit/fit-facts.ts";
import { dropped } from "../fit/fitting.ts";
import { shown } from "../fit/shown.ts";
import type { Fitted } from "../format.ts";
import type { LossBook } from "../losses.ts";
import { columnOf, identifierOf, inColumn } from "./columns.ts";
import { partsOf, sectionsIn } from "./parts.ts";

/** With a title and one line below it, and of annotations only what their columns hold. */
export function fitToPubTator(document: AnnotatedDocument): Fitted {
  return fitInSteps(document, [
    fitName,
    fitText,
    fitSectionsAndTitle,
    fitLayers(fitSpans),
    fitLayers(fitRelations),
    fitLayers(fitCodeRelations),
  ]);
}

const fitName: FitStep = (document, book) => {
  const name = identifierOf(document.name);
  if (name !== document.name)
    book.lose("Names of reports", "written without bars, tabs and line ends.", document.name);
  return { ...document, name, case: name };
};

/** Every line's end but the first becomes a space, and the first too where nothing follows it. */
const fitText: FitStep = (document, book) => {
  const { title, abstract } = partsOf(document.text);
  const end = abstract === "" ? " " : "\n";
  const line = abstract.replaceAll("\n", " ");
  const text = title.length === document.text.length ? title : `${title}${end}${line}`;
  const count = abstract.split("\n").length - 1 + (text !== title && end === " " ? 1 : 0);
  for (let at = 0; at < count; at += 1)
    book.lose(
      "Line ends in the text",
      "written as spaces, since PubTator has a title and one line below it.",
      document.name,
    );
  const layers = document.layers.map((layer) => ({
    ...layer,
    spans: layer.spans.map((span) => ({ ...span, quote: quoteOf(text, span.ranges) })),
  }));
  return { ...document, text, layers };
};

const fitSectionsAndTitle: FitStep = (document, book) => {
  const { name, text } = document;
  const sections = sectionsIn(text, partsOf(text).title.length);
  const there = new Set(sections.map(contentOf));
  for (const section of document.sections)
    if (!there.has(contentOf(section)))
      book.lose("Reports' sections", dropped, `${name}: ${section.title}`);
  const title = titleIn({ name, text, sections });
  if (document.title !== title && document.title !== name && document.title !== "")
    book.lose("Titles of reports", dropped, document.title);
  return { ...document, title, sections };
};

const contentOf = ({ kind, title, start, end }: Section) =>
  JSON.stringify([kind, title, start, end]);

/** Spans with labels of one column and one attribute, and entities of codes without their names. */
function fitSpans(layer: DocumentLayer, name: string, book: LossBook): DocumentLayer {
  const before = new Map(layer.entities.map((entity) => [entity.id, entity]));
  const coded = codedEntities();
  const meant = new Map<string, string>();
  const named = new Set<Entity>();
  const spans = layer.spans.map((span): Span => {
    const label = fitLabel(span.label, name, book);
    const attributes = fitAttributes(span.attributes, shown(name, span.quote), book);
    const entity = before.get(span.entity ?? "");
    if (entity === undefined) return { ...span, label, attributes, entity: null };
    if (entity.codes.some(({ display }) => display !== "")) named.add(entity);
    const codes = entity.codes.map((code) => ({ ...code, display: "" }));
    const read = coded.entityFor({ label, quote: span.quote }, codes);
    if (read !== null && !meant.has(entity.id)) meant.set(entity.id, read);
    return { ...span, label, attributes, entity: read };
  });
  for (const entity of named) book.lose("Names of codes", dropped, shown(name, entity.name));
  const relations = layer.relations.map((relation) => ({
    ...relation,
    from: meant.get(relation.from) ?? relation.from,
    to: meant.get(relation.to) ?? relation.to,
  }));
  return { ...layer, spans, entities: coded.all(), relations };
}

function fitLabel(label: string, name: string, book: LossBook): string {
  const fitted = inColumn(label);
  if (fitted !== label)
    book.lose("Labels with tabs or line ends", "written with spaces.", `${name}: ${label}`);
  return fitted;
}

/** The one attribute that the last column holds. */
function fitAttributes(attributes: Attributes, example: string, book: LossBook): Attributes {
  const kept = columnOf(attributes)?.key;
  return Object.fromEntries(
    Object.entries(attributes).filter(([key]) => {
      if (key !== kept) book.lose("Attributes of spans", dropped, `${example}, ${key}`);
      return key === kept;
    }),
  );
}

/** Relations between entities only, and of their attributes only a score. */
function fitRelations(layer: DocumentLayer, name: string, book: LossBook): DocumentLayer {
  const entities = new Set(layer.entities.map(({ id }) => id));
  const relations = layer.relations.flatMap((relation): Relation[] => {
    const { label, from, to, attributes } = relation;
    const example = `${name}: ${label}`;
    if (!entities.has(from) || !entities.has(to)) {
      book.lose("Relations", "left out; PubTator has them between identifiers only.", example);
      return [];
    }
    const fitted = fitAttributes(attributes, example, book);
    return [{ ...relation, label: fitLabel(label, name, book), attributes: fitted }];
  });
  return { ...layer, relations };
}
