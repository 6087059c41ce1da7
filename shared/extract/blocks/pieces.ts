import { type Piece, plainPiece, repairedPiece } from "../extracted.ts";

/** Text as pieces: optional hyphens, which only show at a line's end, are left out. */
export function withoutOptionalHyphens(text: string): Piece[] {
  return text
    .split(/(\u00AD)/)
    .map((part) => (part === "\u00AD" ? repairedPiece("hyphen", part, "") : plainPiece(part)));
}

/** Joins neighbours that are as the file has them or were left out for one reason; without empty ones. */
export function joinPlain(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (piece.repair === null && last?.repair === null)
      joined[joined.length - 1] = plainPiece(last.text + piece.text, last.place);
    else if (last && isSameGap(last, piece))
      joined[joined.length - 1] = { ...last, original: last.original + piece.original };
    else if (piece.text !== "" || piece.original !== "") joined.push(piece);
  }
  return joined;
}

function isSameGap(one: Piece, next: Piece): boolean {
  const isGap = next.repair === "tracked-change" || next.repair === "hidden";
  return isGap && one.repair === next.repair && one.text === "" && next.text === "";
}

/** The text with every repair taken. */
export function textOfPieces(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join("");
}

/** Whether there is anything to read or to be refused. */
export function hasContent(pieces: readonly Piece[]): boolean {
  return pieces.some(({ text, original }) => text.trim() !== "" || original.trim() !== "");
}

/** Tabs and line breaks become spaces, so that the text fits into a cell or a heading. */
export function onOneLine(pieces: readonly Piece[]): Piece[] {
  const flat = (text: string) => text.replace(/[\t\n]+/g, " ");
  return pieces.map((piece) =>
    piece.repair === null
      ? plainPiece(flat(piece.text), piece.place)
      : { ...piece, text: flat(piece.text) },
  );
}

/** White space at both ends left out; repairs at the ends stay. */
export function trimPieces(pieces: readonly Piece[]): Piece[] {
  const kept = pieces.map((piece) => ({ ...piece }));
  trimFrom(kept, (text) => text.trimStart());
  trimFrom(kept.reverse(), (text) => text.trimEnd());
  return kept.reverse().filter(({ text, original }) => text !== "" || original !== "");
}

function trimFrom(pieces: Piece[], trim: (text: string) => string): void {
  for (const piece of pieces) {
    if (piece.repair !== null && piece.text === "") continue;
    piece.text = trim(piece.text);
    if (piece.repair === null) piece.original = piece.text;
    if (piece.text !== "") return;
  }
}

/** The pieces with the same text between each two that have any. */
export function joinPieces(parts: readonly Piece[][], between: string): Piece[] {
  return parts
    .filter(hasContent)
    .flatMap((part, index) => (index === 0 ? part : [plainPiece(between), ...part]));
}

/** All of it as something that is not in the text but can be put back. */
export function leftOut(pieces: readonly Piece[], repair: "tracked-change" | "hidden"): Piece[] {
  return pieces.flatMap(({ text, original, place, repair: before }) => {
    const was = before === null ? text : original;
    return was === "" ? [] : [repairedPiece(repair, was, "", place)];
  });
}
