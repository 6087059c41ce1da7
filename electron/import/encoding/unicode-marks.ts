import { decodeAs } from "./decoders.ts";

const marks: [encoding: string, bytes: number[]][] = [
  // Before UTF-16, whose mark it begins with.
  ["utf-32le", [0xff, 0xfe, 0, 0]],
  ["utf-32be", [0, 0, 0xfe, 0xff]],
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/** The encoding that a byte order mark names. */
export function encodingByMark(bytes: Uint8Array): string | null {
  const found = marks.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  return found?.[0] ?? null;
}

/** UTF-16 and UTF-32 without a mark, by where their zero bytes are; null where those say neither. */
export function encodingByZeros(bytes: Uint8Array): string | null {
  const zeros = [0, 0, 0, 0];
  const head = bytes.subarray(0, 4096);
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 4] = (zeros[at % 4] ?? 0) + 1;
  const candidates = ["utf-32le", "utf-32be", "utf-16le", "utf-16be"];
  return (
    candidates.find((encoding) => hasItsZeros(encoding, zeros) && reads(encoding, bytes)) ?? null
  );
}

/** Text has zeros in the high byte of its spaces and line ends at least, and hardly any in the low one. */
function hasItsZeros(encoding: string, [a = 0, b = 0, c = 0, d = 0]: number[]): boolean {
  const most = Math.max(a, b, c, d);
  switch (encoding) {
    case "utf-32le":
      return d === most && c > 0.8 * most && a < 0.05 * most;
    case "utf-32be":
      return a === most && b > 0.8 * most && d < 0.05 * most;
    case "utf-16le":
      return b + d > 20 * (a + c);
    default:
      return a + c > 20 * (b + d);
  }
}

function reads(encoding: string, bytes: Uint8Array): boolean {
  const { text, lost } = decodeAs(encoding, bytes);
  return lost === 0 && !text.includes("\0") && !/[\p{Cn}\p{Co}]/u.test(text.slice(0, 10_000));
}
