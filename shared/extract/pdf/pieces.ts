import { type Piece, type Place, plainPiece, repairedPiece } from "../extracted.ts";
import { spelled } from "./characters.ts";
import { jointOf } from "./hyphens.ts";
import type { Line, Recognition } from "./lines.ts";
import { boxOnPage } from "./runs.ts";
import { closeSpaces } from "./spaces.ts";

/** Where a line stands on its page. */
export function placeOf({ sheet, left, top, right, bottom }: Line): Place {
  const round = (points: number) => Math.round(points * 10) / 10;
  const [l, t, r, b] = boxOnPage(sheet, [left, top, right, bottom]);
  return { page: sheet.page, box: [round(l), round(t), round(r), round(b)] };
}

/** Lines as one running text; every repair is a piece of its own. */
export function piecesOf(lines: readonly Line[], known: ReadonlyMap<string, number>): Piece[] {
  return lines.flatMap((line, at) => {
    const next = lines[at + 1];
    return next ? joined(line, next, known) : piecesOfText(line, line.text);
  });
}

function joined(line: Line, next: Line, known: ReadonlyMap<string, number>): Piece[] {
  const place = placeOf(line);
  const joint = jointOf(line.text, next.text, known);
  if (joint === "space")
    return [...piecesOfText(line, line.text), repairedPiece("line-end", "\n", " ", place)];
  const cut = line.text.slice(0, -1);
  const sign = line.text.slice(-1);
  const end =
    joint === "word"
      ? repairedPiece("hyphen", `${sign}\n`, "", place)
      : repairedPiece("line-end", `${sign}\n`, sign, place);
  return [...piecesOfText(line, cut), end];
}

function piecesOfText(line: Line, text: string): Piece[] {
  const place = placeOf(line);
  if (line.spaced !== null) return [repairedPiece("spaces", line.spaced, text, place)];
  if (line.recognition) return recognised(text, line.recognition.doubts, place);
  const pieces = spelled(text).flatMap((part) =>
    part.repair === null
      ? closeSpaces(plainPiece(part.text, place))
      : [repairedPiece(part.repair, part.original, part.text, place)],
  );
  return line.doubled === ""
    ? pieces
    : [...pieces, repairedPiece("doubled", line.doubled, "", place)];
}

/** Each word that recognition doubts is a piece of its own; whoever refuses it has a gap instead. */
function recognised(text: string, doubts: Recognition["doubts"], place: Place): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const { word, confidence } of doubts) {
    // The hyphen at a line's end may have become a piece before.
    const start =
      text.indexOf(word, done) < 0
        ? text.indexOf(word.slice(0, -1), done)
        : text.indexOf(word, done);
    if (start < 0) continue;
    const end = Math.min(start + word.length, text.length);
    if (start > done) pieces.push(...closeSpaces(plainPiece(text.slice(done, start), place)));
    const because = `OCR is ${Math.round(confidence)} % sure of it.`;
    pieces.push({ ...repairedPiece("uncertain", "[…]", text.slice(start, end), place), because });
    done = end;
  }
  if (done < text.length) pieces.push(...closeSpaces(plainPiece(text.slice(done), place)));
  return pieces;
}

/** A table's rows, a line each, cells parted by tabs. */
export function piecesOfRows(rows: Line[][][], known: ReadonlyMap<string, number>): Piece[] {
  return rows.flatMap((row, n) => [
    ...(n === 0 ? [] : [plainPiece("\n")]),
    ...row.flatMap((cell, m) => [...(m === 0 ? [] : [plainPiece("\t")]), ...piecesOf(cell, known)]),
  ]);
}
