/** A picture in greys, row by row from the top: 0 is black, 255 white. */
export interface GreyPicture {
  width: number;
  height: number;
  dots: Uint8Array;
}

/** A picture that lets through what is below it: opacity is 255 where it covers; null: everywhere. */
export interface GreyLayer extends GreyPicture {
  opacity: Uint8Array | null;
}

/** A picture as pdf.js decodes it: `kind` 1 is a bit a dot in rows of whole bytes, 2 RGB, 3 RGBA. */
export interface DecodedPicture {
  width: number;
  height: number;
  kind: number;
  data: Uint8Array | Uint8ClampedArray;
}

/** A decoded picture in greys. @throws RangeError when it has fewer data than it should. */
export function greyOf(picture: DecodedPicture): GreyLayer {
  const { width, height, kind, data } = picture;
  if (kind === 1) return { width, height, dots: bitsOf(picture), opacity: null };
  const step = kind === 2 ? 3 : 4;
  refuseShort(picture, width * step * height);
  const dots = new Uint8Array(width * height);
  for (let at = 0; at < dots.length; at++) dots[at] = light(data, at * step);
  if (kind === 2) return { width, height, dots, opacity: null };
  const opacity = new Uint8Array(dots.length);
  for (let at = 0; at < dots.length; at++) opacity[at] = data[at * 4 + 3] ?? 255;
  return { width, height, dots, opacity };
}

/** A stencil, through whose zeros a PDF paints with one ink; `ink` is how light that is. */
export function stencilOf(picture: Omit<DecodedPicture, "kind">, ink: number): GreyLayer {
  const { width, height } = picture;
  const opacity = bitsOf(picture).map((bit) => 255 - bit);
  return { width, height, dots: new Uint8Array(opacity.length).fill(ink), opacity };
}

/** 255 for every bit that is set, 0 for the others. */
function bitsOf(picture: Omit<DecodedPicture, "kind">): Uint8Array {
  const { width, height, data } = picture;
  const rowLength = (width + 7) >> 3;
  refuseShort(picture, rowLength * height);
  const dots = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if ((data[y * rowLength + (x >> 3)] ?? 0) & (128 >> (x & 7))) dots[y * width + x] = 255;
  return dots;
}

/** How light a colour looks (ITU-R BT.601), in 256ths so that it stays with integers. */
export function light(data: ArrayLike<number>, at: number): number {
  return (77 * (data[at] ?? 0) + 150 * (data[at + 1] ?? 0) + 29 * (data[at + 2] ?? 0)) >> 8;
}

function refuseShort({ width, height, data }: Omit<DecodedPicture, "kind">, bytes: number): void {
  if (data.length < bytes)
    throw new RangeError(`a picture of ${width} x ${height} has ${data.length} of ${bytes} bytes`);
}
