import type { AttributeValue } from "../../model/attributes.ts";
import { attributeOf, attributeText } from "../texts/attribute-text.ts";

/*
 * Values of features in files that hold texts only and do not say their types: XMI without its type
 * system, WebAnno TSV.
 */

/** A number as Java writes it: "12.0", "1.5E-7". */
const javaNumber = /^-?\d+\.\d+(E-?\d+)?$/;

/** How values are texts. */
export interface FeatureTexts {
  /** The value that one text means, if others of its feature mean alike; null for "not set". */
  read(text: string): AttributeValue | null;
  write(value: AttributeValue): string;
}

/** The value of a feature's text; null for "not set". */
export type ReadFeature = (feature: string, text: string) => AttributeValue | null;

/** Where values have types, a text is one. */
export const asText: ReadFeature = (_feature, text) => text || null;

/**
 * Reads the texts of features, of which all are given: where each text of a feature is a number, they are numbers, so are
 * flags and lists; otherwise all are words, so that a date "2006" beside "2006-05" is no number.
 */
export function featureReader(
  all: Iterable<readonly [feature: string, text: string]>,
  { read }: FeatureTexts = plainTexts,
): ReadFeature {
  const kinds = new Map<string, Kind | null>();
  for (const [feature, text] of all) {
    const [before, kind] = [kinds.get(feature), kindOf(read(text))];
    if (text !== "") kinds.set(feature, before === undefined || before === kind ? kind : null);
  }
  return (feature, text) => (kinds.get(feature) ? read(text) : text || null);
}

type Kind = "flag" | "number" | "list";

/** Of what kind a value is; null for words. */
function kindOf(value: AttributeValue | null): Kind | null {
  if (value === null || value === true) return "flag";
  if (typeof value === "number") return "number";
  return Array.isArray(value) ? "list" : null;
}

/**
 * The value that a text means: "true" a flag, "12" and Java's "12.0" a number, `["a","b"]` several
 * values; null for "false" and nothing, which both mean "not set".
 */
export function featureOf(text: string): AttributeValue | null {
  if (text === "" || text === "false") return null;
  const value = attributeOf(text);
  return typeof value === "string" && isJavaNumber(value) ? Number(value) : value;
}

function isJavaNumber(text: string): boolean {
  return javaNumber.test(text) && javaText(Number(text)) === text;
}

/** As Java's Double.toString writes a number: with a fraction, and an exponent for the large and small. */
function javaText(number: number): string {
  const size = Math.abs(number);
  const isPlain = number === 0 || (size >= 1e-3 && size < 1e7);
  const [digits = "", exponent] = (isPlain ? String(number) : number.toExponential()).split("e");
  const withFraction = digits.includes(".") ? digits : `${digits}.0`;
  return exponent === undefined ? withFraction : `${withFraction}E${exponent.replace("+", "")}`;
}

/** Of a file that may be anybody's. */
export const plainTexts: FeatureTexts = { read: featureOf, write: attributeText };

/** As UIMA writes types of our own: each number has a fraction, and several values are no text. */
export const typedTexts: FeatureTexts = {
  read(text) {
    if (text === "" || text === "false") return null;
    if (text === "true") return true;
    return isJavaNumber(text) ? Number(text) : text;
  },
  write: (value) => (typeof value === "number" ? javaText(value) : attributeText(value)),
};
