import type { TextRange } from "../model/annotation.ts";
import { breaksOff, endsSentence, isBlank } from "./lines.ts";
import { kindOfHeading } from "./section-words.ts";
import { trimRange } from "./words.ts";

/** The title in one line. */
export const titleText = (text: string, { start, end }: TextRange): string =>
  text
    .slice(start, end)
    .replace(/^#+\s+/, "")
    .replace(/\s+/g, " ");

/** The text's first lines up to a blank one, where they are a title: no heading, no sentence, not all there is. */
export function titleRange(text: string, lines: readonly TextRange[]): TextRange | null {
  const first = lines.findIndex((line) => !isBlank(line));
  const start = lines[first];
  if (start === undefined) return null;
  const length = lines.slice(first, first + 4).findIndex(isBlank);
  const range = { start: start.start, end: lines[first + length - 1]?.end ?? 0 };
  const rest = trimRange(text, { start: Math.max(range.end, 0), end: text.length });
  if (length < 1 || isBlank(rest)) return null;
  return looksLikeTitle(titleText(text, range)) ? range : null;
}

function looksLikeTitle(title: string): boolean {
  const words = title.split(" ").length;
  if (words < 2 || words > 40 || title.length > 300) return false;
  if (endsSentence(title) || breaksOff(title)) return false;
  const hasSentences = /\p{L}{3}[.?!] \p{Lu}/u.test(title);
  return /^[\p{Lu}\d“"]/u.test(title) && !hasSentences && !beginsWithHeading(title);
}

/** `ABSTRACT`, `Background: ...` head a section; only "Case report: ..." heads titles as well. */
function beginsWithHeading(title: string): boolean {
  const [head = "", ...rest] = title.split(":");
  const kind = kindOfHeading(head);
  return kind !== null && (rest.length === 0 || kind !== "case");
}
