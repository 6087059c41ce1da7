import type { Extracted } from "../../../shared/extract/extracted.ts";
import { type DecodedText, decodeText } from "../encoding.ts";

/**
 * Reads a file whose reader knows only UTF-8, in the encoding that a person chose or that the bytes
 * give away. @throws AppError as decodeText does, and as the reader does.
 */
export function readInUtf8(
  bytes: Uint8Array,
  { file, wished }: { file: string; wished: string | undefined },
  read: (bytes: Uint8Array) => Extracted,
): Extracted {
  const decoded = decodeText(bytes, { file, wished });
  // With its mark, which counts for more than what a page says of its encoding.
  return withEncoding(read(new TextEncoder().encode(`\uFEFF${decoded.text}`)), decoded);
}

/** What was read, with what is to be said of its encoding. */
export function withEncoding(
  extracted: Extracted,
  { encoding, warnings, notes }: Omit<DecodedText, "text">,
): Extracted {
  return {
    ...extracted,
    encoding,
    warnings: [...warnings, ...extracted.warnings],
    notes: [...notes, ...(extracted.notes ?? [])],
  };
}
