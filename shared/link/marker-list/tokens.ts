import type { TextRange } from "../../model/annotation.ts";
import type { Finding, Result } from "./finding.ts";
import { nameEnd } from "./names.ts";

/** What a piece of text does in a list of markers. */
export type Token = TextRange & Piece;
type Piece =
  | { kind: "name" }
  /** "positive", "negativity": of what comes before, or with "for" of what comes after. */
  | { kind: "result"; result: Result }
  /** "lost", "retained", "rearranged": only ever of what comes before. */
  | { kind: "state"; result: Result }
  /** "expressed": of what comes after, or before when it was expressed. */
  | { kind: "express" }
  /** "loss of", "lacking": of what comes after, else of what comes before. */
  | { kind: "lack" }
  | { kind: "stain" | "shows" | "is" | "not" | "but" | "and" | "for" | "colon" | "word" | "mark" }
  /** How much and how strong. */
  | { kind: "degree"; says: Finding }
  | { kind: "percent"; percent: number; isLess: boolean }
  /** "+", "++", "−": of the name right before. */
  | { kind: "sign"; says: Finding }
  | { kind: "method"; method: NonNullable<Finding["method"]> }
  | { kind: "clone"; clone: string }
  | { kind: "aside"; inside: Token[] };

type Rule = [pattern: RegExp, piece: (found: string) => Piece];
const rule = (pattern: string, piece: Piece | ((found: string) => Piece)): Rule => [
  new RegExp(`(?:${pattern})`, "iuy"),
  typeof piece === "function" ? piece : () => piece,
];
const word = (pattern: string, piece: Piece | ((found: string) => Piece)): Rule =>
  rule(`(?:${pattern})(?![\\p{L}\\p{N}])`, piece);
const degree = (says: Finding): Piece => ({ kind: "degree", says });

const figure = "\\d+(?:[.,]\\d+)?";

const rules: Rule[] = [
  word(
    "(?:immuno[- ]?)?positiv(?:e|ity|ely)|immuno[- ]?reactiv(?:e|ity)|reactive(?=\\s+(?:for|with|to)\\b)",
    { kind: "result", result: "positive" },
  ),
  word("(?:immuno[- ]?)?negativ(?:e|ity|ely)|(?:non|un)[- ]?(?:immuno)?reactive", {
    kind: "result",
    result: "negative",
  }),
  word("equivocal|indeterminate|inconclusive|borderline", { kind: "result", result: "equivocal" }),
  word(
    "retained|preserved|intact|conserved|maintained|amplified|rearranged|mutated|over-?expressed|detected|present|detectable",
    { kind: "state", result: "positive" },
  ),
  word("lost|absent|undetectable|null|deleted|wild-?type|unremarkable", {
    kind: "state",
    result: "negative",
  }),
  word("(?:co-?)?express(?:ed|es|ing)?", { kind: "express" }),
  word("lack(?:ed|s|ing)?|loss|absence|deficient", { kind: "lack" }),
  word("(?:immuno)?(?:histochemical(?:ly)?|histochemistry)|IHC|clone", ihcOrClone),
  word("FISH|CISH|in[- ]situ[- ]hybridi[sz]ation", { kind: "method", method: "FISH" }),
  word("(?:RT-?|q|real-time )?PCR|polymerase chain reaction", { kind: "method", method: "PCR" }),
  word("NGS|next[- ]generation sequencing|sequencing", { kind: "method", method: "NGS" }),
  word("flow[- ]cytometry|flow cytometric\\w*", { kind: "method", method: "flow" }),
  word(
    "(?:immuno)?stain(?:s|ed|ing)?|expression|reactivity|reaction|signals?|labell?ing|immuno(?:phenotype|expression|profile)",
    { kind: "stain" },
  ),
  word("show(?:s|ed|ing|n)?|demonstrat\\w+|reveal\\w*|display\\w*|exhibit\\w*|gave|ha[sd]", {
    kind: "shows",
  }),
  word("was|were|is|are|been|being|be|remain(?:s|ed)|became|proved", { kind: "is" }),
  word("not|no|non|without|never|neither|nor|did\\s+not|does\\s+not|do\\s+not", { kind: "not" }),
  word("but|while|whereas|although|however|though|whilst|yet|except", { kind: "but" }),
  word("and|or|as\\s+well\\s+as|plus|along\\s+with|together\\s+with|both|either|also", {
    kind: "and",
  }),
  word("for|of|with|to|against", { kind: "for" }),
  word("diffuse(?:ly)?|widespread|extensive(?:ly)?|uniform(?:ly)?", degree({ extent: "diffuse" })),
  word(
    "focal(?:ly)?|patch(?:y|ily)|(?:in\\s+)?(?:single|scattered|rare|few|occasional|isolated)\\s+(?:tumou?r\\s+)?cells|partial(?:ly)?|multifocal(?:ly)?",
    degree({ extent: "focal" }),
  ),
  word("weak(?:ly)?|faint(?:ly)?|slight(?:ly)?", degree({ intensity: "weak" })),
  word("moderate(?:ly)?", degree({ intensity: "moderate" })),
  word("strong(?:ly)?|intense(?:ly)?|marked(?:ly)?", degree({ intensity: "strong" })),
  rule(
    `(?:less\\s+than\\s+|more\\s+than\\s+|[<>≤≥~]\\s*)?${figure}(?:\\s*%)?(?:\\s*(?:[-–—]|to)\\s*${figure})?\\s*%`,
    percentOf,
  ),
  rule("\\+\\s*/\\s*[-−–]|±", { kind: "sign", says: { result: "equivocal" } }),
  rule("\\+{3}|3\\+", { kind: "sign", says: { result: "positive", intensity: "strong" } }),
  rule("\\+{2}", { kind: "sign", says: { result: "positive", intensity: "moderate" } }),
  rule("2\\+", { kind: "sign", says: { result: "equivocal" } }),
  rule("\\+", { kind: "sign", says: { result: "positive" } }),
  rule("[,/&]", { kind: "and" }),
  rule("[:=]", { kind: "colon" }),
  rule("[\\p{L}\\p{N}]+(?:[-'’.][\\p{L}\\p{N}]+)*", { kind: "word" }),
];

