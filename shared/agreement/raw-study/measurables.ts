import { AppError } from "../../errors.ts";
import { type CodingMeasureKind, codingMeasures } from "../coding/coding-measures.ts";
import { isCompared } from "../coding/corrected.ts";
import { type Distance, nominal } from "../coding/distance.ts";
import { meanDistance, meanOfItems, percentAgreementPerItem } from "../coding/item-measures.ts";
import { measureCoding, ofPair, oneAgainstRest } from "../coding/measure-coding.ts";
import { type CodedItem, type Coding, type Coefficient, undefinedFor } from "../coefficient.ts";
import { studyDistance } from "./distance.ts";
import type { StudyBy, StudyScope } from "./figure.ts";
import type { RawStudy } from "./file.ts";

/** A figure to be had of a study's items. */
export interface Measurable {
  id: string;
  of: StudyScope;
  assumes: string;
  /** Its value where each item counts so often; once without. */
  value(times?: ArrayLike<number>): Coefficient;
  /** The value of each item, for measures that have one. */
  items: readonly (number | null)[] | null;
  /** How many items fewer than two of these annotators have. */
  leftOut: number;
}

const itemMeasures = [
  { id: percentAgreementPerItem.id, distance: "none" },
  { id: "set-distance", distance: "needed" },
] as const;

/** Every measure of items that a study may ask for. */
export const itemMeasureIds: readonly string[] = [...codingMeasures, ...itemMeasures].map(
  ({ id }) => id,
);

/**
 * One measure of a study's items, and of its pairs or labels where that is asked for. A measure of two
 * annotators is also by pair where there are more of them.
 * @param asked whether somebody named it; else it is passed over when it does not apply.
 * @throws AppError "bad-file" when it is asked for and its distance is missing or does not fit.
 */
export function measurables(
  study: RawStudy,
  id: string,
  by: StudyBy | null,
  asked: boolean,
): Measurable[] {
  if (!study.coding) return [];
  const kind = [...codingMeasures, ...itemMeasures].find((one) => one.id === id);
  const distance = kind && studyDistance(study, kind);
  if (!kind || !distance) return asked && kind ? refuseWithoutDistance(study, id) : [];
  const all = { scope: "all" } as const;
  const { coding, items } = study.coding;
  refuseTooMany(study, distance);
  if (!("make" in kind)) return [measuredByItem(id, distance, all, coding, items)];
  const few = coding.raters <= 2;
  if (kind.twoOnly && !few && !asked && by !== "pair") return [];
  const whole = measuredAs(kind, distance, all, coding, items);
  const pairs = (kind.twoOnly || by === "pair") && !few ? pairsOf(study, kind, distance) : [];
  return [whole, ...pairs, ...(by === "label" ? labelsOf(study, kind) : [])];
}

/** A distance that counts what lies between needs a table of all categories by all categories. */
const mostRanks = 4000;

function refuseTooMany({ name, coding }: RawStudy, distance: Distance): void {
  const size = coding?.coding.categories.length ?? 0;
  if (!distance.counts || size <= mostRanks) return;
  throw new AppError(
    "bad-file",
    `${name} has ${size} different values, and ranks are of at most ${mostRanks}; round them.`,
  );
}

function refuseWithoutDistance({ name }: RawStudy, id: string): never {
  throw new AppError(
    "bad-file",
    `${name}: ${id} needs to know how far categories are apart; name it as "metric" among the params.`,
  );
}

function measuredAs(
  kind: CodingMeasureKind,
  distance: Distance,
  of: StudyScope,
  coding: Coding,
  items: readonly CodedItem[],
): Measurable {
  const measure = kind.make(distance);
  return {
    ...{ id: kind.id, of, assumes: measure.assumes, items: null, leftOut: leftOutOf(items) },
    value: measureCoding(measure, coding, items),
  };
}

function measuredByItem(
  id: string,
  distance: Distance,
  of: StudyScope,
  coding: Coding,
  items: readonly CodedItem[],
): Measurable {
  const measure =
    id === percentAgreementPerItem.id ? percentAgreementPerItem : meanDistance(distance);
  const unfit = distance.unfit(coding);
  const values = unfit ? items.map(() => null) : items.map((item) => measure.of(item, coding));
  return {
    ...{ id, of, assumes: measure.assumes, items: values, leftOut: leftOutOf(items) },
    value: (times) => (unfit ? undefinedFor(unfit, 0) : meanOfItems(values, coding, times)),
  };
}

function leftOutOf(items: readonly CodedItem[]): number {
  return items.filter((item) => !isCompared(item)).length;
}

function pairsOf(study: RawStudy, kind: CodingMeasureKind, distance: Distance): Measurable[] {
  const { annotators, coding: raw } = study;
  if (!raw) return [];
  return annotators.flatMap((one, at) =>
    annotators.slice(at + 1).map((other, after) => {
      const pair = ofPair(raw.coding, raw.items, [at, at + 1 + after]);
      const of = { scope: "pair", annotators: [one, other] } as const;
      return measuredAs(kind, distance, of, pair.coding, pair.items);
    }),
  );
}

/** One category against all others has no other distance than being the same or not. */
function labelsOf({ coding: raw }: RawStudy, kind: CodingMeasureKind): Measurable[] {
  if (!raw || kind.distance === "needed") return [];
  return raw.coding.categories.map((category, at) => {
    const { coding, items } = oneAgainstRest(raw.coding, raw.items, at);
    const label = typeof category === "object" ? category.join(" + ") : `${category}`;
    return measuredAs(kind, nominal, { scope: "label", label }, coding, items);
  });
}
