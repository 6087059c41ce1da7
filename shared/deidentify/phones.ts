import type { Rule } from "./candidate.ts";
import { begin, byPattern, gapOrLine } from "./patterns.ts";

const label =
  "(?:tel|telf|telef|tlf|tfno|tfn|tél|ph\\.|fon|mob|télécopie|teleph?one?|telefon|telefax|téléphone|teléfono|phone|fax|mobile|mobil|móvil|handy|pager|cell|portable|durchwahl|extension|ext|poste)";
/** Digits with what people put between them; from 3 (an extension) to 18 signs. */
const number = "\\+?\\(?\\d(?:[ \\u00A0./\\-–()]{0,2}\\d){2,16}";
const apart = "(?<![\\p{L}\\p{N}]|\\d[.,/\\-])";
const ended = "(?![\\p{L}\\p{N}]|[.,/\\-]\\d)";

export const phoneRules: readonly Rule[] = [
  byPattern(
    "phone",
    "number after a phone's label",
    new RegExp(
      `(?<head>${begin}${label}(?:[ ]?(?:number|no|nr|nummer|n[º°]))?[.:]{0,2}${gapOrLine}(?:[:y/&] ?(?:fax)?[.:]{0,2} ?)?)${number}(?![\\p{L}\\d])`,
      "giu",
    ),
  ),
  byPattern(
    "phone",
    "phone with the country's code",
    new RegExp(
      `(?<![\\p{L}\\p{N}])(?:\\+|00)[1-9]\\d{0,2}(?:[ \\u00A0./\\-()]{1,2}\\d{1,9}){2,7}${ended}`,
      "gu",
    ),
  ),
  byPattern(
    "phone",
    "phone by its form",
    new RegExp(
      `(?:\\(\\d{3}\\) ?|${apart}\\d{3}[-.])\\d{3}[-.]\\d{4}${ended}|` + // 555-123-4567
        `${apart}0\\d(?:[ .]\\d\\d){4}${ended}|` + // 01 23 45 67 89
        `${apart}[689]\\d{2}[ .\\-]\\d{3}[ .\\-]\\d{3}${ended}|${apart}[689]\\d\\d? \\d{2,3} \\d\\d \\d\\d${ended}|` + // 981 33 40 00
        `${apart}\\(?0[1-9]\\d{1,4}(?:\\)| ?/ ?| ?- ?| )[1-9]\\d{2,4}(?:[ \\-]?\\d{1,4}){1,2}${ended}`, // 089/1234-567
      "gu",
    ),
  ),
];
