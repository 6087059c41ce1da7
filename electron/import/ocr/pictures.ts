import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { type DecodedPicture, type GreyLayer, greyOf, light, stencilOf } from "./grey.ts";
import { asMatrix, combine, type Matrix } from "./paper.ts";

/** A picture that a page draws. */
export interface PlacedPicture {
  /** From its unit square to points on the page as it is seen, from the upper left corner. */
  place: Matrix;
  width: number;
  height: number;
  /** Decodes it; null where its data are damaged. */
  load(): Promise<GreyLayer | null>;
}

export interface Pictures {
  /** In the order of drawing: later ones cover earlier ones. */
  pictures: PlacedPicture[];
  /** Whether lines and areas are drawn as well, which may be letters. */
  hasShapes: boolean;
}

/** What a page draws that is no text. Transforms and inks are followed as pdf.js would draw. */
export async function picturesOf(page: PDFPageProxy, view: Matrix): Promise<Pictures> {
  const { OPS } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const { fnArray, argsArray } = await page.getOperatorList();
  const walk = startWalk(view);
  const { add } = walk;
  const steps: Record<number, (args: Arguments) => void> = {
    [OPS.save]: walk.enter,
    [OPS.restore]: walk.leave,
    [OPS.transform]: walk.turn,
    [OPS.paintFormXObjectBegin]: ([matrix]) => {
      walk.enter();
      if (matrix) walk.turn(matrix);
    },
    [OPS.paintFormXObjectEnd]: walk.leave,
    [OPS.beginGroup]: ([group]) => walk.enter(Boolean(group.smask)),
    [OPS.endGroup]: walk.leave,
    [OPS.setFillRGBColor]: ([colour]) => walk.dip(inkOf(colour)),
    [OPS.constructPath]: walk.shape,
    [OPS.paintImageXObject]: ([id, width, height]) =>
      add({ width, height }, () => decoded(page, id, greyOf)),
    [OPS.paintInlineImageXObject]: ([picture]) => add(picture, async () => greyOf(picture)),
    [OPS.paintImageMaskXObject]: ([mask], ink = walk.ink()) =>
      add(mask, () => decoded(page, mask.data, (bits) => stencilOf(bits, ink))),
  };
  for (const [at, operator] of fnArray.entries()) steps[operator]?.(argsArray[at] ?? []);
  return walk.found;
}

// pdf.js types what an operator is given as any, and has a meaning of its own for each operator.
type Arguments = Awaited<ReturnType<PDFPageProxy["getOperatorList"]>>["argsArray"][number];

interface State {
  matrix: Matrix;
  /** How light the ink is that stencils are painted with. */
  ink: number;
  /** Whether what is drawn only masks something else, and is no picture of its own. */
  isMask: boolean;
}

function startWalk(view: Matrix) {
  const found: Pictures = { pictures: [], hasShapes: false };
  const outer: State[] = [];
  let state: State = { matrix: view, ink: 0, isMask: false };
  return {
    found,
    ink: () => state.ink,
    enter(isMask: unknown = false) {
      outer.push(state);
      state = { ...state, isMask: state.isMask || isMask === true };
    },
    leave() {
      state = outer.pop() ?? state;
    },
    turn(numbers: ArrayLike<number>) {
      state = { ...state, matrix: combine(asMatrix(numbers), state.matrix) };
    },
    dip(ink: number) {
      state = { ...state, ink };
    },
    shape() {
      found.hasShapes ||= !state.isMask;
    },
    add({ width, height }: Size, load: PlacedPicture["load"]) {
      if (!state.isMask) found.pictures.push({ place: state.matrix, width, height, load });
    },
  };
}

interface Size {
  width: number;
  height: number;
}

async function decoded(
  page: PDFPageProxy,
  id: string,
  make: (picture: DecodedPicture) => GreyLayer,
): Promise<GreyLayer | null> {
  const objects = id.startsWith("g_") ? page.commonObjs : page.objs;
  const picture = await new Promise<DecodedPicture | null>((resolve) => {
    objects.get(id, resolve, () => resolve(null));
  });
  return picture?.data ? make(picture) : null;
}

/** pdf.js says colours as "#rrggbb"; a pattern counts as black. */
function inkOf(colour: unknown): number {
  const [, ...parts] = /^#(\w\w)(\w\w)(\w\w)$/.exec(String(colour)) ?? [];
  const numbers = parts.map((part) => Number.parseInt(part, 16));
  return numbers.length === 3 ? light(numbers, 0) : 0;
}
