import type { LabelDefinition } from "../../shared/model/scheme.ts";

export interface LabelAtDepth {
  label: LabelDefinition;
  depth: number;
}

/** Each label below its parent, otherwise in the scheme's order. A label whose parent is missing stands at the top. */
export function inTreeOrder(labels: readonly LabelDefinition[]): LabelAtDepth[] {
  const names = new Set(labels.map(({ name }) => name));
  const childrenOf = Map.groupBy(labels, ({ parent }) =>
    parent !== null && names.has(parent) ? parent : null,
  );
  const ordered: LabelAtDepth[] = [];
  const visit = (parent: string | null, depth: number) => {
    for (const label of childrenOf.get(parent) ?? []) {
      ordered.push({ label, depth });
      visit(label.name, depth + 1);
    }
  };
  visit(null, 0);
  return ordered;
}
