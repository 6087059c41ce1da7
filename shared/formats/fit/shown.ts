import { shortenedQuote } from "../../text/offsets.ts";

/** An annotation as a person finds it again: its report and its words. */
export function shown(name: string, quote: string): string {
  return `${name}: “${shortenedQuote(quote)}”`;
}
