import type { CasAnnotation } from "../../uima/cas.ts";
import { noAnnotation, noValue, splitUnescaped, takeSuffix, unescapeValue } from "../escaping.ts";
import type { CasBuilder } from "./cas-builder.ts";
import type { RowIndex } from "./references.ts";
import type { Value } from "./values.ts";

/** Every slot of an annotation, once all that it can refer to is there. */
export function readSlots(
  values: readonly Value[],
  host: CasAnnotation,
  index: RowIndex,
  builder: CasBuilder,
): void {
  for (const value of values) readSlot(value, values, host, index, builder);
}

/** The links of a slot: the roles stand in one column, their targets in the same order in the next. */
function readSlot(
  { column, value }: Value,
  values: readonly Value[],
  host: CasAnnotation,
  index: RowIndex,
  builder: CasBuilder,
): void {
  if (column.kind !== "roles" || value === noAnnotation) return;
  const targets = targetsOf(values, column.feature);
  const links = splitUnescaped(value, ";").flatMap((role, at) => {
    const { rowId = "", number, type = "" } = targets[at] ?? {};
    const target = index.referred(type, rowId, number);
    if (target === null) return [];
    const link = builder.addOther(column.linkType);
    if (role !== noValue) link.features.set("role", unescapeValue(role));
    link.features.set("target", { ref: target.id });
    return [{ ref: link.id }];
  });
  if (links.length > 0) host.features.set(column.feature, links);
}

function targetsOf(values: readonly Value[], feature: string) {
  return values.flatMap(({ column, value }) =>
    column.kind === "targets" && column.feature === feature
      ? splitUnescaped(value, ";").map((place) => {
          const { value: rowId, numbers } = takeSuffix(place);
          return { rowId, number: numbers[0], type: column.targetType };
        })
      : [],
  );
}
