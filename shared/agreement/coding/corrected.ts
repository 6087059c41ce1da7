import {
  type CodedItem,
  type Coding,
  type Coefficient,
  type UndefinedReason,
  undefinedFor,
} from "../coefficient.ts";

/** Every measure's sums begin with how many items were compared, and how many were left out. */
export const compared = 0;
const leftOut = 1;
export const head = 2;

/** Whether an item is compared: two annotators at least have said something. Others are left out. */
export function isCompared(item: CodedItem): boolean {
  let values = 0;
  for (const value of item) if (value !== null) values += 1;
  return values >= 2;
}

/** Counts an item as compared or left out, and says which. */
export function countItem(sums: Float64Array, item: CodedItem, times: number): boolean {
  const isOne = isCompared(item);
  const at = isOne ? compared : leftOut;
  sums[at] = (sums[at] ?? 0) + times;
  return isOne;
}

export function addTo(sums: Float64Array, at: number, amount: number): void {
  sums[at] = (sums[at] ?? 0) + amount;
}

/** Why a study has no value whatever its annotators said; null where it may have one. */
export function lacks(sums: Float64Array, { raters }: Coding): UndefinedReason | null {
  if (raters < 2) return "one-annotator";
  const [items = 0, others = 0] = sums;
  if (items > 0) return null;
  return others > 0 ? "no-pairs" : "no-items";
}

/**
 * Agreement beyond chance from two disagreements, which are exactly 0 where nobody differs.
 * @param usedCategories how many categories anybody used.
 * @param as how the measure's source states its parts.
 */
export function corrected(
  parts: { observed: number; expected: number },
  n: number,
  usedCategories: number,
  as: "agreement" | "disagreement",
): Coefficient {
  const { observed, expected } = parts;
  const shown = as === "disagreement" ? parts : { observed: 1 - observed, expected: 1 - expected };
  if (expected === 0)
    return undefinedFor(usedCategories < 2 ? "one-category" : "no-chance-disagreement", n, shown);
  return { defined: true, value: 1 - observed / expected, ...shown, n };
}

/** The places of those that are not 0. */
export function placesUsed(counts: Float64Array): number[] {
  const places: number[] = [];
  for (let at = 0; at < counts.length; at += 1) if ((counts[at] ?? 0) !== 0) places.push(at);
  return places;
}

/** Makes something once for each study. */
export function onceFor<Made>(make: (coding: Coding) => Made): (coding: Coding) => Made {
  const made = new WeakMap<Coding, { value: Made }>();
  return (coding) => {
    const there = made.get(coding) ?? { value: make(coding) };
    made.set(coding, there);
    return there.value;
  };
}
