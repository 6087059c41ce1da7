import type { Code } from "../../model/annotation.ts";
import { codeOfText } from "../code-text.ts";

/** An object of JSON. */
export type Json = Record<string, unknown>;

/** What PubAnnotation says of a document besides its text. */
const sourceFacts = ["sourcedb", "sourceid", "divid", "section", "target", "source_url"] as const;

export function isSourceFact(key: string): boolean {
  return sourceFacts.some((one) => one === key);
}

/** Under which attribute codes are written; files of others have further names for it. */
export const codePredicate = "identifier";
const codePredicates: ReadonlySet<string> = new Set([codePredicate, "id", "denote", "denotes"]);

/** Whether a text is an address or has a prefix, as in "HGNC:1662". */
export function isIdentifier(text: string): boolean {
  return /^[A-Za-z][\w.+-]*:\S+$/.test(text);
}

/** The code that an attribute is; null for what is an attribute. */
export function codeIn(predicate: string, value: unknown): Code | null {
  const isCode = codePredicates.has(predicate) && typeof value === "string" && isIdentifier(value);
  return isCode ? codeOfText(value) : null;
}
