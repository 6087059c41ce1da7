import type { Source } from "../shared/extract/source.ts";

/** How long one file may take, in milliseconds. */
const timeForOneFile = 60_000;

/** A file's bytes as the readers in shared/extract take them, with the clock and encodings of Node. */
export function sourceOf(
  bytes: Uint8Array,
  fileName: string,
  milliseconds: number = timeForOneFile,
): Source {
  const end = performance.now() + milliseconds;
  return { fileName, bytes, decode, isTimeUp: () => performance.now() > end };
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  } catch (error) {
    // The only thing that it throws without being fatal: there is no such encoding.
    if (error instanceof RangeError) return null;
    throw error;
  }
}
