import { expect } from "vitest";
import { measureCoding } from "../../../../shared/agreement/coding/measure-coding.ts";
import type {
  Category,
  CodedItem,
  Coding,
  CodingMeasure,
  Coefficient,
} from "../../../../shared/agreement/coefficient.ts";

export interface Study {
  coding: Coding;
  items: CodedItem[];
}

/** Items as somebody would write them, their categories in the order given or that of their first use. */
export function studyOf(
  rows: readonly (readonly (Category | null)[])[],
  order?: Category[],
): Study {
  const used = rows.flat().filter((value) => value !== null);
  const keys = [...new Set((order ?? used).map((value) => JSON.stringify(value)))];
  const categories = keys.map((key): Category => JSON.parse(key));
  const items = rows.map((row) =>
    row.map((value) => (value === null ? null : keys.indexOf(JSON.stringify(value)))),
  );
  const raters = rows[0]?.length ?? 0;
  return { coding: { raters, categories, ordered: order !== undefined }, items };
}

/** Rows are the first annotator's categories, columns the second's, numbered from 1; cells count items. */
export function tableOf(table: readonly (readonly number[])[]): Study {
  const rows = table.flatMap((counts, one) =>
    counts.flatMap((count, other) => Array.from({ length: count }, () => [one + 1, other + 1])),
  );
  const study = studyOf(
    rows,
    table.map((_, at) => at + 1),
  );
  return { ...study, coding: { ...study.coding, ordered: false } };
}

/** How often each category was given to each item, by no matter whom. */
export function countsOf(table: readonly (readonly number[])[]): Study {
  return studyOf(
    table.map((counts) =>
      counts.flatMap((count, category) => Array.from({ length: count }, () => category + 1)),
    ),
  );
}

export function measured(measure: CodingMeasure, { coding, items }: Study): Coefficient {
  return measureCoding(measure, coding, items)();
}

/** A value that is defined, with its parts, to within one of the last digit that a paper prints, which is not always rounded. */
export function near(
  value: number,
  digits: number,
  parts: { observed?: number; expected?: number; n?: number } = {},
) {
  const { n, ...others } = parts;
  const close = Object.entries(others).map(([part, of]) => [part, within(of, digits)]);
  return expect.objectContaining({
    ...{ defined: true, value: within(value, digits) },
    ...Object.fromEntries(close),
    ...(n === undefined ? {} : { n }),
  });
}

/** Vitest's own is within half of the last digit. */
function within(value: number, digits: number) {
  return expect.closeTo(value, digits + Math.log10(0.5));
}

/** DKPro's example of sets of labels. */
export const dkproSets = studyOf([
  [[], []],
  [["A"], []],
  [["A"], ["A"]],
  [["A"], ["B"]],
  [["A", "B"], ["A"]],
  [
    ["A", "B"],
    ["A", "C"],
  ],
  [
    ["A", "B", "C"],
    ["A", "B", "C"],
  ],
  [["C"], ["A", "C"]],
  [["C"], ["A", "C"]],
]);
