import type { TextRange } from "../model/annotation.ts";

/** A piece of a query as it is written. */
export interface Piece extends TextRange {
  kind: "word" | "quoted" | "open" | "close" | "or" | "and" | "not" | "near";
  /** Without quotes. */
  text: string;
}

const pieces: { kind: Piece["kind"]; pattern: RegExp }[] = [
  { kind: "near", pattern: /NEAR\s*\(/y },
  { kind: "or", pattern: /(?:OR(?![^\s()])|\|+)/y },
  { kind: "and", pattern: /(?:AND(?![^\s()])|&+)/y },
  { kind: "not", pattern: /(?:NOT(?![^\s()])|[-–−](?=[^\s)]))/y },
  { kind: "open", pattern: /\(/y },
  { kind: "close", pattern: /\)/y },
  // A quote that is not closed ends where the query does: it may still be being typed.
  { kind: "quoted", pattern: /["“”„]([^"“”„]*)(?:["“”„]|$)/y },
  // Parts in quotes belong to it, as in field:result="not stated"; brackets only in pairs, as in t(11;22).
  { kind: "word", pattern: /(?:["“”„][^"“”„]*(?:["“”„]|$)|\([^()\s]*\)|[^\s()"“”„])+/y },
];

/** Cuts a query into its pieces; everything that is written is some piece or white space. */
export function lex(query: string): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  while (at < query.length) {
    const piece = pieceAt(query, at);
    if (piece) found.push(piece);
    at = piece?.end ?? at + 1;
  }
  return found;
}

function pieceAt(query: string, start: number): Piece | null {
  if (/\s/.test(query[start] ?? "")) return null;
  for (const { kind, pattern } of pieces) {
    pattern.lastIndex = start;
    const match = pattern.exec(query);
    if (!match) continue;
    const piece = { kind, text: match[1] ?? match[0], start, end: start + match[0].length };
    // "phrase"* is a phrase whose last word is unfinished; the star stays with its text.
    if (kind === "quoted" && query[piece.end] === "*")
      return { ...piece, text: `${piece.text}*`, end: piece.end + 1 };
    return piece;
  }
  return null;
}
