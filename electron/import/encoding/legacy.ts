import { analyse } from "chardet";
import { decodeAs, encodingNamed } from "./decoders.ts";
import { senseOf } from "./sense.ts";

/** Encodings from before Unicode, the more usual first, each with what it has to be better by. */
const candidates: [encoding: string, handicap: number][] = [
  ["windows-1252", 0],
  ["windows-1251", 0.03],
  ["windows-1250", 0.03],
  ["gb18030", 0.03],
  ["shift_jis", 0.03],
  ["euc-kr", 0.03],
  ["big5", 0.03],
  ["windows-1254", 0.03],
  ["windows-1253", 0.03],
  ["windows-1255", 0.03],
  ["windows-1256", 0.03],
  ["windows-1257", 0.06],
  ["windows-1258", 0.06],
  ["windows-874", 0.03],
  ["koi8-r", 0.03],
  ["koi8-u", 0.04],
  ["ibm866", 0.04],
  ["euc-jp", 0.04],
  ["iso-8859-15", 0.05],
  ["iso-8859-2", 0.04],
  ["iso-8859-5", 0.04],
  ["iso-8859-7", 0.04],
  ["iso-8859-8", 0.05],
  ["iso-8859-6", 0.05],
  ["iso-8859-4", 0.06],
  ["iso-8859-13", 0.06],
  ["iso-8859-3", 0.07],
  ["iso-8859-10", 0.07],
  ["iso-8859-14", 0.08],
  ["iso-8859-16", 0.07],
  ["macintosh", 0.12],
  ["x-mac-cyrillic", 0.05],
];

export interface Candidate {
  encoding: string;
  /** How much the text makes sense in it, see `senseOf`. */
  sense: number;
  /** The part of the text that was looked at. */
  sample: string;
}

/** Every encoding in which the bytes are text, the likeliest first; those that say the same only once. */
export function legacyCandidates(bytes: Uint8Array): Candidate[] {
  const sampleBytes = linesBeyondAscii(bytes);
  const detected = detectedShares(sampleBytes);
  const found = candidates.flatMap(([encoding, handicap]) => {
    const { text, lost } = decodeAs(encoding, sampleBytes);
    if (lost > 0) return [];
    const sense = senseOf(text) - handicap + 0.06 * (detected.get(encoding) ?? 0);
    return [{ encoding, sense, sample: text }];
  });
  found.sort((a, b) => b.sense - a.sense);
  const texts = new Set<string>();
  return found.filter(({ sample }) => !texts.has(sample) && texts.add(sample));
}

/** What chardet thinks, from 0 to 1. It knows n-grams of some languages, but not each encoding. */
function detectedShares(bytes: Uint8Array): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  for (const { name, confidence } of analyse(bytes)) {
    const encoding = encodingNamed(name);
    const share = Math.max(confidence / 100, shares.get(encoding ?? "") ?? 0);
    if (encoding) shares.set(encoding, share);
  }
  return shares;
}

const enough = 16_384;
const longestLine = 4096;

/** Lines that hold more than ASCII, up to what is enough to tell; of one-line files the parts that do. */
function linesBeyondAscii(bytes: Uint8Array): Uint8Array {
  const lines: Uint8Array[] = [];
  let length = 0;
  let at = bytes.findIndex((byte) => byte >= 0x80);
  while (at >= 0 && length < enough) {
    const start = Math.max(lineStart(bytes, at), at - longestLine);
    const end = Math.min(lineEnd(bytes, at), start + 2 * longestLine);
    lines.push(bytes.subarray(start, end));
    length += end - start;
    const next = bytes.subarray(end).findIndex((byte) => byte >= 0x80);
    at = next < 0 ? -1 : end + next;
  }
  return Buffer.concat(lines);
}

const isLineEnd = (byte: number | undefined) => byte === 10 || byte === 13;

function lineStart(bytes: Uint8Array, at: number): number {
  let start = at;
  while (start > 0 && !isLineEnd(bytes[start - 1])) start -= 1;
  return start;
}

function lineEnd(bytes: Uint8Array, at: number): number {
  let end = at;
  while (end < bytes.length && !isLineEnd(bytes[end])) end += 1;
  return Math.min(end + 1, bytes.length);
}
