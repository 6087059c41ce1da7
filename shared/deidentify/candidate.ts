import type { TextRange } from "../model/annotation.ts";

/** What may tell who a patient is, by what takes its place. Places stand under addresses. */
export const identifierKinds = [
  "name",
  "date",
  "age",
  "phone",
  "mail",
  "address",
  "number",
  "institution",
] as const;
export type IdentifierKind = (typeof identifierKinds)[number];

/** A stretch of a text that a rule takes for an identifier. */
export interface Candidate {
  kind: IdentifierKind;
  range: TextRange;
  /** Which rule found it, in words: "name after a title". */
  rule: string;
}

/** One way to find identifiers. `find` is asked once for a text, and answers in any order. */
export interface Rule {
  kind: IdentifierKind;
  name: string;
  find(text: string): TextRange[];
}
