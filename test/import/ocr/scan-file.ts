import { deflateSync } from "node:zlib";

/** A bit a dot in rows of whole bytes, 1 for white, as a PDF's grey of one bit. */
export interface ScannedPage {
  width: number;
  height: number;
  bits: Uint8Array;
  dotsPerInch: number;
}

/** How pages are put into the file. */
interface Filing {
  /** Into how many pictures below each other a page is cut. */
  strips: number;
  /** Whether pages stand on their heads, and the file says that they are to be turned. */
  isTurned: boolean;
  /** Whether pages are stencils that black ink is painted through. */
  isStencil: boolean;
  /** Text that stands on each page besides its picture. */
  stamp: string;
}

const plain: Filing = { strips: 1, isTurned: false, isStencil: false, stamp: "" };

/** A PDF of scans; null stands for a page of its own text, which is `ownText`. */
export function scannedPdf(
  pages: readonly (ScannedPage | null)[],
  filing: Partial<Filing> = {},
  ownText: readonly string[] = [],
): Uint8Array {
  const how = { ...plain, ...filing };
  const objects: Buffer[] = [];
  const add = (object: Buffer | string) => objects.push(Buffer.from(object)) + 2;
  const kids = pages.map((page) => {
    const made = page
      ? scanned(page, how, add)
      : { drawing: drawn(ownText, 12, 780), pictures: "" };
    const content = add(stream("", Buffer.from(made.drawing)));
    const [width, height] = page ? pointsOf(page) : [595, 842];
    const resources = `/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> /XObject << ${made.pictures} >>`;
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${how.isTurned ? 180 : 0} ` +
        `/Contents ${content} 0 R /Resources << ${resources} >> >>`,
    );
  });
  const list = kids.map((kid) => `${kid} 0 R`).join(" ");
  return fileOf([
    Buffer.from("<< /Type /Catalog /Pages 2 0 R >>"),
    Buffer.from(`<< /Type /Pages /Kids [${list}] /Count ${kids.length} >>`),
    ...objects,
  ]);
}

const pointsOf = ({ width, height, dotsPerInch }: ScannedPage) =>
  [(width * 72) / dotsPerInch, (height * 72) / dotsPerInch] as const;

function scanned(page: ScannedPage, how: Filing, add: (object: Buffer) => number) {
  const [width, height] = pointsOf(page);
  const rowLength = (page.width + 7) >> 3;
  const upside = how.isTurned ? `-1 0 0 -1 ${width} ${height} cm ` : "";
  const made = { drawing: `${drawn([how.stamp], 6, 20)} ${upside}`, pictures: "" };
  for (let strip = 0; strip < how.strips; strip++) {
    const first = Math.floor((page.height * strip) / how.strips);
    const end = Math.floor((page.height * (strip + 1)) / how.strips);
    const kind = how.isStencil ? "/ImageMask true" : "/ColorSpace /DeviceGray";
    const head = `/Type /XObject /Subtype /Image /Width ${page.width} /Height ${end - first} ${kind} /BitsPerComponent 1`;
    const number = add(stream(head, page.bits.subarray(first * rowLength, end * rowLength)));
    const [high, below] = [(end - first) / page.height, (page.height - end) / page.height];
    made.pictures += `/I${strip} ${number} 0 R `;
    made.drawing += ` q ${width} 0 0 ${height * high} 0 ${height * below} cm /I${strip} Do Q`;
  }
  return made;
}

function drawn(lines: readonly string[], size: number, height: number): string {
  const shown = lines.map((line) => `(${line}) Tj T*`).join(" ");
  return `BT /F1 ${size} Tf ${size * 1.4} TL 40 ${height} Td ${shown} ET`;
}

function stream(head: string, content: Uint8Array): Buffer {
  const packed = deflateSync(content, { level: 9 });
  const start = `<< ${head} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`;
  return Buffer.concat([Buffer.from(start), packed, Buffer.from("\nendstream")]);
}

function fileOf(objects: readonly Buffer[]): Uint8Array {
  const parts = objects.flatMap((object, at) => [
    Buffer.from(`${at + 1} 0 obj\n`),
    object,
    Buffer.from("\nendobj\n"),
  ]);
  const end = `trailer << /Root 1 0 R /Size ${objects.length + 1} >>\n%%EOF\n`;
  return new Uint8Array(Buffer.concat([Buffer.from("%PDF-1.4\n"), ...parts, Buffer.from(end)]));
}
