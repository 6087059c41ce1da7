/** How a font looks, as far as its name and flags tell. */
export interface Face {
  name: string;
  bold: boolean;
  italic: boolean;
}

/** Text drawn in one go, in one font, upright. Points from the upper left corner of its sheet. */
export interface Run {
  text: string;
  left: number;
  right: number;
  baseline: number;
  /** Height of the type in points. */
  size: number;
  face: Face;
  /** Whether the file itself has white space before it. */
  spaced: boolean;
  /** How sure the recognition of a picture is, in percent; absent where the file has the text. */
  confidence?: number;
}

/** What stands on a page in one direction. Turned text is a sheet of its own, turned upright. */
export interface Sheet {
  /** From 1. */
  page: number;
  /** By how much its text is turned clockwise on the page. */
  turn: Turn;
  width: number;
  height: number;
  runs: Run[];
}
type Turn = 0 | 90 | 180 | 270 | "askew";

/** A run as a PDF places it: a matrix on the page, upper left corner, y downwards. */
export interface PlacedText {
  text: string;
  /** Of the text's direction, the glyphs' height, and the start of the baseline. */
  matrix: readonly [number, number, number, number, number, number];
  width: number;
  face: Face;
  confidence?: number;
}

/** Sorts a page's texts into sheets, one a direction, upright first. */
export function sheetsOf(
  page: number,
  size: { width: number; height: number },
  texts: readonly PlacedText[],
): Sheet[] {
  const sheets = new Map<Turn, Sheet>();
  let spaced = true;
  for (const text of texts) {
    if (text.text.trim() === "") {
      spaced = true;
      continue;
    }
    const turn = turnOf(text);
    const sheet = sheets.get(turn) ?? emptySheet(page, turn, size);
    sheets.set(turn, sheet);
    sheet.runs.push(runOf(text, sheet, spaced));
    spaced = /\s$/.test(text.text);
  }
  return [...sheets.values()].sort((a, b) => rank(a.turn) - rank(b.turn));
}

const rank = (turn: Turn): number => (turn === "askew" ? 360 : turn);

function emptySheet(page: number, turn: Turn, size: { width: number; height: number }): Sheet {
  const isSideways = turn === 90 || turn === 270;
  const [width, height] = isSideways ? [size.height, size.width] : [size.width, size.height];
  return { page, turn, width, height, runs: [] };
}

function turnOf({ matrix: [a, b] }: PlacedText): Turn {
  const degrees = ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360;
  for (const turn of [0, 90, 180, 270] as const)
    if (Math.abs(degrees - turn) < 3 || Math.abs(degrees - 360 - turn) < 3) return turn;
  return "askew";
}

function runOf(placed: PlacedText, sheet: Sheet, spaced: boolean): Run {
  const { text, matrix, width, face, confidence } = placed;
  const [left, baseline] = upright(sheet, matrix[4], matrix[5]);
  const size = Math.hypot(matrix[2], matrix[3]);
  const isSpaced = spaced || /^\s/.test(text);
  return {
    text: text.trim(),
    left,
    right: left + width,
    baseline,
    size,
    face,
    spaced: isSpaced,
    ...(confidence !== undefined && { confidence }),
  };
}

/** From a point on the page to the same point on a turned sheet. */
function upright({ turn, width, height }: Sheet, x: number, y: number): [number, number] {
  if (turn === 90) return [y, height - x];
  if (turn === 270) return [width - y, x];
  if (turn === 180) return [width - x, height - y];
  return [x, y];
}

/** From a box on a turned sheet back to the page. */
export function boxOnPage(
  { turn, width, height }: Pick<Sheet, "turn" | "width" | "height">,
  [left, top, right, bottom]: [number, number, number, number],
): [number, number, number, number] {
  if (turn === 90) return [height - bottom, left, height - top, right];
  if (turn === 270) return [top, width - right, bottom, width - left];
  if (turn === 180) return [width - right, height - bottom, width - left, height - top];
  return [left, top, right, bottom];
}
