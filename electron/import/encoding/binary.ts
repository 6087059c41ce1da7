/** Why bytes are no text that can be read; null where nothing speaks against it. */
export function whyNoText(bytes: Uint8Array): string | null {
  const zero = bytes.indexOf(0);
  if (zero >= 0)
    return `is not a text file (a zero byte at ${zero}); save the report as plain text and import that`;
  const counts = byteCounts(bytes.subarray(0, 65_536));
  if (isEbcdic(counts))
    return "seems to be EBCDIC text of a mainframe, which is not read; convert it to UTF-8 and import that";
  if (share(counts, isControl) > 0.02)
    return "is not a text file (it is full of control characters); save the report as plain text and import that";
  return null;
}

function byteCounts(bytes: Uint8Array): number[] {
  const counts = new Array<number>(256).fill(0);
  for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1;
  return counts;
}

function share(counts: number[], counted: (byte: number) => boolean): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const found = counts.reduce((sum, count, byte) => sum + (counted(byte) ? count : 0), 0);
  return total === 0 ? 0 : found / total;
}

/** Tab, line feed, form feed and the like, and the escapes of ISO-2022, are in texts. */
const isControl = (byte: number) =>
  (byte < 32 && !(byte >= 7 && byte <= 13) && byte !== 27) || byte === 127;

/** In EBCDIC the space is 0x40 and letters are above 0x80; what is a space elsewhere does not occur. */
function isEbcdic(counts: number[]): boolean {
  const spaces = share(counts, (byte) => byte === 0x40);
  const letters = share(counts, (byte) => byte > 0x80 && byte < 0xea && (byte & 0x0f) < 10);
  return spaces > 0.08 && letters > 0.6 && share(counts, (byte) => byte === 0x20) < 0.005;
}
