import { deflateSync, inflateSync } from "node:zlib";
import { mutateBytes } from "./mutate-bytes.ts";
import type { Random } from "./random.ts";

const tokens = [
  ...[
    "<<",
    ">>",
    "[",
    "]",
    "(",
    ")",
    "<",
    ">",
    "/",
    "endobj",
    "endstream",
    "stream",
    "null",
    "1 0 R",
  ],
  ..."/Kids [1 0 R] |/Parent 2 0 R |/Count 99999999 |/Length -1 |/Type /Pages |/Type /ObjStm /N 9999999 /First 1".split(
    "|",
  ),
  ..."/Filter [/FlateDecode /FlateDecode /ASCIIHexDecode /LZWDecode] |/Predictor 15 /Columns 99999999".split(
    "|",
  ),
  ..."BT |ET |Tj |' |\" |TJ |Tf |Td |Tm |q |Q |cm |Do |BI ID EI|BDC |EMC |1e38 |-1e38 0 0 1e38 0 0 cm ".split(
    "|",
  ),
  ..."beginbfrange <0000> <ffff> <0000> endbfrange|begincodespacerange <00> <ffffffff> endcodespacerange".split(
    "|",
  ),
];

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");
const bytesOf = (text: string) => Uint8Array.from(Buffer.from(text, "latin1"));

interface PdfObject {
  number: string;
  text: string;
}

function objectsIn(pdf: string): PdfObject[] {
  return [...pdf.matchAll(/(?:^|[\r\n\s])(\d+) 0 obj\b([\s\S]*?)endobj/g)].map(
    ([, number = "", text = ""]) => ({ number, text }),
  );
}

/** The object with its stream unpacked, changed, and packed again; or changed as it is written. */
function mutated(random: Random, { text }: PdfObject, other: PdfObject): string {
  const found = /^([\s\S]*?>>)\s*stream\r?\n([\s\S]*?)\r?\n?endstream/.exec(text);
  const place = { random, other: bytesOf(other.text), tokens };
  if (found === null || random.chance(0.3))
    return (
      latin1(mutateBytes({ ...place, file: bytesOf(found?.[1] ?? text) })) +
      (found ? text.slice(found[1]!.length) : "")
    );
  const [, head = "", body = ""] = found;
  const stream = unpacked(head, bytesOf(body));
  const changed = mutateBytes({ ...place, file: stream ?? bytesOf(body) });
  const packed = latin1(stream ? deflateSync(changed, { level: 1 }) : changed);
  const length = head.replace(/\/Length \d+( 0 R)?/, `/Length ${packed.length}`);
  return `${length}\nstream\n${packed}\nendstream\n`;
}

function unpacked(head: string, body: Uint8Array): Uint8Array | null {
  if (!head.includes("FlateDecode")) return null;
  try {
    return inflateSync(body, { maxOutputLength: 4_000_000 });
  } catch {
    return null;
  }
}

/**
 * Changes one to three objects of a PDF by an update at its end, as programs write them, so that the
 * reader sees the object rather than a broken table of contents.
 */
export function mutatePdf(random: Random, pdf: Uint8Array): Uint8Array {
  const text = latin1(pdf);
  const objects = objectsIn(text);
  const root = /\/Root (\d+ \d+ R)/.exec(text)?.[1];
  const previous = /startxref\s+(\d+)/.exec(text.slice(-2000))?.[1];
  if (objects.length === 0 || root === undefined) return pdf;
  let whole = `${text}\n`;
  let table = "xref\n";
  for (let count = 1 + random.below(3); count > 0; count--) {
    const object = random.pick(objects);
    table += `${object.number} 1\n${String(whole.length).padStart(10, "0")} 00000 n \n`;
    whole += `${object.number} 0 obj${mutated(random, object, random.pick(objects))}\nendobj\n`;
  }
  const size = Math.max(...objects.map(({ number }) => Number(number))) + 1;
  const before = previous === undefined ? "" : ` /Prev ${previous}`;
  const trailer = `trailer\n<< /Size ${size} /Root ${root}${before} >>\nstartxref\n${whole.length}\n%%EOF\n`;
  return bytesOf(whole + table + trailer);
}
