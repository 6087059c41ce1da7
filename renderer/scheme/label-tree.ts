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

/** Where a label is to stand: below which, and before which of those there; null for the end. */
export interface LabelPlace {
  parent: string | null;
  before: string | null;
}

export type Step = "up" | "down" | "in" | "out";

/** The place one step away: among its siblings, below the one above it, or beside its parent; null for none. */
export function stepOf(
  labels: readonly LabelDefinition[],
  name: string,
  step: Step,
): LabelPlace | null {
  const parent = labels.find((label) => label.name === name)?.parent ?? null;
  const siblings = childrenOf(labels, parent);
  const at = siblings.indexOf(name);
  const above = siblings[at - 1];
  switch (step) {
    case "up":
      return above === undefined ? null : { parent, before: above };
    case "down":
      return at + 1 < siblings.length ? { parent, before: siblings[at + 2] ?? null } : null;
    case "in":
      return above === undefined ? null : { parent: above, before: null };
    case "out": {
      if (parent === null) return null;
      const aunt = labels.find((label) => label.name === parent)?.parent ?? null;
      return { parent: aunt, before: after(childrenOf(labels, aunt), parent) };
    }
    default:
      return step satisfies never;
  }
}

/** Where a label that is dropped on, before or behind another is to stand. */
export function dropPlace(
  labels: readonly LabelDefinition[],
  target: string,
  position: "on" | "before" | "after",
): LabelPlace {
  if (position === "on") return { parent: target, before: null };
  const parent = labels.find((label) => label.name === target)?.parent ?? null;
  if (position === "before") return { parent, before: target };
  return { parent, before: after(childrenOf(labels, parent), target) };
}

function childrenOf(labels: readonly LabelDefinition[], parent: string | null): string[] {
  return labels.filter((label) => label.parent === parent).map(({ name }) => name);
}

const after = (names: readonly string[], name: string) => names[names.indexOf(name) + 1] ?? null;
