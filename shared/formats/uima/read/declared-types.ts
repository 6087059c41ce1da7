import { AppError } from "../../../errors.ts";
import type { Source } from "../../../extract/source.ts";
import { exactXml } from "../../../extract/xml/parse.ts";
import { childNamed, childrenNamed, rawText, type XmlElement } from "../../../extract/xml/tree.ts";
import type { AttributeValue } from "../../../model/attributes.ts";
import type { CountedWarnings } from "../../reading/counted-warnings.ts";
import type { ReadFeature } from "../feature-text.ts";

interface DeclaredType {
  supertype: string;
  /** The type of each feature's values, by the feature's name. */
  ranges: ReadonlyMap<string, string>;
}

/** What a type system says of its types, by their full names. */
export type DeclaredTypes = ReadonlyMap<string, DeclaredType>;

export const nothingDeclared: DeclaredTypes = new Map();

const namespace = { "http://uima.apache.org/resourceSpecifier": "" };

/** Type systems that were read, since one belongs to many documents; null for what is none. */
const known = new WeakMap<Source, DeclaredTypes | null>();

/** The types of a UIMA type system description; one that cannot be read is left out with a warning. */
export function readTypeSystem(source: Source, warnings: CountedWarnings): DeclaredTypes {
  const types = known.get(source) ?? typesIn(source);
  known.set(source, types);
  if (types !== null) return types;
  const problem = "is no type system that can be read, so types of values are told by their looks";
  warnings.count(`“${source.fileName}”`, problem, problem);
  return nothingDeclared;
}

function typesIn(source: Source): DeclaredTypes | null {
  try {
    const types = childNamed(exactXml(source, namespace), "types");
    const all = types === null ? [] : childrenNamed(types, "typeDescription");
    return all.length === 0
      ? null
      : new Map(all.map((type) => [textIn(type, "name"), described(type)]));
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

function described(type: XmlElement): DeclaredType {
  const features = childNamed(type, "features");
  const all = features === null ? [] : childrenNamed(features, "featureDescription");
  return {
    supertype: textIn(type, "supertypeName"),
    ranges: new Map(all.map((one) => [textIn(one, "name"), textIn(one, "rangeTypeName")])),
  };
}

function textIn(element: XmlElement, name: string): string {
  const child = childNamed(element, name);
  return child === null ? "" : rawText(child).trim();
}

/** As deep as types are looked up; a type system that goes round in a circle ends here. */
const deepest = 100;

/** Reads texts of the features of a type: by what is declared of them, otherwise in another way. */
export function readByType(
  types: DeclaredTypes,
  type: string,
  otherwise: ReadFeature,
): ReadFeature {
  return (feature, text) => {
    const range = rangeOf(types, type, feature);
    return isPlainRange(range) ? valueOfRange(range, text) : otherwise(feature, text);
  };
}

/** The type of a feature's values, of UIMA's own where it can be; null where nothing is declared. */
function rangeOf(types: DeclaredTypes, type: string, feature: string): string | null {
  let at = types.get(type);
  for (let depth = 0; at !== undefined && depth < deepest; depth += 1) {
    const range = at.ranges.get(feature);
    // A list of allowed words is a type of its own below String.
    if (range !== undefined) return types.get(range)?.supertype ?? range;
    at = types.get(at.supertype);
  }
  return null;
}

const wholeNumbers = new Set(
  ["Integer", "Long", "Short", "Byte"].map((name) => `uima.cas.${name}`),
);
const fractions = new Set(["uima.cas.Double", "uima.cas.Float"]);

/** Whether values of the type are told by it; of others only their looks tell. */
function isPlainRange(range: string | null): range is string {
  if (range === null) return false;
  const isText = range === "uima.cas.String" || range === "uima.cas.Boolean";
  return isText || fractions.has(range) || wholeNumbers.has(range);
}

/** The value that a text of a plain type means; null for "not set". */
function valueOfRange(range: string, text: string): AttributeValue | null {
  if (text === "" || (range === "uima.cas.Boolean" && text === "false")) return null;
  if (range === "uima.cas.Boolean" && text === "true") return true;
  const number = Number(text);
  const isNumber = fractions.has(range) ? Number.isFinite(number) : Number.isSafeInteger(number);
  return isNumber && (fractions.has(range) || wholeNumbers.has(range)) ? number : text;
}
