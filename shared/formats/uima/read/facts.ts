import type { Code } from "../../../model/annotation.ts";
import type { Attributes, AttributeValue } from "../../../model/attributes.ts";
import { codeOfText } from "../../texts/code-text.ts";
import { type CasStructure, type CasValue, isReference, shortName } from "../cas.ts";
import { codeOfListed } from "../codes.ts";
import type { ReadFeature } from "../feature-text.ts";
import { isGeneral, isScaffold, ownTypes } from "../type-names.ts";

/** What the features of an annotation say, besides references. */
export interface Facts {
  label: string;
  note: string;
  /** All others. */
  rest: ReadonlyMap<string, CasValue>;
}

export interface SpanFacts extends Facts {
  unsure: boolean;
  flag: string;
  codes: Code[];
}

/** UMLS's identifiers of concepts, as E3C has them in a feature of their own. */
const conceptOfUmls = /^C\d{7}$/;

/**
 * The label is the feature `label`, in general layers such as NamedEntity and Span also `value`, or else the
 * layer's own name; so is a lemma or part of speech no label but a value. Where a layer with a telling name has a
 * label as well, the name stays as the attribute "layer".
 */
export function factsOf({ type, features }: CasStructure): Facts {
  const rest = new Map(features);
  const given = take(rest, "label") || (isGeneral(type) && take(rest, "value")) || "";
  if (given !== "" && !isGeneral(type)) rest.set("layer", shortName(type));
  return { label: given || shortName(type), note: take(rest, "note"), rest };
}

/** What a span says besides: the codes of its entity, and in our own exports doubts. */
export function spanFactsOf({ type, features, ...span }: CasStructure): SpanFacts {
  // Features of tokens and the like are left out with all others of their kind.
  const rest = new Map(isScaffold(type) ? [] : features);
  const isOurs = type === ownTypes.span;
  const doubts = {
    unsure: isOurs && isTrue(rest, "unsure"),
    flag: isOurs ? take(rest, "flag") : "",
  };
  const codes = [...identifiers(rest), ...(isOurs ? [] : conceptsOfUmls(rest))];
  return { ...factsOf({ ...span, type, features: rest }), ...doubts, codes };
}

/** Takes a text out of the features; "" where there is none. */
function take(features: Map<string, CasValue>, name: string): string {
  const value = features.get(name);
  if (typeof value !== "string") return "";
  features.delete(name);
  return value;
}

function isTrue(features: Map<string, CasValue>, name: string): boolean {
  const value = features.get(name);
  const isSet = value === true || value === "true";
  if (isSet) features.delete(name);
  return isSet;
}

/** INCEpTION's identifier of a concept, and further ones as we write them. */
function identifiers(features: Map<string, CasValue>): Code[] {
  const identifier = take(features, "identifier");
  const first = identifier === "" ? [] : [codeOfText(identifier, take(features, "identifierName"))];
  const listed = features.get("furtherIdentifiers");
  const further = (Array.isArray(listed) ? listed : []).filter((one) => typeof one === "string");
  features.delete("furtherIdentifiers");
  return [...first, ...further.map(codeOfListed)];
}

function conceptsOfUmls(features: Map<string, CasValue>): Code[] {
  const concept = features.get("entityID");
  if (typeof concept !== "string" || !conceptOfUmls.test(concept)) return [];
  features.delete("entityID");
  return [{ system: "UMLS", code: concept, display: "" }];
}

/** Plain values by their features' names; what is not set, empty or false is left out. */
export function attributesOf(
  features: ReadonlyMap<string, CasValue>,
  read: ReadFeature,
): Attributes {
  const attributes: Attributes = {};
  for (const [name, value] of features) {
    const set = typeof value === "string" ? read(name, value) : attributeValueOf(value);
    if (set !== null) attributes[name] = set;
  }
  return attributes;
}

function attributeValueOf(value: Exclude<CasValue, string>): AttributeValue | null {
  if (Array.isArray(value)) return listOf(value);
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  return value === true ? true : null;
}

function listOf(values: readonly CasValue[]): string[] | null {
  const plain = values.filter((value) => value !== null && !isReference(value));
  return plain.length === 0 ? null : plain.map(String);
}
