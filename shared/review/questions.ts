import { getOrMake } from "../get-or-make.ts";
import type { Difference, DifferenceType, Stage } from "./difference.ts";

/** A difference of some report, as far as gathering looks at it. */
export interface Occurrence {
  report: string;
  title: string;
  case: string;
  difference: Difference;
  /** The attributes or fields that not all give the same value; "codes" for an entity's. */
  attributes: readonly string[];
}

/** Differences that keep coming up in the same way: what a guideline should settle. */
export interface Recurrent {
  /** The same for the same kind of difference, wherever and whenever it is gathered. */
  pattern: string;
  stage: Stage;
  types: DifferenceType[];
  /** What is said there, in alphabetical order; "" stands for nothing. */
  labels: string[];
  /** The words, in lower case; empty where the same is gathered over any words. */
  words: string;
  /** The attribute, field or "codes" where only that differs, over any words; else empty. */
  attribute: string;
  count: number;
  reports: number;
  cases: number;
  /** The first few, of as many reports as there are. */
  examples: Occurrence[];
}

interface GatherRules {
  /** How many reports, or cases, a difference must come up in. */
  least: number;
  per: "reports" | "cases";
}

/** How many examples are kept of each. */
const mostExamples = 5;

/** Gathers differences one after the other, so that any number of reports can be looked through. */
export interface Gathering {
  add(occurrence: Occurrence): void;
  /** Those that come up often enough, the most frequent first. */
  found(rules: GatherRules): Recurrent[];
}

interface Group extends Omit<Recurrent, "count" | "reports" | "cases"> {
  count: number;
  inReports: Set<string>;
  inCases: Set<string>;
}

/**
 * Two ways of being the same: of the same stage, types and labels, and of the same words, in lower case. Where
 * only attributes, fields or codes differ it is those that count, and not the words.
 */
export function startGathering(): Gathering {
  const groups = new Map<string, Group>();
  return {
    add(occurrence) {
      if (occurrence.difference.types.includes("agreed")) return;
      const { types } = occurrence.difference;
      // What is unclear is each attribute by itself, however many differ in one place.
      const [attributes, words] = isOfAttributes(types)
        ? [occurrence.attributes.length > 0 ? occurrence.attributes : [""], ""]
        : [[""], plainWords(occurrence.difference.words)];
      for (const attribute of attributes)
        count(groupFor(groups, occurrence.difference, { words, attribute }), occurrence);
    },
    found: ({ least, per }) =>
      [...groups.values()]
        .filter((one) => (per === "cases" ? one.inCases : one.inReports).size >= least)
        .sort((a, b) => b.count - a.count || (a.pattern < b.pattern ? -1 : 1))
        .map(({ inReports, inCases, ...rest }) => ({
          ...{ ...rest, reports: inReports.size, cases: inCases.size },
        })),
  };
}

function count(group: Group, occurrence: Occurrence): void {
  group.count += 1;
  const isNew = !group.inReports.has(occurrence.report);
  group.inReports.add(occurrence.report);
  group.inCases.add(occurrence.case);
  if (isNew && group.examples.length < mostExamples) group.examples.push(occurrence);
}

function groupFor(
  groups: Map<string, Group>,
  difference: Difference,
  about: Pick<Recurrent, "words" | "attribute">,
): Group {
  const { stage, types } = difference;
  const labels = labelsOf(difference);
  const pattern = JSON.stringify([stage, types, labels, about.words, about.attribute]);
  return getOrMake(groups, pattern, () => ({
    ...{ pattern, stage, types, labels, ...about, count: 0, examples: [] },
    inReports: new Set(),
    inCases: new Set(),
  }));
}

/** Whether nothing but attributes, fields or codes differs. */
export const isOfAttributes = (types: readonly DifferenceType[]) =>
  types.every((type) => type === "attribute" || type === "code");

/** Line breaks and lengths of gaps are those of the page, not of what is said. */
const plainWords = (words: string) => words.toLowerCase().replace(/\s+/g, " ").trim();

/** Every label that somebody says, each once, and "" where somebody says nothing. */
export function labelsOf({ versions, missing }: Pick<Difference, "versions" | "missing">) {
  const said = versions.map(({ label }) => label);
  return [...new Set(missing.length > 0 ? [...said, ""] : said)].sort();
}
