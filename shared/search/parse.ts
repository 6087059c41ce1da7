import type { TextRange } from "../model/annotation.ts";
import { factOf } from "./fact.ts";
import { lex, type Piece } from "./lex.ts";
import type { Group, Literal, ParsedQuery, Phrase, QueryProblem, TextPattern } from "./query.ts";
import { wordsOf } from "./words.ts";

/** What brackets make of it, before it is laid out as groups. */
type Tree =
  | { kind: "literal"; literal: Literal }
  | { kind: "all" | "any"; of: Tree[] }
  | { kind: "not"; of: Tree };

/** Words between the phrases of NEAR( ) where none are said, as in SQLite. */
const usualDistance = 10;

/** Brackets multiply out; beyond this a query is one that nobody reads. */
const mostGroups = 64;

/** Brackets inside brackets; nobody needs more, and each takes a step of the stack. */
const deepest = 50;

interface State {
  pieces: readonly Piece[];
  at: number;
  depth: number;
  problems: QueryProblem[];
}

/**
 * Reads a query as people write it. It always makes something of it: what it cannot understand is
 * left out, or taken as words, and said.
 */
export function parseQuery(query: string): ParsedQuery {
  const state: State = { pieces: lex(query), at: 0, depth: 0, problems: [] };
  const parts: Tree[] = [];
  while (state.at < state.pieces.length) {
    parts.push(readAny(state));
    skipClosing(state);
  }
  const groups = layOut({ kind: "all", of: parts });
  if (groups === null) {
    const place = { start: 0, end: query.length };
    const sentence = `These brackets and ORs make more than ${mostGroups} searches in one; search for a part of it.`;
    return { groups: [], problems: [{ sentence, place }] };
  }
  return { groups: groups.filter((group) => group.length > 0), problems: state.problems };
}

const peek = (state: State) => state.pieces[state.at];

function skipClosing(state: State): void {
  const piece = peek(state);
  if (piece?.kind !== "close") return;
  say(state, piece, "This bracket closes nothing; leave it out, or put an opening one before it.");
  state.at += 1;
}

function say(state: State, { start, end }: TextRange, sentence: string): void {
  state.problems.push({ sentence, place: { start, end } });
}

function readAny(state: State): Tree {
  const parts = [readAll(state)];
  while (peek(state)?.kind === "or") {
    const or = peek(state);
    state.at += 1;
    const next = readAll(state);
    const isEmpty = (tree: Tree | undefined) => tree?.kind === "all" && tree.of.length === 0;
    if (or && (isEmpty(next) || isEmpty(parts.at(-1))))
      say(state, or, "OR needs something on both sides of it; for the word itself, write “or”.");
    parts.push(next);
  }
  return {
    kind: "any",
    of: parts.filter((part) => part.kind !== "all" || part.of.length > 0),
  };
}

function readAll(state: State): Tree {
  const of: Tree[] = [];
  for (let piece = peek(state); piece; piece = peek(state)) {
    if (piece.kind === "or" || piece.kind === "close") break;
    const part = readOne(state, piece);
    if (part) of.push(part);
  }
  return { kind: "all", of };
}

function readOne(state: State, piece: Piece): Tree | null {
  state.at += 1;
  switch (piece.kind) {
    case "and":
      return null;
    case "not":
      return readNegated(state, piece);
    case "open":
      return readBrackets(state, piece);
    case "near":
      return readNear(state, piece);
    case "quoted":
      return literalOf(state, piece, patternOf([phraseOf(piece.text)]));
    default:
      return readWord(state, piece);
  }
}

function readNegated(state: State, sign: Piece): Tree | null {
  const piece = peek(state);
  if (!piece || ["or", "and", "close"].includes(piece.kind)) {
    say(
      state,
      sign,
      "NOT needs something after it to leave out; for the word itself, write “not”.",
    );
    return null;
  }
  const of = readOne(state, piece);
  return of && { kind: "not", of };
}

