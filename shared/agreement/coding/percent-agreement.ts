import { type CodedItem, type CodingMeasure, undefinedFor } from "../coefficient.ts";
import { addTo, compared, countItem, head, lacks } from "./corrected.ts";
import { sameOrNot } from "./distance.ts";
import { disagreementOf } from "./ratings.ts";

const values = head;
const agreement = head + 1;

/**
 * Which part of all pairs of annotators agree, with no correction for chance.
 *
 * Input   items of two values or more, each counted by its number of values, as Krippendorff does.
 * Output  `value` and `observed` agreement in [0, 1]; no expected one; `n` items compared.
 * Undefined  "one-annotator"; "no-items"; "no-pairs" when no item has two values.
 * Source  Artstein and Poesio (2008), Computational Linguistics 34(4), p. 558 and 563.
 * Deviations  R's `agree` counts items on which all agree, Gwet counts each item once whatever is missing: with
 *         two annotators, or nothing missing, Gwet's is the same.
 * Checked against  Krippendorff (2004), p. 230, with missing values, by DKPro; Artstein and Poesio's table
 *         (test/shared/agreement/coding/percent-agreement.test.ts).
 */
export const percentAgreement: CodingMeasure = {
  id: "percent-agreement",
  assumes: "It does not take off what would agree by chance.",
  size: () => head + 2,
  add(sums, item, _coding, times = 1) {
    if (!countItem(sums, item, times)) return;
    const count = item.filter((value) => value !== null).length * times;
    addTo(sums, values, count);
    addTo(sums, agreement, count * (1 - disagreementOf(item, sameOrNot)));
  },
  value(sums, coding) {
    const n = sums[compared] ?? 0;
    const reason = lacks(sums, coding);
    if (reason !== null) return undefinedFor(reason, n);
    const value = (sums[agreement] ?? 0) / (sums[values] ?? 0);
    return { defined: true, value, observed: value, expected: null, n };
  },
};

/** The part of one item's pairs that agree: P_i of Fleiss (1971), p. 379. Null below two values. */
export function itemAgreement(item: CodedItem): number | null {
  const pairs = item.filter((value) => value !== null).length;
  return pairs < 2 ? null : 1 - disagreementOf(item, sameOrNot);
}
