import type { CasAnnotation } from "../../uima/cas.ts";
import { relationSource, relationTarget, type TsvLayer } from "../header.ts";
import { anyType } from "../types.ts";
import type { CasView } from "./layers.ts";
import type { Unit } from "./units.ts";

/**
 * The numbers in brackets of annotations that their row and layer do not tell from others: those over several rows,
 * those that share a row and a layer, and those that are referred to without their layer being known.
 */
export function numbersOf(
  view: CasView,
  layers: readonly TsvLayer[],
  units: ReadonlyMap<CasAnnotation, readonly Unit[]>,
): ReadonlyMap<CasAnnotation, number> {
  const wanted = new Set(layers.flatMap((layer) => referredWithoutLayer(view, layer)));
  const relations = new Set(
    layers.filter(({ kind }) => kind === "relation").map(({ type }) => type),
  );
  for (const [annotation, over] of units) {
    if (relations.has(annotation.type)) continue;
    const isShared = over.some(
      ({ annotations }) => (annotations.get(annotation.type)?.length ?? 0) > 1,
    );
    if (isShared || over.length > 1) wanted.add(annotation);
  }
  const numbered = view.annotations.filter((annotation) => wanted.has(annotation));
  return new Map(numbered.map((annotation, at) => [annotation, at + 1]));
}

function referredWithoutLayer(view: CasView, { type, columns }: TsvLayer): CasAnnotation[] {
  const own = view.annotations.filter((annotation) => annotation.type === type);
  return columns.flatMap((column) => {
    if (column.kind === "targets" && column.targetType === anyType)
      return own.flatMap((one) => view.links(one, column.feature).map(({ target }) => target));
    if (column.kind !== "source") return [];
    const ends = own.flatMap((one) => [
      ...[view.end(one, relationSource), view.end(one, relationTarget)].filter(
        (end) => end !== null,
      ),
    ]);
    return ends.filter((end) => end.type !== column.baseType);
  });
}
