import type { CasAnnotation } from "../../uima/cas.ts";
import { escapeValue, noAnnotation, noValue } from "../escaping.ts";
import { relationSource, relationTarget, type TsvColumn } from "../header.ts";
import { type CasView, plainText } from "./layers.ts";
import type { Unit } from "./units.ts";

/** What cells are written from. */
export interface Cells {
  view: CasView;
  /** The rows that an annotation stands in. */
  units: ReadonlyMap<CasAnnotation, readonly Unit[]>;
  /** Those in brackets, where an annotation has one. */
  numbers: ReadonlyMap<CasAnnotation, number>;
}

/** What a column says of a layer's annotations in a row. */
export function cellOf(
  annotations: readonly CasAnnotation[],
  column: TsvColumn,
  all: Cells,
): string {
  return annotations.map((annotation) => valueIn(annotation, column, all)).join("|");
}

function valueIn(annotation: CasAnnotation, column: TsvColumn, all: Cells): string {
  const { view } = all;
  const number = numberOf(annotation, all);
  switch (column.kind) {
    case "placeholder":
      return noValue + number;
    case "value": {
      const value = plainText(annotation.features.get(column.feature));
      return (value === null ? noValue : escapeValue(value)) + number;
    }
    case "roles": {
      const roles = view
        .links(annotation, column.feature)
        .map(({ role }) => (role === "" ? noValue : escapeValue(role)));
      return (roles.length === 0 ? noAnnotation : roles.join(";")) + number;
    }
    case "targets": {
      const places = view
        .links(annotation, column.feature)
        .map(({ target }) => idOf(target, all) + numberOf(target, all));
      return places.length === 0 ? noValue : places.join(";");
    }
    case "source":
      return sourceOf(annotation, all);
    default:
      return column satisfies never;
  }
}

/** Where a relation comes from, and the numbers of its ends where one of them has one: "1-1[0_2]". */
function sourceOf(relation: CasAnnotation, all: Cells): string {
  const { view, numbers } = all;
  const [from, to] = [view.end(relation, relationSource), view.end(relation, relationTarget)];
  if (from === null || to === null) return noValue;
  const [source, target] = [numbers.get(from) ?? 0, numbers.get(to) ?? 0];
  const suffix = source + target === 0 ? "" : `[${source}_${target}]`;
  return idOf(from, all) + suffix;
}

function idOf(annotation: CasAnnotation, { units }: Cells): string {
  return units.get(annotation)?.[0]?.id ?? "";
}

function numberOf(annotation: CasAnnotation, { numbers }: Cells): string {
  const number = numbers.get(annotation);
  return number === undefined ? "" : `[${number}]`;
}
