import type { TextRange } from "../model/annotation.ts";
import { trimRange } from "../text/words.ts";
import { addressRules } from "./addresses.ts";
import { ageRules } from "./ages.ts";
import type { Candidate, Rule } from "./candidate.ts";
import { dateRules } from "./dates.ts";
import { institutionRules } from "./institutions.ts";
import { mailRules } from "./mail.ts";
import { nameRules, sameNamesAgain } from "./names.ts";
import { numberRules } from "./numbers.ts";
import { phoneRules } from "./phones.ts";

/** In the order in which they are believed where two say something else of one place. */
const rules: readonly Rule[] = [
  ...mailRules,
  ...dateRules,
  ...ageRules,
  ...addressRules,
  ...institutionRules,
  ...phoneRules,
  ...numberRules,
  ...nameRules,
];

/**
 * What may tell who somebody is, by rules of four languages that are all asked: in the order of the text,
 * none over another. The rules rather say too much than miss something; a person looks at what they say.
 */
export function findCandidates(text: string): Candidate[] {
  const found = rules.flatMap(({ kind, name, find }) =>
    find(text).map((range): Candidate => ({ kind, range, rule: name })),
  );
  const names = found.filter(({ kind }) => kind === "name").map(({ range }) => range);
  const again = sameNamesAgain(text, names).map(
    (range): Candidate => ({ kind: "name", range, rule: "name that stands elsewhere" }),
  );
  return apart(text, [...found, ...again]);
}

/** Where one lies within another the outer one stays; of two that overlap, the second begins behind the first. */
function apart(text: string, candidates: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  // The sort is stable: of two at one place the rule that is believed first stays.
  for (const candidate of candidates.toSorted(byPlace)) {
    const last = kept.at(-1);
    const range = trimmed(text, {
      start: Math.max(candidate.range.start, last?.range.end ?? 0),
      end: candidate.range.end,
    });
    if (last && candidate.range.start < last.range.end && candidate.kind === last.kind)
      last.range = { start: last.range.start, end: Math.max(last.range.end, candidate.range.end) };
    else if (range.start < range.end) kept.push({ ...candidate, range });
  }
  return kept;
}

const byPlace = (a: Candidate, b: Candidate) =>
  a.range.start - b.range.start || b.range.end - a.range.end;

/** Without white space and signs that part it from what stands around. */
function trimmed(text: string, range: TextRange): TextRange {
  const { start, end } = trimRange(text, range);
  const words = text.slice(start, end);
  const head = /^[\s,;:.)\-–]*/u.exec(words)?.[0].length ?? 0;
  const tail = /[\s,;:(\-–]*$/u.exec(words)?.[0].length ?? 0;
  return head >= words.length ? { start, end: start } : { start: start + head, end: end - tail };
}
