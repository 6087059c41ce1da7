import type { Attributes } from "../../model/attributes.ts";
import { attributeOf, attributeText } from "../texts/attribute-text.ts";

/*
 * The seventh column of an annotation: the mentions that a composite one is made of, with "|" between
 * them (BC5CDR), a system's score, or an identifier of dbSNP (tmVar).
 */

const columnKeys = ["composite", "RSID", "score"] as const;
type ColumnKey = (typeof columnKeys)[number];

/** What the column means; nothing for an empty one. */
export function attributesOfColumn(text: string): Attributes {
  if (text === "") return {};
  const value = attributeOf(text);
  if (typeof value === "number") return { score: value };
  const [, variant] = /^RSID:(.+)$/.exec(text) ?? [];
  return variant === undefined ? { composite: text.split("|") } : { RSID: attributeOf(variant) };
}

/** The attribute that the column can hold, with the column's text; null where there is none. */
export function columnOf(attributes: Attributes): { key: ColumnKey; text: string } | null {
  for (const key of columnKeys) {
    const value = Object.hasOwn(attributes, key) ? attributes[key] : undefined;
    if (value === undefined) continue;
    const words = Array.isArray(value) ? value.join("|") : attributeText(value);
    const text = key === "RSID" ? `RSID:${words}` : words;
    const read = attributesOfColumn(text);
    if (!/[\t\n\r]/.test(text) && JSON.stringify(read) === JSON.stringify({ [key]: value }))
      return { key, text };
  }
  return null;
}

/** A text that stands in a column, without what ends columns and lines. */
export const inColumn = (text: string) => text.replace(/[\t\n\r]/g, " ");

/** How a report's name stands before the bar. */
export function identifierOf(name: string): string {
  return name.replace(/[|\t\n\r]/g, "").trim() || "document";
}
