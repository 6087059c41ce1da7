import type { AttributeValue } from "../../../shared/model/attributes.ts";

const signs = new Map<unknown, string>([
  ["positive", "+"],
  ["negative", "−"],
  ["equivocal", "±"],
]);

/** A result as the tables of reports write it; a space where there is no sign for it. */
export const resultSign = (value: AttributeValue | undefined): string =>
  signs.get(value) ?? "\u2007";
