import { AppError } from "../errors.ts";
import type { Layer, Relation } from "../model/annotation.ts";
import type { Attributes, AttributeValue } from "../model/attributes.ts";
import type { Choice } from "./decision.ts";
import type { Difference, Version } from "./difference.ts";
import {
  acceptedVersion,
  intersectionOfAttributes,
  mostOf,
  unionOfAttributes,
  versionOf,
} from "./outcome.ts";

/** A relation as the gold layer is to have it, between the first and the second end of its difference. */
export interface GoldRelation {
  label: string;
  isReversed: boolean;
  attributes: Attributes;
}

/** What a choice makes of a difference of relations; null for nothing. @throws AppError "wrong-use" */
export function decidedRelation(
  difference: Difference,
  layers: readonly Layer[],
  choice: Choice,
): GoldRelation | null {
  switch (choice.do) {
    case "take":
      return ofVersion(versionOf(difference, choice.annotator), layers);
    case "accept":
      return ofVersion(acceptedVersion(difference, choice.rule), layers);
    case "union":
      return merged(difference, layers, unionOfAttributes);
    case "intersection":
      return merged(difference, layers, (_, given) => intersectionOfAttributes(given));
    case "editRelation":
      return choice.relation;
    case "none":
    case "later":
      return null;
    case "edit":
    case "editEntity":
    case "editLabel":
      throw new AppError("wrong-use", "Relations are edited as relations.");
    default:
      return choice satisfies never;
  }
}

function relationOf({ annotator, members }: Version, layers: readonly Layer[]): Relation {
  const layer = layers.find((one) => one.annotator === annotator);
  const found = layer?.relations.find(({ id }) => id === members[0]);
  if (!found) throw new Error(`relation ${members[0]} is compared and in no layer`);
  return found;
}

function ofVersion(version: Version | null, layers: readonly Layer[]): GoldRelation | null {
  if (!version) return null;
  const { label, attributes } = relationOf(version, layers);
  return { label, attributes, isReversed: version.isReversed ?? false };
}

function merged(
  { versions, words }: Difference,
  layers: readonly Layer[],
  attributesOf: typeof unionOfAttributes,
): GoldRelation {
  const ways = versions.map(({ isReversed }) => (isReversed ? "backwards" : "forwards"));
  const given = versions.map((version) => relationOf(version, layers).attributes);
  return {
    label: mostOf(
      "label",
      words,
      versions.map(({ label }) => label),
    ),
    isReversed: mostOf("direction", words, ways) === "backwards",
    attributes: attributesOf(words, given),
  };
}

/** What a choice makes of a report label; null for nothing. @throws AppError "wrong-use" */
export function decidedLabel(
  difference: Difference,
  layers: readonly Layer[],
  choice: Choice,
): AttributeValue | null {
  const { words: name } = difference;
  const valueIn = (version: Version | null) =>
    layers.find(({ annotator }) => annotator === version?.annotator)?.labels[name] ?? null;
  const given = layers.map(({ labels }) =>
    labels[name] === undefined ? {} : { [name]: labels[name] },
  );
  switch (choice.do) {
    case "take":
      return valueIn(versionOf(difference, choice.annotator));
    case "accept":
      return valueIn(acceptedVersion(difference, choice.rule));
    case "union":
      return unionOfAttributes(name, given)[name] ?? null;
    case "intersection":
      return intersectionOfAttributes(given)[name] ?? null;
    case "editLabel":
      return choice.value;
    case "none":
    case "later":
      return null;
    case "edit":
    case "editEntity":
    case "editRelation":
      throw new AppError("wrong-use", "Labels of reports are edited as labels.");
    default:
      return choice satisfies never;
  }
}
