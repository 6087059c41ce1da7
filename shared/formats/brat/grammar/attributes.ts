import type { Attributes, AttributeValue } from "../../../model/attributes.ts";
import { bratValue } from "../spelling.ts";

/** What a line says of an attribute: a value, or null where it only sets a flag. */
export type LineValue = string | null;

/** The values that an attribute's lines have to say, one a line. */
export function lineValues(value: AttributeValue): LineValue[] {
  if (value === true) return [null];
  return Array.isArray(value) ? value : [String(value)];
}

/** What lines mean to a reader that knows nothing else; a flag stands alone. */
export function valueOfLines(values: readonly LineValue[]): AttributeValue {
  const texts = values.filter((value) => value !== null);
  const [first] = texts;
  if (first === undefined) return true;
  return texts.length === 1 ? first : texts;
}

/** Whether the lines may have been written of this value, in whatever order. */
export function mayHaveWritten(value: AttributeValue, lines: readonly LineValue[]): boolean {
  const spelled = (values: readonly LineValue[]) =>
    values.map((text) => (text === null ? "" : bratValue(text))).sort();
  return JSON.stringify(spelled(lineValues(value))) === JSON.stringify(spelled(lines));
}

/** The attributes that their lines alone would not bring back. */
export function attributesBeyondLines(attributes: Attributes): Attributes {
  return byName(
    Object.fromEntries(Object.entries(attributes).filter(([, value]) => !survives(value))),
  );
}

/** The same attributes in the order of their names, so that they are always written alike. */
export function byName(attributes: Attributes): Attributes {
  return Object.fromEntries(Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function survives(value: AttributeValue): boolean {
  if (value === true) return true;
  if (typeof value === "number") return false;
  const texts = Array.isArray(value) ? value : [value];
  if (Array.isArray(value) && value.length < 2) return false;
  return texts.every((text) => bratValue(text) === text);
}
