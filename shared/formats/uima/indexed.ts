import { type Cas, type CasStructure, referencesIn } from "./cas.ts";

/** Leaves out what the view does not have in its indexes, which programs do not show, unless something refers to it. */
export function keepIndexed(cas: Cas, members: ReadonlySet<number>): void {
  const referred = new Set<number>();
  for (const { features } of [...cas.annotations, ...cas.facts, ...cas.others])
    for (const value of features.values())
      if (typeof value === "object") for (const id of referencesIn(value)) referred.add(id);
  const isKept = ({ id }: CasStructure) => members.has(id) || referred.has(id);
  cas.annotations = cas.annotations.filter(isKept);
  cas.facts = cas.facts.filter(isKept);
}
