import type { GreyPicture } from "./grey.ts";

/** Darker dots are ink. */
const ink = 128;

interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** How thick the strokes within a box are: the mean length in dots of a run of ink in its rows. */
export function strokeWidth({ width, dots }: GreyPicture, { x0, y0, x1, y1 }: Box): number {
  let inked = 0;
  let runs = 0;
  for (let y = y0; y < y1; y++) {
    let wasInk = false;
    for (let x = x0; x < x1; x++) {
      const isInk = (dots[y * width + x] ?? 255) < ink;
      if (isInk) inked += 1;
      if (isInk && !wasInk) runs += 1;
      wasInk = isInk;
    }
  }
  return runs === 0 ? 0 : inked / runs;
}
