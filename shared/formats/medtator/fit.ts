import type { Event, Relation } from "../../model/annotation.ts";
import type { Attributes, AttributeValue } from "../../model/attributes.ts";
import type { AnnotatedDocument, DocumentLayer } from "../../model/document.ts";
import { quoteOf } from "../../text/offsets.ts";
import { dropped } from "../fit/fitting.ts";
import type { Fitted, WriteOptions } from "../format.ts";
import { addUpLosses, type LossBook, lossBook } from "../losses.ts";
import { fitAttributeTexts } from "../texts/attribute-text.ts";
import type { Respellings } from "../texts/respelling.ts";
import { isXmlText } from "../texts/xml.ts";
import { type MedtatorNames, medtatorNames } from "./names.ts";

interface Fitting {
  name: string;
  text: string;
  names: MedtatorNames;
  book: LossBook;
  /** The names that were said to be spelled otherwise. */
  said: Set<string>;
}

/** A document with links between spans only, names as MedTator spells them, and characters that XML has. */
export function fitToMedtator(document: AnnotatedDocument, { scheme }: WriteOptions): Fitted {
  const texts = fitAttributeTexts(document);
  const { name, layers } = texts.document;
  const book = lossBook();
  const text = xmlText(document.text, "Characters of texts that XML cannot hold", { name, book });
  const fitting = {
    name,
    text,
    names: medtatorNames(scheme, layers),
    book,
    said: new Set<string>(),
  };
  const fitted = layers.map((layer) => fitLayer(layer, fitting));
  return {
    document: { ...document, text, layers: fitted },
    losses: addUpLosses([...texts.losses, ...book.losses()]),
  };
}

function fitLayer(layer: DocumentLayer, fitting: Fitting): DocumentLayer {
  const { names, text } = fitting;
  const spanOf = spansByEnd(layer);
  const details = <Kind extends { attributes: Attributes; note: string }>(one: Kind): Kind => ({
    ...one,
    attributes: fitAttributes(one.attributes, names.attributes, fitting),
    note: xmlText(one.note, "Characters of notes that XML cannot hold", fitting),
  });
  return {
    ...layer,
    spans: layer.spans.map((span) => ({
      ...details(span),
      quote: quoteOf(text, span.ranges),
      label: spelled(span.label, names.labels, fitting),
    })),
    relations: layer.relations.map((relation) => ({
      ...details(relationOfSpans(relation, spanOf, fitting)),
      label: spelled(relation.label, names.relations, fitting),
    })),
    events: layer.events.map((event) => ({
      ...details(fitEvent(event, spanOf, fitting)),
      label: spelled(event.label, names.events, fitting),
    })),
    labels: fitAttributes(layer.labels, names.reportLabels, fitting),
  };
}

/** The span that stands for what a link ends at: itself, or an event's trigger; none for relations. */
function spansByEnd({ spans, events }: DocumentLayer): ReadonlyMap<string, string> {
  return new Map([
    ...events.map(({ id, trigger }): [string, string] => [id, trigger]),
    ...spans.map(({ id }): [string, string] => [id, id]),
  ]);
}

function relationOfSpans(
  relation: Relation,
  spanOf: ReadonlyMap<string, string>,
  { name, book }: Fitting,
): Relation {
  const [from, to] = [spanOf.get(relation.from), spanOf.get(relation.to)];
  if (from === undefined || to === undefined)
    throw new RangeError(`relation ${relation.id} of what is neither span nor event`);
  if (from !== relation.from || to !== relation.to)
    book.lose("Relations of events", betweenTriggers, `${name}: ${relation.label}`);
  return { ...relation, from, to };
}

const betweenTriggers = "written as relations of the spans that trigger them.";

/** With arguments that are spans, each in a role of its own. */
function fitEvent(event: Event, spanOf: ReadonlyMap<string, string>, fitting: Fitting): Event {
  const { name, names, book } = fitting;
  const roles = new Set<string>();
  const example = `${name}: ${event.label}`;
  const kept = event.arguments.flatMap(({ role: given, target: end }) => {
    const target = spanOf.get(end);
    if (target === undefined) {
      book.lose("Event arguments that are relations", dropped, `${example}, ${given}`);
      return [];
    }
    if (target !== end)
      book.lose(
        "Event arguments that are events",
        "written as the spans that trigger them.",
        `${example}, ${given}`,
      );
    const spelling = spelled(given, names.attributes, fitting);
    let role = spelling;
    for (let n = 2; roles.has(role); n += 1) role = `${spelling}_${n}`;
    roles.add(role);
    if (role !== spelling)
      book.lose(
        "Roles that an event has twice",
        "written with a number behind them.",
        `${example}, ${role}`,
      );
    return [{ role, target }];
  });
  return { ...event, arguments: kept };
}

function fitAttributes(attributes: Attributes, spellings: Respellings, fitting: Fitting) {
  const { name, book } = fitting;
  const fitted = Object.entries(attributes).flatMap(
    ([given, value]): [string, AttributeValue][] => {
      if (value !== "") return [[spelled(given, spellings, fitting), xmlValue(value, fitting)]];
      book.lose("Attributes with an empty value", dropped, `${name}: ${given}`);
      return [];
    },
  );
  return Object.fromEntries(fitted);
}

function xmlValue(value: AttributeValue, fitting: Fitting): AttributeValue {
  const things = "Characters of attribute values that XML cannot hold";
  if (Array.isArray(value)) return value.map((one) => xmlText(one, things, fitting));
  return typeof value === "string" ? xmlText(value, things, fitting) : value;
}

/** A name as it is spelled; said once for each document. */
function spelled(name: string, spellings: Respellings, { book, ...fitting }: Fitting): string {
  const spelling = spellings.get(name) ?? name;
  const example = `${fitting.name}: ${name} → ${spelling}`;
  if (spelling === name || fitting.said.has(example)) return spelling;
  fitting.said.add(example);
  book.lose(
    "Names that MedTator would not read",
    "written with other letters, and with an ending where two would be the same.",
    example,
  );
  return spelling;
}

const notInXml = /[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** As long as before: one character for one. */
function xmlText(
  text: string,
  things: string,
  { book, name }: Pick<Fitting, "book" | "name">,
): string {
  if (isXmlText(text) && text.isWellFormed()) return text;
  book.lose(things, "written with � in its place.", name);
  return text.replace(notInXml, "\uFFFD");
}