function ihcOrClone(found: string): Piece {
  return found.toLowerCase() === "clone" ? { kind: "word" } : { kind: "method", method: "IHC" };
}

function percentOf(found: string): Piece {
  const figures = found.match(/\d+(?:[.,]\d+)?/g) ?? [];
  const percent = Number(figures.at(-1)?.replace(",", "."));
  return { kind: "percent", percent, isLess: /less|[<≤]/.test(found) };
}

/** Reads a clause of a text, up to `end`, into what its pieces do. */
export function tokensOf(text: string, start: number, end: number): Token[] {
  const tokens: Token[] = [];
  for (let at = start; at < end; ) {
    const token = tokenAt(text, at, end, tokens.at(-1));
    if (token) tokens.push(token);
    at = token ? Math.max(token.end, at + 1) : at + 1;
  }
  return tokens;
}

const white = /\s/;

function tokenAt(text: string, at: number, end: number, before: Token | undefined): Token | null {
  const character = text.charAt(at);
  if (white.test(character)) return null;
  if (character === "(" || character === "[") return aside(text, at, end);
  return (
    cloneAt(text, at) ??
    named(text, at, end) ??
    minus(text, at, end, before) ??
    ruled(text, at) ?? { kind: "mark", start: at, end: at + 1 }
  );
}

function named(text: string, start: number, limit: number): Token | null {
  const end = nameEnd(text, start);
  return end > start && end <= limit ? { kind: "name", start, end } : null;
}

const clonePattern = /clones?\s+([\w./-]*\w)/iuy;

function cloneAt(text: string, start: number): Token | null {
  clonePattern.lastIndex = start;
  const found = clonePattern.exec(text);
  if (!found?.[1] || !/\d/.test(found[1])) return null;
  return { kind: "clone", clone: found[1], start, end: clonePattern.lastIndex };
}

/** A minus says "negative" behind a name, where nothing goes on: "CD20−,", "Desmin  –". */
function minus(text: string, at: number, end: number, before: Token | undefined): Token | null {
  if (!/[-−–]/.test(text.charAt(at))) return null;
  const token: Token = { kind: "sign", says: { result: "negative" }, start: at, end: at + 1 };
  const rest = text.slice(at + 1, Math.min(end, at + 60));
  if (!/^(?:ve\b)?\s*(?:[,;/.)]|$|\n)/.test(rest) && !isAttached(text, at, rest, before))
    return null;
  // "CD19- and CD20-positive": the rest of the word comes later.
  return /^\s+(?:and|or)\s+\S+-(?:posi|nega)tive/.test(rest) ? null : token;
}

const isAttached = (text: string, at: number, rest: string, before: Token | undefined) =>
  before?.kind === "name" &&
  before.end === at &&
  /^\s/.test(rest) &&
  !white.test(text.charAt(at - 1));

function aside(text: string, start: number, limit: number): Token {
  let depth = 0;
  for (let at = start; at < limit; at += 1) {
    if ("([".includes(text.charAt(at))) depth += 1;
    else if (")]".includes(text.charAt(at))) depth -= 1;
    if (depth === 0)
      return { kind: "aside", inside: tokensOf(text, start + 1, at), start, end: at + 1 };
  }
  return { kind: "mark", start, end: start + 1 };
}

function ruled(text: string, start: number): Token | null {
  for (const [pattern, piece] of rules) {
    pattern.lastIndex = start;
    const found = pattern.exec(text);
    if (found) return { ...piece(found[0]), start, end: pattern.lastIndex };
  }
  return null;
}
