import type { Attributes, AttributeValue } from "../../model/attributes.ts";
import type { AnnotatedDocument, DocumentLayer } from "../../model/document.ts";
import type { Scheme } from "../../model/scheme.ts";
import { shown } from "../fit/shown.ts";
import { type Fitted, type Holds, holdsEverything } from "../format.ts";
import { type LossBook, lossBook } from "../losses.ts";
import { attributeText } from "../texts/attribute-text.ts";
import {
  asText,
  type FeatureTexts,
  featureReader,
  plainTexts,
  type ReadFeature,
} from "./feature-text.ts";
import { type FeatureKind, featureKinds, featureNames } from "./write/features.ts";
import { fitCodes } from "./write/fit-codes.ts";

/** What a CAS has a place for, in types that other programs see. */
export const casHolds: Holds = {
  ...holdsEverything,
  ...{ layers: false, entities: "codes", codeRelations: false },
};

interface Fitting {
  name: string;
  book: LossBook;
  /** Spellings of attributes, and kinds by spellings. */
  names: ReadonlyMap<string, string>;
  kinds: ReadonlyMap<string, FeatureKind>;
  form: FeatureTexts;
  /** The kinds of features that a reader is told. */
  declared: ReadonlyMap<string, FeatureKind>;
  /** How a reader reads the texts that are written for any other feature. */
  read: ReadFeature;
}

/**
 * A document as a CAS holds it: names of attributes as UIMA spells them, one type of values for each, codes as
 * identifiers. What `casHolds` excludes is off it already.
 * @param texts whether values are written as texts whose types are not known to a reader, but for those of the scheme's
 *   attributes where they are declared in a file beside.
 */
export function fitToCas(
  document: AnnotatedDocument,
  scheme: Scheme,
  texts: boolean,
  { form = plainTexts, isDeclared = false }: { form?: FeatureTexts; isDeclared?: boolean } = {},
): Fitted {
  const book = lossBook();
  const declared = isDeclared ? featureKinds(scheme, null, new Map()) : new Map();
  const layers = document.layers.map((layer) => {
    const names = featureNames(scheme, layer);
    const kinds = featureKinds(scheme, layer, names);
    const spelling = { name: document.name, book, names, kinds };
    const byLooks = texts ? featureReader(textsIn(layer, spelling, form), form) : asText;
    return fitLayer(layer, { ...spelling, form, declared, read: byLooks });
  });
  return { document: { ...document, layers }, losses: book.losses() };
}

/** Every text that is written for a feature, but for those of lists, which have their own form. */
function* textsIn(
  { spans, relations, events }: DocumentLayer,
  { names, kinds }: Pick<Fitting, "names" | "kinds">,
  form: FeatureTexts,
): Generator<[string, string]> {
  for (const { attributes } of [...spans, ...relations, ...events])
    for (const [name, value] of Object.entries(attributes)) {
      const spelling = names.get(name) ?? name;
      const written = asKind(value, kinds.get(spelling) ?? "String");
      if (written !== null && !Array.isArray(written)) yield [spelling, form.write(written)];
    }
}

function fitLayer(layer: DocumentLayer, fitting: Fitting): DocumentLayer {
  const { book, name } = fitting;
  const { reading, ...rest } = layer;
  if (reading) book.lose("Records of what was read", "left out.", name);
  sayNames(layer, fitting);
  const spans = layer.spans.map((span) => fitAttributes(span, span.quote, fitting));
  return {
    ...{ ...rest, source: null },
    ...fitCodes({ ...layer, spans }, fitting),
    relations: layer.relations.map((one) => fitAttributes(one, one.label, fitting)),
    events: layer.events.map((one) => fitAttributes(one, one.label, fitting)),
  };
}

function sayNames({ spans, relations, events }: DocumentLayer, { book, name, names }: Fitting) {
  const all = [...spans, ...relations, ...events].flatMap((one) => Object.keys(one.attributes));
  for (const attribute of new Set(all)) {
    const spelling = names.get(attribute) ?? attribute;
    if (spelling !== attribute)
      book.lose(
        "Names of attributes that UIMA does not allow",
        "spelled with letters, digits and underscores.",
        `${name}: ${attribute}, ${spelling}`,
      );
  }
}

function fitAttributes<Annotation extends { attributes: Attributes; note: string }>(
  annotation: Annotation,
  quote: string,
  fitting: Fitting,
): Annotation {
  const attributes: Attributes = {};
  const notes = annotation.note === "" ? [] : [annotation.note];
  for (const [attribute, value] of Object.entries(annotation.attributes)) {
    const spelling = fitting.names.get(attribute) ?? attribute;
    const example = `${shown(fitting.name, quote)}, ${attribute} = ${attributeText(value)}`;
    const written = asKind(value, fitting.kinds.get(spelling) ?? "String");
    if (written === null) {
      notes.push(`${attribute}: ${attributeText(value)}`);
      fitting.book.lose(mistyped, "moved to the notes.", example);
      continue;
    }
    const read = readBack(spelling, written, fitting);
    if (read !== null) attributes[spelling] = read;
    sayChange(value, written, read, example, fitting.book);
  }
  return { ...annotation, attributes, note: notes.join("\n") };
}

const mistyped = "Attribute values of another type than their attribute";

/** A value as the feature holds it; null where it cannot. */
function asKind(value: AttributeValue, kind: FeatureKind): AttributeValue | null {
  switch (kind) {
    case "String":
      return typeof value === "string" ? value : attributeText(value);
    case "StringArray":
      return Array.isArray(value) ? value : [String(value)];
    case "Boolean":
      return value === true ? value : null;
    case "Double":
      return typeof value === "number" ? value : null;
    default:
      return kind satisfies never;
  }
}

/** The value that is read from what is written; null for "not set". */
function readBack(
  feature: string,
  value: AttributeValue,
  { read, form, declared }: Fitting,
): AttributeValue | null {
  if (Array.isArray(value)) return value.length === 0 ? null : value;
  if (declared.has(feature)) return value === "" ? null : value;
  return read === asText && typeof value !== "string" ? value : read(feature, form.write(value));
}

function sayChange(
  value: AttributeValue,
  written: AttributeValue,
  read: AttributeValue | null,
  example: string,
  book: LossBook,
): void {
  if (JSON.stringify(read) === JSON.stringify(value)) return;
  if (read === null)
    book.lose(
      "Attribute values that are empty or “false”",
      "left out, since UIMA takes them as not set.",
      example,
    );
  else if (JSON.stringify(written) !== JSON.stringify(value))
    book.lose(mistyped, "written as the type of their attribute.", example);
  else
    book.lose(
      "Attribute values that are words and look like numbers, flags or lists",
      "read back as numbers, flags or lists.",
      example,
    );
}
