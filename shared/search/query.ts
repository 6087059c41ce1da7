import type { TextRange } from "../model/annotation.ts";

/*
 * What a search asks for. A query is any of its groups; everything in a group has to hold of one
 * place. Words and facts of spans in the same group speak of the same span.
 */

/** Words one after the other, folded as `wordsOf` does it; the last may be the beginning of one. */
export interface Phrase {
  words: readonly string[];
  isPrefix: boolean;
}

/** Phrases of which at most so many words stand between the first and the last; one phrase alone is itself. */
export interface TextPattern {
  phrases: readonly Phrase[];
  distance: number;
}

/** Facts of a single span, and not of its report. */
const spanFactNames = ["label", "attr", "field", "entity", "kind", "note", "by", "is"] as const;

/** What can be said of spans and reports; the names are those of the query language. */
export const factNames = [...spanFactNames, "section", "status", "case", "title", "text"] as const;
export type FactName = (typeof factNames)[number];

/** How the value of an attribute or a field is compared; null asks only that it is set. */
export type Comparison = "=" | ">" | ">=" | "<" | "<=";

export interface Fact {
  name: FactName;
  /** As written, without quotes; of attributes and fields, their name. */
  value: string;
  /** The value ended in "*". */
  isPrefix: boolean;
  /** What an attribute or a field has to be. */
  compare: { by: Comparison; to: string } | null;
}

interface Negatable {
  isNegated: boolean;
  /** Where it stands in the query, in UTF-16 code units. */
  place: TextRange;
}

export type TextLiteral = Negatable & { kind: "text"; pattern: TextPattern };
export type FactLiteral = Negatable & { kind: "fact"; fact: Fact };
export type Literal = TextLiteral | FactLiteral;

/** Things that all have to hold. */
export type Group = readonly Literal[];

/** What could not be understood, in one sentence, and where it stands. */
export interface QueryProblem {
  sentence: string;
  place: TextRange;
}

export interface ParsedQuery {
  /** Any of these; none at all asks for nothing. */
  groups: readonly Group[];
  problems: readonly QueryProblem[];
}

const spanFacts: ReadonlySet<FactName> = new Set(spanFactNames);

export const isSpanFact = ({ name }: Fact): boolean => spanFacts.has(name);

/** The facts of a group that have one of these names, negated or not. */
export function factsOf(group: Group, isWanted: (fact: Fact) => boolean): FactLiteral[] {
  return group.filter((literal): literal is FactLiteral => {
    return literal.kind === "fact" && isWanted(literal.fact);
  });
}

/** The patterns of a group's own words. */
export function textsOf(group: Group): TextLiteral[] {
  return group.filter((literal): literal is TextLiteral => literal.kind === "text");
}

/** What the hits of a group are: spans, stretches of text, or reports as a whole. */
export function hitsOf(group: Group): "spans" | "text" | "reports" {
  if (factsOf(group, isSpanFact).some(({ isNegated }) => !isNegated)) return "spans";
  return textsOf(group).some(({ isNegated }) => !isNegated) ? "text" : "reports";
}
