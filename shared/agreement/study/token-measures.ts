import { codingMeasures } from "../coding/coding-measures.ts";
import { cohenKappa } from "../coding/cohen-kappa.ts";
import { nominal } from "../coding/distance.ts";
import { setDistances } from "../coding/set-distance.ts";
import type { CodingMeasure } from "../coefficient.ts";
import { type CodedItems, codedPart } from "./coded.ts";
import { type Index, pairsWithin, type Within } from "./index-of.ts";
import { overPairs } from "./pair-measures.ts";
import type { Part } from "./part.ts";
import { nothingLeftOut, type StudyMeasure } from "./study-measure.ts";
import { categoriesOfPattern, labelsOfCategory } from "./token-items.ts";

const says =
  "The items are all words and symbols of the reports, one that a span only touches counts as marked, and its category is the set of all its labels, none included";
const same = "two sets are the same or they are not";

/** The coefficients that need no order of categories. */
const chosen = [
  "percent-agreement",
  "cohen-kappa",
  "fleiss-kappa",
  "light-kappa",
  "scott-pi",
  "bennett-s",
  "gwet-ac1",
  "gwet-ac2",
  "krippendorff-alpha",
];

/** Coefficients over the tokens of the reports; AC2 weighs sets of labels by what they share. */
export const tokenMeasures: readonly StudyMeasure[] = chosen.map((name) => {
  const kind = codingMeasures.find(({ id }) => id === name);
  if (kind === undefined) throw new Error(`there is no coding measure ${name}`);
  const isWeighted = name === "gwet-ac2";
  // Light's is the mean of Cohen's over pairs; here over those that have reports in common.
  const isLight = name === "light-kappa";
  const measure = isLight ? cohenKappa : kind.make(isWeighted ? setDistances.jaccard : nominal);
  const isTwoOnly = isLight || kind.twoOnly;
  const differ = isWeighted ? "two sets differ by the share of labels that only one has" : same;
  return {
    id: `${name}-token`,
    assumes: `${says}; ${differ}. ${measure.assumes}${isTwoOnly ? ` ${overPairs}` : ""}`,
    axes: ["label", "section"],
    behind: { stages: ["spans"], types: ["missing", "split", "joined", "label", "boundary"] },
    leftOut: nothingLeftOut,
    parts: (index, within) => tokenParts(index, within, measure, isTwoOnly),
  };
});

function tokenParts(
  index: Index,
  within: Within,
  measure: CodingMeasure,
  isTwoOnly: boolean,
): Part[] {
  const pairs = pairsWithin(index, within);
  if (pairs.length === 0) return [];
  // By label every token is an item, whatever its labels.
  const tally = index.tally("tokens", 0, within.of === "section" ? within : { of: "all" });
  const part = (annotators: readonly number[]) =>
    codedPart(measure, itemsFor(index, within, annotators), tally);
  const all = index.gathered.annotators.map((_, at) => at);
  if (within.of !== "pair" && !isTwoOnly) return [part(all)];
  return pairs.map((pair) => part(index.gathered.pairs[pair] ?? []));
}

const known = new WeakMap<Index, Map<string, CodedItems>>();

/** The patterns of tokens as items of these annotators, for all measures the same. */
function itemsFor(index: Index, within: Within, annotators: readonly number[]): CodedItems {
  const label = within.of === "label" ? within.number : null;
  const name = `${label} of ${annotators.join(" ")}`;
  const items = known.get(index) ?? new Map<string, CodedItems>();
  known.set(index, items);
  const made = items.get(name) ?? itemsOf(index, label, annotators);
  items.set(name, made);
  return made;
}

/** @param label counted against all others; null: sets of all labels. */
function itemsOf(
  { gathered }: Index,
  label: number | null,
  annotators: readonly number[],
): CodedItems {
  const asked = (category: string) =>
    label === null || !labelsOfCategory(category).includes(label) ? "" : `${label}`;
  const categoryOf = label === null ? (category: string) => category : asked;
  const patterns = gathered.tokenPatterns.all.map(categoriesOfPattern);
  const given = patterns.flatMap((pattern) =>
    pattern.flatMap((category) => (category === null ? [] : categoryOf(category))),
  );
  const categories = [...new Set(label === null ? given : ["", `${label}`])];
  const placeOf = new Map(categories.map((category, at) => [category, at]));
  const named = (category: string) =>
    labelsOfCategory(category).map((number) => gathered.labels.all[number] ?? "");
  return {
    coding: { raters: annotators.length, categories: categories.map(named) },
    patterns: patterns.map((pattern) => {
      const item = annotators.map((annotator) => {
        const category = pattern[annotator] ?? null;
        return category === null ? null : (placeOf.get(categoryOf(category)) ?? null);
      });
      return item.filter((value) => value !== null).length < 2 ? null : item;
    }),
  };
}
