import type { Event } from "../../model/annotation.ts";
import type { Attributes } from "../../model/attributes.ts";
import type { AnnotatedDocument, DocumentLayer } from "../../model/document.ts";
import { quoteOf } from "../../text/offsets.ts";
import { fitAttributeTexts } from "../attribute-text.ts";
import { dropped } from "../fit/fit.ts";
import type { Fitted, WriteOptions } from "../format.ts";
import { addUpLosses, type LossBook, lossBook } from "../losses.ts";
import type { Respellings } from "../respelling.ts";
import { isXmlText } from "../xml.ts";
import { type MedtatorNames, medtatorNames } from "./names.ts";

interface Fitting {
  name: string;
  text: string;
  names: MedtatorNames;
  book: LossBook;
}

/** A document with links between spans only, names as MedTator spells them, and characters that XML has. */
export function fitToMedtator(document: AnnotatedDocument, { scheme }: WriteOptions): Fitted {
  const texts = fitAttributeTexts(document);
  const { name, layers } = texts.document;
  const book = lossBook();
  const text = xmlText(document.text, "Characters of texts that XML cannot hold", { name, book });
  const fitting = { name, text, names: medtatorNames(scheme, layers), book };
  const fitted = layers.map((layer) => fitLayer(layer, fitting));
  return {
    document: { ...document, text, layers: fitted },
    losses: addUpLosses([...texts.losses, ...book.losses()]),
  };
}

function fitLayer(layer: DocumentLayer, fitting: Fitting): DocumentLayer {
  const { names, text } = fitting;
  const ids = new Set(layer.spans.map(({ id }) => id));
  const details = <Kind extends { attributes: Attributes; note: string }>(one: Kind): Kind => ({
    ...one,
    attributes: fitAttributes(one.attributes, names.attributes, fitting),
    note: xmlText(one.note, "Characters of notes that XML cannot hold", fitting),
  });
  const events = layer.events.map((event) => fitEvent(event, ids, fitting));
  const relations = layer.relations.filter((relation) => {
    const isLinked = ids.has(relation.from) && ids.has(relation.to);
    if (!isLinked)
      fitting.book.lose("Relations of events", dropped, `${fitting.name}: ${relation.label}`);
    return isLinked;
  });
  return {
    ...layer,
    spans: layer.spans.map((span) => ({
      ...details(span),
      quote: quoteOf(text, span.ranges),
      label: spelled(span.label, names.labels, fitting),
    })),
    relations: relations.map((relation) => ({
      ...details(relation),
      label: spelled(relation.label, names.relations, fitting),
    })),
    events: events.map((event) => ({
      ...details(event),
      label: spelled(event.label, names.events, fitting),
    })),
    labels: fitAttributes(layer.labels, names.reportLabels, fitting),
  };
}

/** With arguments that are spans, each in a role of its own. */
function fitEvent(event: Event, spans: ReadonlySet<string>, fitting: Fitting): Event {
  const { name, names, book } = fitting;
  const roles = new Set<string>();
  const example = `${name}: ${event.label}`;
  const kept = event.arguments.flatMap(({ role: given, target }) => {
    if (!spans.has(target)) {
      book.lose("Event arguments that are no spans", dropped, `${example}, ${given}`);
      return [];
    }
    const spelling = spelled(given, names.attributes, fitting);
    let role = spelling;
    for (let n = 2; roles.has(role); n += 1) role = `${spelling}_${n}`;
    roles.add(role);
    if (role !== spelling)
      book.lose("Roles that an event has twice", "written with a number behind them.", `${example}, ${role}`);
    return [{ role, target }];
  });
  return { ...event, arguments: kept };
}

function fitAttributes(attributes: Attributes, spellings: Respellings, fitting: Fitting) {
  const { name, book } = fitting;
  const fitted: Attributes = {};
  for (const [given, value] of Object.entries(attributes)) {
    if (value === "") book.lose("Attributes with an empty value", dropped, `${name}: ${given}`);
    else
      fitted[spelled(given, spellings, fitting)] =
        typeof value === "string" || Array.isArray(value) ? xmlValue(value, fitting) : value;
  }
  return fitted;
}

function xmlValue<Value extends string | string[]>(value: Value, fitting: Fitting): Value {
  const things = "Characters of attribute values that XML cannot hold";
  if (Array.isArray(value)) return value.map((one) => xmlText(one, things, fitting)) as Value;
  return xmlText(value, things, fitting) as Value;
}

function spelled(name: string, spellings: Respellings, { book, name: document }: Fitting): string {
  const spelling = spellings.get(name) ?? name;
  if (spelling !== name)
    book.lose(
      "Names that MedTator would not read",
      "written with other letters, and with an ending where two would be the same.",
      `${document}: ${name} → ${spelling}`,
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
