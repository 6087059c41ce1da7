import type { TextRange } from "../model/annotation.ts";
import type { IdentifierKind, Rule } from "./candidate.ts";

/*
 * What the rules' patterns are put together from. Every repetition in them is bounded or begins with
 * what cannot be part of what stands before it, so that no text makes them slow.
 */

/** No letter or digit before. */
export const begin = "(?<![\\p{L}\\p{N}])";

/** White space within a line, and at most one line end where a form has its value below its label. */
export const gap = "[ \\t\\u00A0]{0,4}";
export const gapOrLine = `${gap}(?:\\n${gap})?`;
/** A word that begins with a capital letter, hyphens and apostrophes within. */
export const capital = "\\p{Lu}[\\p{L}\\p{M}]{0,30}(?:['’\\-][\\p{L}\\p{M}]{1,30}){0,3}";
/** Small words within names and places. */
export const particle =
  "(?:de las|de los|de la|del|de|da|do|dos|das|du|des|d['’]|of the|of|von der|von dem|von|vom|van der|van den|van|zum|zur|zu|am|an der|im|in der|der|le|la|les|los|las|el|y|e|i|ten|ter|and|für|und|et|sur|sous|en)";

/** A rule of one pattern. What its group `head` has matched stands before the identifier. */
export function byPattern(kind: IdentifierKind, name: string, pattern: RegExp): Rule {
  return { kind, name, find: (text) => Array.from(text.matchAll(pattern), withoutHead) };
}

/** Where a match is without its group `head`, and without its group `tail`. */
function withoutHead({ index, 0: all, groups }: RegExpExecArray): TextRange {
  const head = groups?.head?.length ?? 0;
  const tail = groups?.tail?.length ?? 0;
  return { start: index + head, end: index + all.length - tail };
}

/** A rule that finds a beginning by a pattern and reads on from there; `read` answers the end, or null for none. */
export function byReading(
  kind: IdentifierKind,
  name: string,
  beginning: RegExp,
  read: (text: string, at: number) => number | null,
): Rule {
  return {
    kind,
    name,
    find: (text) =>
      Array.from(text.matchAll(beginning)).flatMap(({ index, 0: head }) => {
        const start = index + head.length;
        const end = read(text, start);
        return end === null ? [] : [{ start, end }];
      }),
  };
}