function readBrackets(state: State, open: Piece): Tree | null {
  if (state.depth >= deepest) {
    say(state, open, `These are more than ${deepest} brackets inside each other; leave some out.`);
    return null;
  }
  state.depth += 1;
  const inside = readAny(state);
  state.depth -= 1;
  // One that is not closed ends where the query does.
  if (peek(state)?.kind === "close") state.at += 1;
  return inside;
}

/** NEAR(a b, 5): words and phrases of which at most so many words stand between the first and last. */
function readNear(state: State, near: Piece): Tree | null {
  const inside: Piece[] = [];
  for (let piece = peek(state); piece && piece.kind !== "close"; piece = peek(state)) {
    inside.push(piece);
    state.at += 1;
  }
  const end = (peek(state) ?? inside.at(-1) ?? near).end;
  if (peek(state)?.kind === "close") state.at += 1;
  const { phrases, distance } = partsOfNear(inside);
  if (phrases.length >= 2)
    return literalOf(state, { start: near.start, end }, { phrases, distance });
  say(
    state,
    { start: near.start, end },
    "NEAR needs two words or more, as in NEAR(desmin SMA, 5).",
  );
  return phrases.length === 1 ? literalOf(state, near, patternOf(phrases)) : null;
}

function partsOfNear(inside: readonly Piece[]): TextPattern {
  const written = inside
    .map(({ kind, text }) => (kind === "quoted" ? `"${text}"` : text))
    .join(" ");
  const [, parts = written, distance] = /^(.*?)\s*,\s*(\d{1,4})\s*$/s.exec(written) ?? [];
  const phrases = (parts.match(/"[^"]*"|[^\s"]+/g) ?? []).map((part) =>
    phraseOf(part.replaceAll('"', "")),
  );
  return {
    phrases: phrases.filter(({ words }) => words.length > 0),
    distance: distance === undefined ? usualDistance : Number(distance),
  };
}

/** A word, or a name and a value with a colon between. */
function readWord(state: State, piece: Piece): Tree | null {
  const read = factOf(piece);
  if (read?.problem) say(state, piece, read.problem);
  if (read?.fact) {
    const { start, end } = piece;
    const literal = { kind: "fact", isNegated: false, place: { start, end }, fact: read.fact };
    return { kind: "literal", literal: literal as Literal };
  }
  if (read && read.isText === false) return null;
  return literalOf(state, piece, patternOf([phraseOf(piece.text.replace(/["“”„]/g, ""))]));
}

/** The words of a piece, which signs separate: "Ki-67" is a phrase of two. */
export function phraseOf(text: string): Phrase {
  const isPrefix = text.endsWith("*");
  return { words: wordsOf(text), isPrefix };
}

export const patternOf = (phrases: readonly Phrase[]): TextPattern => ({ phrases, distance: 0 });

function literalOf(state: State, { start, end }: TextRange, pattern: TextPattern): Tree | null {
  if (pattern.phrases.some(({ words }) => words.length > 0))
    return {
      kind: "literal",
      literal: { kind: "text", isNegated: false, place: { start, end }, pattern },
    };
  say(state, { start, end }, "Signs alone cannot be found; add a letter or a figure.");
  return null;
}

/** The tree as groups of which any may hold; null when they would be too many. */
function layOut(tree: Tree, isNegated = false): Group[] | null {
  switch (tree.kind) {
    case "literal":
      return [[{ ...tree.literal, isNegated }]];
    case "not":
      return layOut(tree.of, !isNegated);
    case "all":
    case "any":
      return combine(tree.of, (tree.kind === "all") !== isNegated, isNegated);
    default:
      return tree satisfies never;
  }
}

function combine(parts: readonly Tree[], areAllWanted: boolean, isNegated: boolean) {
  let groups: Group[] = areAllWanted ? [[]] : [];
  for (const part of parts) {
    const more = layOut(part, isNegated);
    if (more === null) return null;
    groups = areAllWanted
      ? groups.flatMap((group) => more.map((other) => [...group, ...other]))
      : [...groups, ...more];
    if (groups.length > mostGroups) return null;
  }
  return groups;
}
