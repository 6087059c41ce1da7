/** A square PNG and the length of its side in pixels. */
export interface SizedPng {
  size: number;
  png: Buffer;
}

const headerLength = 6;
const entryLength = 16;

/** A Windows icon file of PNGs, each up to 256 pixels: a header, a directory, the pictures. */
export function icoOf(pictures: readonly SizedPng[]): Buffer {
  const directory = Buffer.alloc(headerLength + entryLength * pictures.length);
  directory.writeUInt16LE(1, 2); // an icon, not a cursor
  directory.writeUInt16LE(pictures.length, 4);
  let offset = directory.length;
  for (const [index, { size, png }] of pictures.entries()) {
    const at = headerLength + entryLength * index;
    directory.writeUInt8(size % 256, at); // 0 stands for 256
    directory.writeUInt8(size % 256, at + 1);
    directory.writeUInt16LE(1, at + 4); // colour planes
    directory.writeUInt16LE(32, at + 6); // bits a pixel
    directory.writeUInt32LE(png.length, at + 8);
    directory.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([directory, ...pictures.map(({ png }) => png)]);
}

/** Apple's names for a PNG of each size: for plain screens, and for those with double resolution. */
const icnsTypes: readonly (readonly [type: string, size: number])[] = [
  ["icp4", 16],
  ["icp5", 32],
  ["ic07", 128],
  ["ic08", 256],
  ["ic09", 512],
  ["ic11", 32],
  ["ic12", 64],
  ["ic13", 256],
  ["ic14", 512],
  ["ic10", 1024],
];

/** A Mac icon file of the PNGs among those given that it has names for. */
export function icnsOf(pictures: readonly SizedPng[]): Buffer {
  const pngOf = new Map(pictures.map(({ size, png }) => [size, png]));
  const parts = icnsTypes.flatMap(([type, size]) => {
    const png = pngOf.get(size);
    return png ? [icnsPart(type, png)] : [];
  });
  return icnsPart("icns", Buffer.concat(parts));
}

function icnsPart(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, "latin1");
  head.writeUInt32BE(head.length + content.length, 4);
  return Buffer.concat([head, content]);
}
