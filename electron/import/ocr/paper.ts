import type { GreyLayer, GreyPicture } from "./grey.ts";

/** a, b, c, d, e, f: from (x, y) to (ax + cy + e, bx + dy + f). */
export type Matrix = readonly [number, number, number, number, number, number];

/** Six numbers of pdf.js; the matrix that changes nothing says what is missing. */
export function asMatrix(numbers: ArrayLike<number>): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = Array.from(numbers);
  return [a, b, c, d, e, f];
}

/** White paper of this many dots. */
export function whitePaper(width: number, height: number): GreyPicture {
  return { width, height, dots: new Uint8Array(width * height).fill(255) };
}

/** First one, then the other. */
export function combine(first: Matrix, then: Matrix): Matrix {
  const [a, b, c, d, e, f] = then;
  const [g, h, i, j, x, y] = first;
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * x + c * y + e,
    b * x + d * y + f,
  ];
}

/** How many of a picture's dots a length of 1 holds that it is drawn on. */
export function density({ width, height }: { width: number; height: number }, place: Matrix) {
  const [a, b, c, d] = place;
  return Math.max(width / Math.hypot(a, b), height / Math.hypot(c, d));
}

/** More than this many dots of a picture for one of the paper are not all looked at. */
const mostTaps = 4;
const nothing = 1e-6;

/**
 * Draws a picture on the paper, whatever it is turned, scaled or skewed by. `place` leads from the
 * picture's unit square, whose y points up as in a PDF, to dots of the paper, whose y points down.
 */
export function drawOn(paper: GreyPicture, picture: GreyLayer, place: Matrix): void {
  const [a, b, c, d, e, f] = place;
  const size = a * d - b * c;
  if (Math.abs(size) < 1e-9 || !place.every(Number.isFinite)) return;
  const { width, height } = picture;
  // From dots of the paper back to dots of the picture, whose first row is the top of the square.
  const [xx, xy] = [(d / size) * width, (-c / size) * width];
  const [yx, yy] = [(b / size) * height, (-a / size) * height];
  const left = Math.max(0, Math.floor(Math.min(e, e + a, e + c, e + a + c)));
  const right = Math.min(paper.width, Math.ceil(Math.max(e, e + a, e + c, e + a + c)));
  const top = Math.max(0, Math.floor(Math.min(f, f + b, f + d, f + b + d)));
  const bottom = Math.min(paper.height, Math.ceil(Math.max(f, f + b, f + d, f + b + d)));
  const coarse = Math.max(Math.hypot(xx, yx), Math.hypot(xy, yy));
  const taps = Math.min(mostTaps, Math.max(1, Math.round(coarse)));
  const look = coarse < 0.75 ? between : dotAt;
  for (let row = top; row < bottom; row++)
    for (let column = left; column < right; column++) {
      const at = row * paper.width + column;
      const below = paper.dots[at] ?? 255;
      let sum = 0;
      for (let tap = 0; tap < taps * taps; tap++) {
        const x = column + ((tap % taps) + 0.5) / taps - e;
        const y = row + (Math.floor(tap / taps) + 0.5) / taps - f;
        const u = xx * x + xy * y;
        const v = height + yx * x + yy * y;
        // Strips touch at their edges; rounding must not leave a gap there.
        const isInside = u > -nothing && v > -nothing && u < width && v < height;
        sum += isInside ? look(picture, Math.max(0, u), Math.max(0, v), below) : below;
      }
      paper.dots[at] = Math.round(sum / (taps * taps));
    }
}

/** The picture's dot at a place within it; where it is clear, what is below. */
function dotAt({ width, dots, opacity }: GreyLayer, u: number, v: number, below: number): number {
  const at = Math.floor(v) * width + Math.floor(u);
  const dot = dots[at] ?? 255;
  if (opacity === null) return dot;
  const cover = (opacity[at] ?? 255) / 255;
  return dot * cover + below * (1 - cover);
}

/** Between the four dots around a place, so that letters made larger have no stairs. */
function between(picture: GreyLayer, u: number, v: number, below: number): number {
  const [x, y] = [Math.max(0, u - 0.5), Math.max(0, v - 0.5)];
  const [nextX, nextY] = [Math.min(x + 1, picture.width - 1), Math.min(y + 1, picture.height - 1)];
  const [right, down] = [x % 1, y % 1];
  const upper = dotAt(picture, x, y, below) * (1 - right) + dotAt(picture, nextX, y, below) * right;
  const lower =
    dotAt(picture, x, nextY, below) * (1 - right) + dotAt(picture, nextX, nextY, below) * right;
  return upper * (1 - down) + lower * down;
}
