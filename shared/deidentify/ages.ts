import type { Rule } from "./candidate.ts";
import { begin, byPattern } from "./patterns.ts";

/** 90 to 129: who is as old as that is rare enough to be known by it. */
const old = "(?:9\\d|1[0-2]\\d)";
const unit =
  "(?:[- \\u00A0]?(?:years?|yrs?|y(?= old|/o))(?:[- \\u00A0](?:old|of age))?(?:[/ ]?o)?|[- \\u00A0]?jährig\\p{L}{0,2}|[ \\u00A0](?:Jahren?|J\\.)|[ \\u00A0](?:ans|años|anos)|[- ]?(?:yo|y/o|y\\.[ ]?o\\.?)|[- ]?j\\.(?= ?\\p{L})|J(?=[ ,.)])|[- ]year-olds?)";
const oldInWords = [
  "ninety(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?(?=[- ]years?)",
  "(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)?(?:und)?neunzig(?=jährig|[- ]jährig| Jahre)",
  "quatre-vingt-(?:dix(?:-(?:sept|huit|neuf))?|onze|douze|treize|quatorze|quinze|seize)(?= ans)",
  "noventa(?: y (?:uno?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve))?(?= años)",
].join("|");

export const ageRules: readonly Rule[] = [
  byPattern(
    "age",
    "age over 89",
    new RegExp(`(?<![\\p{L}\\p{N}]|[.,\\-–]|<|>)${old}(?=${unit}(?![\\p{L}]))`, "gu"),
  ),
  byPattern(
    "age",
    "age over 89 after a label",
    new RegExp(
      `(?<head>${begin}(?:aged?|age of|aged about|im Alter von|Alter|âgée? de|âge|edad(?: de)?)[ \\t]{0,2}:?[ \\t]{0,3})${old}(?![\\p{L}\\p{N}]|[.,%]\\d|[ ]?%)`,
      "giu",
    ),
  ),
  byPattern("age", "age over 89 in words", new RegExp(`${begin}(?:${oldInWords})`, "giu")),
];
