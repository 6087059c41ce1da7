import { compareTexts } from "../../dataset/order.ts";
import { getOrMake } from "../../get-or-make.ts";
import { cohenKappa } from "../coding/cohen-kappa.ts";
import { type CodedItems, codedPart } from "./coded.ts";
import { type Index, pairsWithin, type Within } from "./index-of.ts";
import type { Entries } from "./ledger.ts";
import { categoryOf, notSet } from "./matched-things.ts";
import { columnsOfCounts } from "./pair-counts.ts";
import { overPairs } from "./pair-measures.ts";
import type { Part } from "./part.ts";
import { nothingLeftOut, type StudyMeasure } from "./study-measure.ts";
import { emptyTally, type Tally, tallyUp } from "./tally.ts";

/** Items as what two annotators said, while they are gathered; a tally counts them by number. */
interface Said {
  categories: string[];
  patterns: [number, number][];
  tally: Tally;
  known: Map<string, number>;
}

const newSaid = (): Said => ({
  ...{ categories: [], patterns: [], tally: emptyTally(), known: new Map() },
});

function say(said: Said, report: number, a: string, b: string, times: number): void {
  const placeOf = (category: string) => {
    const at = said.categories.indexOf(category);
    return at >= 0 ? at : said.categories.push(category) - 1;
  };
  const pattern = getOrMake(
    said.known,
    JSON.stringify([a, b]),
    () => said.patterns.push([placeOf(a), placeOf(b)]) - 1,
  );
  tallyUp(said.tally, report, pattern, times);
}

function kappaOf({ categories, patterns, tally }: Said): Part {
  const items: CodedItems = {
    coding: { raters: 2, categories },
    patterns,
  };
  return codedPart(cohenKappa, items, tally);
}

const kappas = (said: ReadonlyMap<string, readonly Said[]>): Map<string, Part[]> =>
  new Map(Array.from(said, ([name, all]) => [name, all.map(kappaOf)]));

/** Cohen's kappa of the attributes of matched spans, attribute by attribute; the figure is their mean. */
export const attributeKappa: StudyMeasure = {
  id: "attribute-kappa",
  assumes: `Cohen's kappa of each attribute over spans matched by label and overlap, where "not set" is a category and an attribute is one of every label on which anybody has set it; over several attributes it is their mean. ${cohenKappa.assumes} ${overPairs}`,
  axes: ["label", "section", "attribute"],
  behind: { stages: ["spans"], types: ["attribute"] },
  leftOut: ({ leftOutOf }) => leftOutOf.attributes.all(),
  parts: (index, within) => [...kappas(attributesSaid(index, within)).values()].flat(),
  partsByAttribute: (index) => kappas(attributesSaid(index, { of: "all" })),
};

interface AttributePattern {
  name: string;
  a: string;
  b: string;
}

function attributesSaid(index: Index, within: Within): Map<string, Said[]> {
  const patterns = index.gathered.attributePatterns.all.map((text): AttributePattern => {
    const [name = "", a = notSet, b = notSet]: string[] = JSON.parse(text);
    return { name, a, b };
  });
  const found = new Map<string, Said[]>();
  for (const pair of pairsWithin(index, within))
    for (const [name, counts] of countsOfPair(index, within, pair, patterns))
      getOrMake(found, name, () => []).push(saidOf(counts, patterns));
  return found;
}

/** How often each pattern was said, by report; -1 is the pattern of an attribute that neither has set. */
type Counts = Map<number, Map<number, number>>;
const neither = -1;

function saidOf(counts: Counts, patterns: readonly AttributePattern[]): Said {
  const said = newSaid();
  for (const [report, times] of counts)
    for (const [number, count] of times) {
      const { a, b } = patterns[number] ?? { a: notSet, b: notSet };
      if (count > 0) say(said, report, a, b, count);
    }
  return said;
}

/** By attribute: what both said of matched spans, those of which neither said anything among them. */
function countsOfPair(
  { gathered }: Index,
  within: Within,
  pair: number,
  patterns: readonly AttributePattern[],
): Map<string, Counts> {
  const { overlap, attributes } = gathered.ledgers;
  const labelsOf = labelsWith(attributes.entries, patterns);
  const found = new Map([...labelsOf.keys()].map((name): [string, Counts] => [name, new Map()]));
  const add = (name: string, report: number, number: number, amount: number) => {
    const times = getOrMake(found.get(name) ?? new Map(), report, () => new Map<number, number>());
    times.set(number, (times.get(number) ?? 0) + amount);
  };
  eachWithin(overlap.entries, within, pair, ({ report, label, column, amount }, at) => {
    if (column[at] !== columnsOfCounts.matchedA) return;
    for (const [name, labels] of labelsOf)
      if (labels.has(label[at] ?? 0)) add(name, report[at] ?? 0, neither, amount[at] ?? 0);
  });
  eachWithin(attributes.entries, within, pair, ({ report, column, amount }, at) => {
    const name = patterns[column[at] ?? -1]?.name ?? "";
    add(name, report[at] ?? 0, column[at] ?? 0, amount[at] ?? 0);
    add(name, report[at] ?? 0, neither, -(amount[at] ?? 0));
  });
  return found;
}

/** Hears the place of each entry of a pair. */
function eachWithin(
  entries: Entries,
  within: Within,
  pair: number,
  hear: (entries: Entries, at: number) => void,
): void {
  const { report, group, label, section } = entries;
  for (let at = 0; at < report.length; at += 1) {
    if (group[at] !== pair) continue;
    if (within.of === "label" && label[at] !== within.number) continue;
    if (within.of === "section" && section[at] !== within.number) continue;
    hear(entries, at);
  }
}

/** The labels on which anybody has set an attribute. */
function labelsWith(
  { label, column }: Entries,
  patterns: readonly AttributePattern[],
): ReadonlyMap<string, ReadonlySet<number>> {
  const found = new Map<string, Set<number>>();
  for (const [at, pattern] of column.entries())
    getOrMake(found, patterns[pattern]?.name ?? "", () => new Set<number>()).add(label[at] ?? 0);
  return found;
}

/** Cohen's kappa of what annotators say of reports as a whole, label by label; the figure is their mean. */
export const reportLabelKappa: StudyMeasure = {
  id: "report-label-kappa",
  assumes: `Cohen's kappa of each label of whole reports over the reports that both have finished, where "not set" is a category; over several labels it is their mean. ${cohenKappa.assumes} ${overPairs}`,
  axes: ["attribute"],
  behind: { stages: ["labels"], types: ["missing", "attribute"] },
  leftOut: nothingLeftOut,
  parts: (index, within) => [...kappas(labelsSaid(index, within)).values()].flat(),
  partsByAttribute: (index) => kappas(labelsSaid(index, { of: "all" })),
};

function labelsSaid(index: Index, within: Within): Map<string, Said[]> {
  const { reports, pairs } = index.gathered;
  const all = reports.flatMap(({ labels }) => labels.flatMap((own) => Object.keys(own ?? {})));
  const names = [...new Set(all)].sort(compareTexts);
  return new Map(
    names.map((name) => [
      name,
      pairsWithin(index, within).map((pair) => {
        const [a = 0, b = 0] = pairs[pair] ?? [];
        const said = newSaid();
        for (const [report, { labels }] of reports.entries()) {
          const [one, other] = [labels[a], labels[b]];
          if (one && other) say(said, report, categoryOf(one[name]), categoryOf(other[name]), 1);
        }
        return said;
      }),
    ]),
  );
}
