import type { CasValue } from "../../uima/cas.ts";
import { featureOf } from "../../uima/feature-text.ts";
import {
  noAnnotation,
  noValue,
  type Suffixed,
  splitUnescaped,
  takeSuffix,
  unescapeValue,
} from "../escaping.ts";
import type { TsvColumn, TsvLayer } from "../header.ts";

/** What one column says of one annotation. */
export interface Value extends Suffixed {
  column: TsvColumn;
}

/** The values of a layer's cells, which begin at one of the row's, put together annotation by annotation. */
export function stacksOf(
  cells: readonly string[],
  first: number,
  { columns }: TsvLayer,
): Value[][] {
  const stacks: Value[][] = [];
  let at = first;
  for (const column of columns) {
    const cell = cells[at] ?? noAnnotation;
    at += 1;
    if (cell === noAnnotation) continue;
    for (const [place, one] of splitUnescaped(cell, "|").entries()) {
      const value = valueIn(one, column);
      const stack = stacks[place];
      if (stack) stack.push(value);
      else stacks[place] = [value];
    }
  }
  return stacks;
}

/** The numbers behind targets belong to each of them. */
function valueIn(cell: string, column: TsvColumn): Value {
  if (column.kind === "targets") return { value: cell, numbers: [], column };
  const { value, numbers } = takeSuffix(cell);
  return { value, numbers, column };
}

/** What the plain columns say, by feature. */
export function featuresOf(values: readonly Value[]): [feature: string, value: CasValue][] {
  return values.flatMap(({ column, value }) =>
    column.kind === "value" && value !== noValue
      ? [[column.feature, valueOfFeature(column.feature, unescapeValue(value))]]
      : [],
  );
}

/** Our own feature with several values is written as a list; whatever else looks like one is told by its reader. */
function valueOfFeature(feature: string, text: string): CasValue {
  return feature === "furtherIdentifiers" ? featureOf(text) : text;
}
