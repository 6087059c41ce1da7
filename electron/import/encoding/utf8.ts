/** Whether all of it is UTF-8. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** How many sequences of several bytes are UTF-8, and how many places are none. */
export function utf8Sequences(bytes: Uint8Array): { good: number; bad: number } {
  let good = 0;
  let bad = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    if (length > 1) good += 1;
    if (length === 0) bad += 1;
    at += Math.max(length, 1);
  }
  return { good, bad };
}

/** The bytes of the UTF-8 character at a place; 0 where there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const length = lengthByLead(bytes[at] ?? 0);
  if (length < 2) return length;
  const rest = bytes.subarray(at + 1, at + length);
  return rest.length === length - 1 && rest.every((byte) => byte >> 6 === 2) ? length : 0;
}

function lengthByLead(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

/** Byte offset of the first byte that is no UTF-8. */
export function firstBadByte(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length === 0) break;
    at += length;
  }
  return at;
}

/**
 * CESU-8 writes a character beyond the basic plane as two surrogates of three bytes each, which is
 * no UTF-8. Null where there is no such pair, or something else is wrong as well.
 */
export function cesu8ToUtf8(bytes: Uint8Array): Uint8Array | null {
  if (!bytes.includes(0xed)) return null;
  const result = new Uint8Array(bytes.length);
  let length = 0;
  let pairs = 0;
  for (let at = 0; at < bytes.length; ) {
    const code = surrogatePairAt(bytes, at);
    if (code === null) result[length++] = bytes[at++] ?? 0;
    else {
      result.set(new TextEncoder().encode(String.fromCodePoint(code)), length);
      length += 4;
      at += 6;
      pairs += 1;
    }
  }
  const utf8 = result.subarray(0, length);
  return pairs > 0 && isUtf8(utf8) ? utf8 : null;
}

function surrogatePairAt(bytes: Uint8Array, at: number): number | null {
  if (bytes[at] !== 0xed) return null;
  const [b = 0, c = 0, d = 0, e = 0, f = 0] = bytes.subarray(at + 1, at + 6);
  const isHigh = b >= 0xa0 && b <= 0xaf;
  const isLow = d === 0xed && e >= 0xb0 && e <= 0xbf;
  if (!isHigh || !isLow) return null;
  return 0x10000 + ((b & 0x0f) << 16) + ((c & 0x3f) << 10) + ((e & 0x0f) << 6) + (f & 0x3f);
}
