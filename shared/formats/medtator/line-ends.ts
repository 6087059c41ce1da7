import { quoteOf } from "../../text/offsets.ts";
import type { GivenSpan } from "../reading/placing.ts";

/**
 * The text with the line ends that the file has, where its offsets do not fit the text as XML gives it, with
 * "\n" only: MedTator counts before its text goes through XML.
 */
export function lineEndsOfFile(text: string, file: string, spans: readonly GivenSpan[]): string {
  if (!file.includes("\r") || spans.every((span) => isThere(text, span))) return text;
  const start = file.search(/<TEXT\b/i);
  const end = file.search(/<\/TEXT\s*>/i);
  const ends = start < 0 || end < start ? [] : (file.slice(start, end).match(/\r\n|\r|\n/g) ?? []);
  const lines = text.split("\n");
  if (ends.length !== lines.length - 1) return text;
  return lines.map((line, at) => line + (ends[at] ?? "")).join("");
}

function isThere(text: string, { ranges, quote }: GivenSpan): boolean {
  const withoutWhite = (words: string) => words.replace(/\s+/g, "");
  return quote === null || withoutWhite(quoteOf(text, ranges)) === withoutWhite(quote);
}
