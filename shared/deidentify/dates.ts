import type { Rule } from "./candidate.ts";
import { monthPattern, weekdayPattern } from "./months.ts";
import { byPattern } from "./patterns.ts";

const day = "(?:0?[1-9]|[12]\\d|3[01])";
const month = "(?:0?[1-9]|1[0-2])";
const year = "(?:1[89]\\d\\d|20\\d\\d)";
const years = `(?:${year}|\\d\\d)`;
const space = "[ \\t\\u00A0]{1,3}";
/** No figure, letter, or part of a longer figure beside it. */
const apart = "(?<![\\p{L}\\p{N}]|\\d[.,/\\-])";
const ended = "(?![\\p{L}\\p{N}]|[.,/\\-]\\d)";

const weekday = `(?:(?:${weekdayPattern})(?:\\.|,)?,?${space}(?:(?:the|den|dem|le|el|de)${space})?)?`;
const ordinal = "(?:st|nd|rd|th|er|\\.?º|°|\\.ª|ª)?";
const monthName = `(?:${monthPattern})(?:\\.(?=[ \\t,]))?`;
const of = `(?:${space}(?:of|de|del)|\\.|,)?`;

const numeric = [
  `${year}([-/.])${month}\\1${day}(?:T\\d\\d:\\d\\d(?::\\d\\d)?Z?)?`,
  `${day}([/.\\-])[ ]?${month}\\2[ ]?${years}`,
  // Impossible ones too: somebody has mistyped a real one.
  `\\d{1,2}[/.\\-]{1,2}\\d{1,2}[/.\\-]{1,2}${year}`,
  `${month}([/\\-])${day}\\3${years}`,
].join("|");

const numericWithWeekday = new RegExp(`${apart}${weekday}(?:${numeric})${ended}`, "gu");
/** 3 May 2016, 3. Mai 2016, 1er mai, 3 de mayo del 2016, 3-5 May */
const dayFirst = new RegExp(
  `${apart}${weekday}${day}${ordinal}\\.?(?:[ ]?(?:[-–/]|to|and|bis|und|au|et|al?|y)[ ]?${day}${ordinal}\\.?)?${of}(?:${space})?[\\-/]?${monthName}(?:${of},?(?:${space})?[\\-/]?${year}|[\\-/ ]'?\\d\\d(?=[^\\d.,:%/]))?(?![\\p{L}\\p{N}])`,
  "gu",
);
/** May 3, 2016; May 3rd */
const monthFirst = new RegExp(
  `${apart}${weekday}${monthName}${space}${day}(?:st|nd|rd|th)?(?:[ ]?[-–][ ]?${day}(?:st|nd|rd|th)?)?(?:,?${space}${year})?(?![\\p{L}\\p{N}])(?![.,]\\d|[ ]?(?:mg|ml|%))`,
  "gu",
);
/** May 2016, mayo del 2016, May/June 2016 */
const monthAndYear = new RegExp(
  `${apart}(?:(?:${monthPattern})\\.?(?:[ ]?[/–\\-][ ]?|[ ](?:to|bis|and|und|et|y|au|à|a)[ ]))?${monthName}${of}(?:,?${space}|[\\-/])${year}(?![\\p{L}\\p{N}])`,
  "gu",
);
const monthByFigure = new RegExp(`${apart}(?:0[1-9]|1[0-2]|[1-9])[/.]${year}${ended}`, "gu");
const monthAlone = new RegExp(
  `(?<head>(?<![\\p{L}])(?:in|during|since|until|by|late|early|mid|last|this|im|seit|Anfang|Ende|Mitte|en|depuis|début|fin|mes de|desde|hasta|durante|principios de|finales de)[ \\t\\-])(?:${longNames()})(?![\\p{L}])`,
  "gu",
);
const yearAlone = new RegExp(
  `(?<head>(?<![\\p{L}])(?:in|since|until|from|during|early|late|the year|year|Jahre?|im|seit|bis|anno|en|depuis|année|an|de|del|año|desde|hasta|años|entre|between|and|y|et|und|to)[ \\t])${year}(?![\\p{L}\\p{N}]|[.,]\\d|[ ](?:mg|g|ml|mL|m|mm|cm|kg|UI|IU|U|patients|cases|Patienten|Fälle|pacientes|casos|cas|cells))`,
  "giu",
);
/** Mar '16 */
const monthOfShortYear = new RegExp(`${apart}(?:${monthPattern})\\.?[ ]['’]\\d\\d(?!\\d)`, "gu");
/** The first of "12.03.-15.03.2016" */
const dayBeforeAnother = new RegExp(`${apart}${day}\\.${month}\\.(?=[ ]?[-–][ ]?\\d)`, "gu");
const dayAndMonth = new RegExp(
  `(?<head>(?<![\\p{L}])(?:am|vom|bis|zum|seit|ab|den)[ \\t])${day}\\.[ ]?${month}\\.(?!\\d)`,
  "gu",
);
const afterLabel =
  /(?<head>(?<![\p{L}])(?:DOB|D\.O\.B\.|date|born|birth|geb\.|geboren|Datum|Geburtsdatum|née? le|naissance|fecha(?: de \p{L}+)?|nacimiento|nacid[oa] el)[ \t]{0,2}[:.]?[ \t]{0,3})\d{1,4}[ ]?[./\- ][ ]?\d{1,2}[ ]?[./\- ][ ]?\d{1,4}(?![\p{L}\p{N}])/giu;

/** Names of months that are no other words: "mar" is also the sea, and "Mai" alone the month. */
function longNames(): string {
  const isLong = (word: string) => word.length >= 5 || /^\[[mM]{2}\](?:ay|ai)/.test(word);
  return monthPattern
    .split("|")
    .filter((word) => word.startsWith("[") && isLong(word))
    .filter((word) => !/^\[mM\](?:ar|rz|är)$/.test(word))
    .join("|");
}

export const dateRules: readonly Rule[] = [
  byPattern("date", "date in figures", numericWithWeekday),
  byPattern("date", "date by month's name", dayFirst),
  byPattern("date", "date by month's name", monthFirst),
  byPattern("date", "month and year", monthAndYear),
  byPattern("date", "month and year", monthByFigure),
  byPattern("date", "month and year", monthOfShortYear),
  byPattern(
    "date",
    "month and year",
    /(?<![\p{L}\d]|\d[.,/-])(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?![\p{L}\d]|-)/gu,
  ),
  byPattern("date", "day and month", dayBeforeAnother),
  byPattern(
    "date",
    "day and month",
    /(?<head>(?<![\p{L}])(?:on|from|since|until|dated)[ ])(?:0?[1-9]|[12]\d|3[01])\/(?:0?[1-9]|[12]\d|3[01])(?![\d/]|[ ](?:of|the))/giu,
  ),
  byPattern("date", "month", monthAlone),
  byPattern("date", "year", yearAlone),
  byPattern("date", "day and month", dayAndMonth),
  byPattern("date", "date after a label", afterLabel),
];
