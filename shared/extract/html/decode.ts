import type { Source } from "../source.ts";
import { encodingByMark } from "../xml/decode.ts";

interface Decoded {
  text: string;
  encoding: string;
  /** Whether the encoding was only guessed. */
  guessed: boolean;
}

/** The text of an HTML file by its byte order mark, its own words, as UTF-8, or else as Windows' Latin. */
export function decodeHtml(source: Source): Decoded {
  const named = encodingByMark(source.bytes) ?? declaredIn(source.bytes);
  const byName = named === null ? null : source.decode(source.bytes, named);
  if (named !== null && byName !== null) return decoded(byName, named, false);
  const text = source.decode(source.bytes, "utf-8") ?? "";
  if (!text.includes("\uFFFD")) return decoded(text, "utf-8", false);
  return decoded(source.decode(source.bytes, "windows-1252") ?? text, "windows-1252", true);
}

/** Whether neither the page nor its bytes say what encoding it is in. */
export const isGuessedHtml = (source: Source): boolean => decodeHtml(source).guessed;

function decoded(text: string, encoding: string, guessed: boolean): Decoded {
  return { text: text.replace(/^\uFEFF/, ""), encoding, guessed };
}

function declaredIn(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 4096));
  const name = /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1];
  const declared = name ?? /^\s*<\?xml[^>]+encoding\s*=\s*["']([\w.:-]+)/.exec(head)?.[1];
  // The head was read as single bytes, so whatever says UTF-16 in it is wrong.
  return declared === undefined || /^utf-?16/i.test(declared) ? null : declared;
}
