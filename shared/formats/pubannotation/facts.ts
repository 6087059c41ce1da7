import type { Code } from "../../model/annotation.ts";
import { codeOfText } from "../texts/code-text.ts";

/** An object of JSON. */
export type Json = Record<string, unknown>;

/** What PubAnnotation says of a document besides its text. */
const sourceFacts = ["sourcedb", "sourceid", "divid", "section", "target", "source_url"] as const;

export function isSourceFact(key: string): boolean {
  return sourceFacts.some((one) => one === key);
}

/** Under which attribute codes are written. */
export const codePredicate = "identifier";
/** Attributes that are codes in files of others, where their values look like some. */
const codePredicates: ReadonlySet<string> = new Set(["id", "denote", "denotes"]);

/** Whether a text is an address or has a prefix, as in "HGNC:1662". */
function isIdentifier(text: string): boolean {
  return /^[A-Za-z][\w.+-]*:\S+$/.test(text);
}

/** The code that an attribute is; null for what is an attribute. */
export function codeIn(predicate: string, value: unknown): Code | null {
  if (typeof value !== "string" || value === "") return null;
  const isCode =
    predicate === codePredicate || (codePredicates.has(predicate) && isIdentifier(value));
  return isCode ? codeOfText(value) : null;
}
