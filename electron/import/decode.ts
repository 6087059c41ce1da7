import { AppError } from "../../shared/errors.ts";

/**
 * The text of a UTF-8 file, byte order mark and line ends as they are.
 * @throws AppError "bad-file" with the place of the first byte that is no text.
 */
export function decodeUtf8(bytes: Uint8Array, file: string): string {
  const zero = bytes.indexOf(0);
  if (zero >= 0)
    throw new AppError(
      "bad-file",
      `"${file}" is not a text file (a zero byte at ${zero}); save the report as plain text and import that.`,
    );
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    const at = firstBadByte(bytes);
    throw new AppError(
      "bad-file",
      `"${file}" is not UTF-8 text (byte ${at}, line ${lineOf(bytes, at)}); save it as UTF-8 and import it again.`,
      { cause },
    );
  }
}

/** Finds by halves the longest start of the file that decodes, then leaves out the character cut off. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(bytes.subarray(0, middle), true)) good = middle;
    else bad = middle;
  }
  while (good > 0 && !decodes(bytes.subarray(0, good), false)) good -= 1;
  return good;
}

/** As a stream, a character cut in two at the end is not an error. */
function decodes(bytes: Uint8Array, stream: boolean): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream });
    return true;
  } catch {
    return false;
  }
}

function lineOf(bytes: Uint8Array, at: number): number {
  return bytes.subarray(0, at).filter((byte) => byte === 10).length + 1;
}
