import type { Entity, Layer } from "../model/annotation.ts";
import type { Attributes } from "../model/attributes.ts";
import type { Version } from "./difference.ts";
import { codeText } from "./fingerprint.ts";

/**
 * What a version of one layer says beyond its label: the words that are marked, an entity's name and codes, and
 * attributes or fields. @param words of the difference, for what has none of its own.
 */
export function versionInWords(layer: Layer, { members }: Version, words: string): string {
  const own = new Set(members);
  const parts = [
    ...layer.spans
      .filter(({ id }) => own.has(id))
      .map(({ quote, attributes }) => withFacts(quote, attributes)),
    ...layer.entities.filter(({ id }) => own.has(id)).map(entityInWords),
    ...layer.relations
      .filter(({ id }) => own.has(id))
      .map(({ attributes }) => withFacts(words, attributes)),
  ];
  return parts.length > 0 ? parts.join("; ") : words;
}

function entityInWords({ name, codes, fields }: Entity): string {
  return withFacts([name, ...codes.map(codeText)].join(", "), fields);
}

function withFacts(words: string, facts: Attributes): string {
  const said = Object.entries(facts).map(([name, value]) =>
    value === true ? name : `${name}: ${Array.isArray(value) ? value.join(", ") : value}`,
  );
  return said.length > 0 ? `${words} (${said.join(", ")})` : words;
}
