import { countWhile } from "./count-while.ts";

interface NormalisedText {
  /** The text that every offset of ours points into: no leading U+FEFF, newlines `\n` only. */
  text: string;
  /** An offset of the raw text in UTF-16 code units as one of `text`. @throws RangeError outside the raw text. */
  toText(rawOffset: number): number;
  /** Whether the raw text was another one. */
  changed: boolean;
}

const unwanted = /^\uFEFF|\r(?=\n)/g;

/**
 * Drops a leading byte order mark and turns CRLF and lone CR into `\n`; nothing else changes. An
 * offset at a dropped character becomes that of the character after it.
 */
export function normaliseNewlines(raw: string): NormalisedText {
  const dropped = Array.from(raw.matchAll(unwanted), ({ index }) => index);
  const text = raw.replace(unwanted, "").replaceAll("\r", "\n");
  return {
    text,
    changed: text !== raw,
    toText(rawOffset) {
      if (!Number.isInteger(rawOffset) || rawOffset < 0 || rawOffset > raw.length)
        throw new RangeError(`offset ${rawOffset} is outside the text of ${raw.length} characters`);
      return rawOffset - countWhile(dropped.length, (at) => (dropped[at] ?? 0) < rawOffset);
    },
  };
}
