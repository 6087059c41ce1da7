import type { AttributeValue } from "../../../model/attributes.ts";
import type { DocumentLayer } from "../../../model/document.ts";
import type { AttributeDefinition, Scheme } from "../../../model/scheme.ts";

/** Of what type a feature is that holds an attribute: one for each name, as UIMA's type systems want it. */
export type FeatureKind = "Boolean" | "Double" | "String" | "StringArray";

const kindOfType: Record<AttributeDefinition["type"], FeatureKind> = {
  flag: "Boolean",
  number: "Double",
  choice: "String",
  text: "String",
  choices: "StringArray",
};

/** Names that are taken: UIMA's own, and those that our types have a meaning for. */
const taken = [
  ...["begin", "end", "sofa", "type", "self", "label", "note", "unsure", "flag", "fragments"],
  ...["identifier", "identifierName", "furtherIdentifiers", "trigger", "arguments", "members"],
  ...["Governor", "Dependent"],
];

/** Letters that both Java and XML allow at the start of a name. */
const letter = "(?=\\p{L})[A-Za-z\\u00C0-\\u02FF\\u0370-\\u1FFF\\u3001-\\uD7FF]";
const allowed = new RegExp(`^${letter}(?:${letter}|[0-9_])*$`, "u");
const notAllowed = new RegExp(`(?!${letter}|[0-9_])[^]`, "gu");

/**
 * Spellings that UIMA allows for names of attributes, the scheme's first, so that they are the same for all
 * documents. No two names of a layer share one; a name that is a spelling already stays.
 */
export function featureNames(scheme: Scheme, layer: DocumentLayer | null): Map<string, string> {
  const used = new Set(taken);
  const names = new Map<string, string>();
  addNames(
    names,
    scheme.attributes.map(({ name }) => name),
    used,
  );
  const inLayer = new Set(layer ? attributeNames(layer) : []);
  for (const [name, spelling] of names)
    if (!inLayer.has(name) && inLayer.has(spelling)) names.set(spelling, spelling);
  addNames(names, inLayer, used);
  return names;
}

function addNames(names: Map<string, string>, more: Iterable<string>, used: Set<string>): void {
  const left = [...new Set(more)].filter((name) => !names.has(name)).sort();
  const isFine = (name: string) => allowed.test(name) && !used.has(name);
  for (const name of left.filter(isFine)) give(names, used, name, name);
  for (const name of left.filter((one) => !names.has(one)))
    give(names, used, name, firstFree(spelled(name), used));
}

function give(names: Map<string, string>, used: Set<string>, name: string, spelling: string) {
  names.set(name, spelling);
  used.add(spelling);
}

function spelled(name: string): string {
  const spelling = name.replace(notAllowed, "_");
  return allowed.test(spelling) ? spelling : `attribute_${spelling}`;
}

function firstFree(name: string, used: ReadonlySet<string>): string {
  let spelling = name;
  for (let n = 2; used.has(spelling); n += 1) spelling = `${name}_${n}`;
  return spelling;
}

function attributeNames({ spans, relations, events }: DocumentLayer): string[] {
  return [...spans, ...relations, ...events].flatMap(({ attributes }) => Object.keys(attributes));
}

/**
 * The kind of each feature by its spelling: as the scheme defines the attribute, otherwise that of all its
 * values in the layer, or text where they differ.
 * @param names the spellings of the layer's attributes; a fitted layer has them already.
 */
export function featureKinds(
  scheme: Scheme,
  layer: DocumentLayer | null,
  names: ReadonlyMap<string, string>,
): Map<string, FeatureKind> {
  const kinds = new Map<string, FeatureKind>();
  const spellings = featureNames(scheme, null);
  for (const { name, type } of scheme.attributes)
    kinds.set(spellings.get(name) ?? name, kindOfType[type]);
  const defined = new Set(kinds.keys());
  for (const [name, value] of layer ? attributesIn(layer) : []) {
    const spelling = names.get(name) ?? name;
    if (defined.has(spelling)) continue;
    const kind = kinds.get(spelling) ?? kindOf(value);
    kinds.set(spelling, kind === kindOf(value) ? kind : "String");
  }
  return kinds;
}

function* attributesIn({ spans, relations, events }: DocumentLayer) {
  for (const { attributes } of [...spans, ...relations, ...events])
    yield* Object.entries(attributes);
}

function kindOf(value: AttributeValue): FeatureKind {
  if (value === true) return "Boolean";
  if (typeof value === "number") return "Double";
  return Array.isArray(value) ? "StringArray" : "String";
}
