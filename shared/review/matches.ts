import { type Facets, isApart, pairsOf, type Said } from "./facets.ts";
import type { ReviewFilter } from "./filter.ts";

/** Whether a difference is among those that a filter means; who is compared and in which reports is not asked here. */
export function matches(filter: ReviewFilter, facets: Facets): boolean {
  return isOfTypes(filter, facets) && matchesBesidesType(filter, facets);
}

export function matchesBesidesType(filter: ReviewFilter, facets: Facets): boolean {
  return (
    isOneOf(filter.stages, facets.stage) &&
    isOneOf(filter.states, facets.state) &&
    (filter.section === null || filter.section === facets.section) &&
    hasLabel(filter, facets) &&
    isBy(filter, facets) &&
    isBetween(filter, facets) &&
    isShifted(filter, facets)
  );
}

const isOneOf = <Value>(wanted: readonly Value[] | null, value: Value) =>
  wanted === null || wanted.includes(value);

function isOfTypes({ types: wanted }: ReviewFilter, { types }: Facets): boolean {
  if (wanted === null) return types[0] !== "agreed";
  return types.some((type) => wanted.includes(type));
}

function hasLabel({ labels }: ReviewFilter, { said, name }: Facets): boolean {
  if (labels === null) return true;
  return (
    labels.includes(name) || said.some(({ label }) => label !== null && labels.includes(label))
  );
}

function isBy({ who }: ReviewFilter, { said }: Facets): boolean {
  if (who === null) return true;
  const own = said.find(({ annotator }) => annotator === who);
  return own !== undefined && isApart(said, own);
}

function isBetween({ pair, said: wanted }: ReviewFilter, { said }: Facets): boolean {
  if (pair === null) {
    if (wanted === null) return true;
    return pairsOf(said).some(([a, b]) => a.label === wanted.a && b.label === wanted.b);
  }
  const found = [pair.a, pair.b].map((name) => said.find(({ annotator }) => annotator === name));
  const [a, b] = found;
  if (!a || !b) return false;
  if (wanted === null) return a.group !== b.group;
  return isPair(a, b) && a.label === wanted.a && b.label === wanted.b;
}

const isPair = (a: Said, b: Said) => a.annotator !== b.annotator;

function isShifted({ shift, pair }: ReviewFilter, { shifts }: Facets): boolean {
  if (shift === null) return true;
  const { edge, by, to } = shift;
  const isWithin = (found: number) => by <= found && found <= (to ?? by);
  return shifts.some((one) => {
    if (pair === null) return isWithin(one[edge]);
    if (one.a === pair.a && one.b === pair.b) return isWithin(one[edge]);
    return one.a === pair.b && one.b === pair.a && isWithin(-one[edge]);
  });
}
