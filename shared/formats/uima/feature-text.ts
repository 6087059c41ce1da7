import type { AttributeValue } from "../../model/attributes.ts";
import { attributeOf, attributeText } from "../attribute-text.ts";

/*
 * Values of features in files that hold texts only and do not say their types: XMI without its type
 * system, WebAnno TSV.
 */

/** A number as Java writes it: "12.0", "1.5E-7". */
const javaNumber = /^-?\d+\.\d+(E-?\d+)?$/;

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

export { attributeText as featureText };
