import type { Attributes, AttributeValue } from "../../model/attributes.ts";
import type { AnnotatedDocument } from "../../model/document.ts";
import type { Fitted } from "../format.ts";
import { lossBook } from "../losses.ts";

/*
 * Attributes in formats whose values are texts: a flag is "true", a number is written as JavaScript
 * writes it, several values are a JSON list.
 */

export function attributeText(value: AttributeValue): string {
  return Array.isArray(value) ? JSON.stringify(value) : String(value);
}

/** The value that a text means: "true" a flag, "12.5" a number, `["a","b"]` several values. */
export function attributeOf(text: string): AttributeValue {
  if (text === "true") return true;
  if (text !== "" && String(Number(text)) === text && Number.isFinite(Number(text)))
    return Number(text);
  return listOf(text) ?? text;
}

function listOf(text: string): string[] | null {
  if (!text.startsWith("[")) return null;
  try {
    const value: unknown = JSON.parse(text);
    const isList = Array.isArray(value) && value.every((one) => typeof one === "string");
    return isList && JSON.stringify(value) === text ? value : null;
  } catch {
    return null;
  }
}

/** With values as they read back from texts: a word "2" becomes a number, which is counted. */
export function fitAttributeTexts(document: AnnotatedDocument): Fitted {
  const book = lossBook();
  const fitted = (attributes: Attributes): Attributes =>
    Object.fromEntries(
      Object.entries(attributes).map(([name, value]) => {
        const read = attributeOf(attributeText(value));
        if (JSON.stringify(read) !== JSON.stringify(value))
          book.lose(
            "Attribute values that are words and look like numbers, flags or lists",
            "read back as numbers, flags or lists.",
            `${document.name}: ${name} = ${attributeText(value)}`,
          );
        return [name, read];
      }),
    );
  const all = <Annotation extends { attributes: Attributes }>(annotations: Annotation[]) =>
    annotations.map((one) => ({ ...one, attributes: fitted(one.attributes) }));
  const layers = document.layers.map((layer) => ({
    ...layer,
    spans: all(layer.spans),
    relations: all(layer.relations),
    events: all(layer.events),
    labels: fitted(layer.labels),
    entities: layer.entities.map((entity) => ({ ...entity, fields: fitted(entity.fields) })),
  }));
  return { document: { ...document, layers }, losses: book.losses() };
}
